import { openCounters } from './counter.ts';
import { flowsOf, type WritingFlow } from './flows.ts';
import type { Undisturbed } from './stage.ts';
import { openMatrix, type TearCase } from './tear-matrix.ts';

export interface MatrixReport {
  /** How many cases ran, by flow. */
  readonly ran: readonly {
    readonly flow: string;
    readonly commands: number;
    readonly cases: number;
  }[];
  /** Of all these, how many had a claim whose card never came back. */
  readonly lost: number;
  /** What went wrong, in sentences; none where all is as it must be. */
  readonly failures: readonly string[];
}

/** Runs the cases that are chosen of each flow, the so-manieth, on terminals of their own. */
export async function runMatrix(
  patients: number,
  flows: readonly WritingFlow[],
  choose: (whole: Undisturbed, turn: number) => readonly TearCase[],
  say: (line: string) => void,
): Promise<MatrixReport> {
  const counters = await openCounters(patients);
  const matrix = openMatrix(counters);
  const ran: { flow: string; commands: number; cases: number }[] = [];
  const failures: string[] = [];
  const written = new Set<string>();
  for (const [turn, flow] of flows.entries()) {
    const whole = await matrix.letThrough(flow);
    for (const type of whole.written) written.add(type);
    const cases = choose(whole, turn);
    for (const one of cases) {
      const reason = await why(matrix.run(flow, whole, one));
      if (reason !== null) failures.push(`${flow.name}, ${tell(one)}: ${reason}`);
    }
    say(`${flow.name}: ${whole.commands.length} commands, ${cases.length} cases`);
    ran.push({ flow: flow.name, commands: whole.commands.length, cases: cases.length });
  }
  const unwritten = Object.entries(flowsOf).filter(
    ([what, own]) => own.some((flow) => flows.includes(flow)) !== written.has(what),
  );
  failures.push(...unwritten.map(([what]) => `${what}: its flows and what was written differ`));
  const reason = await why(matrix.requireLost());
  if (reason !== null) failures.push(`cards that never came back: ${reason}`);
  await counters.close();
  return { ran, failures, lost: matrix.lost() };
}

export const countCases = ({ ran }: MatrixReport): number =>
  ran.reduce((sum, { cases }) => sum + cases, 0);

const tell = ({ command, fate, moment }: TearCase): string =>
  `pulled at command ${command} ${moment}, then ${fate}`;

/** Null where it came to an end. */
async function why(work: Promise<void>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
