import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** One exchange: a command in hex with computed fields in braces, and what the card must answer. */
const stepSchema = z.union([
  z.literal('reset'),
  z.strictObject({ do: z.string() }),
  z.strictObject({
    send: z.string(),
    /** The status words that will do, four hex digits each. */
    expect: z.union([statusWord(), z.array(statusWord()).min(1)]),
    /** How many bytes come before the status word. */
    length: z.number().int().nonnegative().optional(),
    /** Keeps the body under this name for the fields of later commands. */
    capture: z.string().optional(),
    /** A signature of the card that must hold over what was captured. */
    check: z.enum(['internal', 'mutual', 'different']).optional(),
  }),
]);

const scriptSchema = z.strictObject({
  procedures: z.record(z.string(), z.array(stepSchema)).default({}),
  cases: z.array(
    z.strictObject({ case: z.string(), clause: z.string(), steps: z.array(stepSchema).min(1) }),
  ),
});

export type Step = z.output<typeof stepSchema>;
export type Exchange = Extract<Step, { send: string }>;
export interface ConformanceCase {
  readonly topic: string;
  readonly case: string;
  readonly clause: string;
  /** Procedures already put in their place. */
  readonly steps: readonly Exclude<Step, { do: string }>[];
}

/** All cases, in the order of the files' names; throws where a script is malformed: it is part of the program. */
export function listCases(): readonly ConformanceCase[] {
  const folder = new URL('cases/', import.meta.url);
  const scripts = readdirSync(folder)
    .toSorted()
    .map((name) => ({
      topic: name.replace(/^\d+-|\.yaml$/g, ''),
      ...scriptSchema.parse(parse(readFileSync(new URL(name, folder), 'utf8'))),
    }));
  const procedures = Object.assign({}, ...scripts.map((script) => script.procedures));
  return scripts.flatMap(({ cases, topic }) =>
    cases.map((each) => ({ topic, ...each, steps: unfold(each.steps, procedures) })),
  );
}

function unfold(
  steps: readonly Step[],
  procedures: Readonly<Record<string, readonly Step[]>>,
): ConformanceCase['steps'] {
  return steps.flatMap((step): ConformanceCase['steps'] => {
    if (typeof step !== 'object' || !('do' in step)) return [step];
    const procedure = procedures[step.do];
    if (procedure === undefined) throw new RangeError(`no procedure is called ${step.do}`);
    return unfold(procedure, procedures);
  });
}

function statusWord() {
  return z.string().regex(/^[0-9A-F]{4}$/);
}
