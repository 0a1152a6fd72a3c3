import type { Nightly } from './nightly.ts';

/** The whole tear matrix: every flow, every command, every moment, every fate. */
export const tears: Nightly = {
  about:
    'pulls the card out of every flow that writes, at every command, and lets it come back or not',
  async run(say, [part = '']) {
    // Loaded when they are wanted: the list of what there is does not wait for a whole terminal.
    const { flows } = await import('#tests/agent/tears/flows.ts');
    const { countCases, runMatrix } = await import('#tests/agent/tears/run-matrix.ts');
    const { listCases } = await import('#tests/agent/tears/tear-matrix.ts');
    const chosen = flows.filter(({ name }) => name.includes(part));
    const report = await runMatrix(patients, chosen, listCases, say);
    return {
      isSound: report.failures.length === 0,
      lines: [
        ...report.failures,
        ...report.ran.map(
          ({ cases, commands, flow }) => `${flow}: ${commands} commands, ${cases} cases`,
        ),
        `${countCases(report)} cases ran, ${report.lost} of them with a claim whose card never came back; ${report.failures.length} failed`,
      ],
    };
  },
};

/** More than there are cases. */
const patients = 3000;
