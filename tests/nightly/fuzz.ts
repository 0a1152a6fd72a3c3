import { seeded } from '#tests/benchmarks/seeded.ts';
import { drawBytes } from '#tests/card/fuzz/fuzz-bytes.ts';
import type { FuzzedFlow } from '#tests/card/fuzz/fuzz-flow.ts';
import type { Nightly } from './nightly.ts';

/** Spoilt answers at every step of every flow, until there were a million. */
export const fuzz: Nightly = {
  about: 'gives a terminal 1,000,000 answers of cards that say whatever they like',
  async run(say) {
    const seed = Date.now() % 0x1_0000_0000;
    const { recordFlows } = await import('#tests/card/fuzz/fuzz-flow.ts');
    const flows = await recordFlows();
    const draw = seeded(seed);
    const counts = new Map<string, number>();
    const problems: string[] = [];
    let highWater = 0;
    let responses = 0;
    let runs = 0;
    while (responses < wanted && problems.length < enough) {
      const flow = flows[runs % flows.length] as FuzzedFlow;
      const bytes = drawBytes(draw);
      const run = await flow.run(bytes);
      runs += 1;
      responses += run.responses;
      const came = run.failure ?? 'came through';
      counts.set(came, (counts.get(came) ?? 0) + 1);
      if (run.problem !== null) problems.push(`${flow.name}: ${run.problem}; ${hexOf(bytes)}`);
      if (runs % 1000 === 0) highWater = Math.max(highWater, process.memoryUsage.rss());
      if (runs % 10_000 === 0) say(`${responses} responses`);
    }
    const megabytes = Math.round(highWater / 1_048_576);
    const isBounded = megabytes < mostMegabytes;
    return {
      isSound: problems.length === 0 && isBounded,
      lines: [
        ...problems,
        ...[...counts].sort(([, a], [, b]) => b - a).map(([came, count]) => `${came}: ${count}`),
        `${responses} responses in ${runs} runs of ${flows.length} flows, seed ${seed}: ` +
          `${problems.length} problems, at most ${megabytes} MiB of memory`,
      ],
    };
  },
};

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

const wanted = 1_000_000;
/** So many problems are one problem. */
const enough = 20;
const mostMegabytes = 600;
