import { z } from 'zod';

/** One small change of the engine, and what became of it. */
export interface Mutant {
  /** Inside the engine's folder: `checks/cover.ts`. */
  readonly file: string;
  readonly line: number;
  /** The kind of change: `EqualityOperator`. */
  readonly mutator: string;
  /** Each on one line. */
  readonly original: string;
  readonly replacement: string;
  readonly fate: Fate;
}

/** Impossible: it could not be tried, and counts neither way. */
export type Fate = 'killed' | 'survived' | 'timeout' | 'not-reached' | 'impossible';

export const engineFolder = 'src/domain/adjudication/';

/** All mutants in the report that Stryker writes, in the order of files and lines. */
export const readReport = (text: string): readonly Mutant[] =>
  Object.entries(reportSchema.parse(JSON.parse(text)).files)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([path, { source, mutants }]) => {
      const file = path.replace(engineFolder, '');
      const rows = source.split('\n');
      return mutants
        .sort((a, b) => a.location.start.line - b.location.start.line)
        .map(({ location, mutatorName: mutator, replacement, status }) => ({
          ...{ file, line: location.start.line, mutator },
          original: onOneLine(cut(rows, location)),
          replacement: onOneLine(replacement),
          fate: fates[status],
        }));
    });

export const onOneLine = (code: string): string => code.replace(/\s+/g, ' ').trim();

const position = z.object({ line: z.number(), column: z.number() });
const locationSchema = z.object({ start: position, end: position });

const fates = {
  Killed: 'killed',
  Survived: 'survived',
  Timeout: 'timeout',
  NoCoverage: 'not-reached',
  RuntimeError: 'impossible',
  CompileError: 'impossible',
  Ignored: 'impossible',
  Pending: 'impossible',
} as const satisfies Record<string, Fate>;

const reportSchema = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.string(),
      mutants: z.array(
        z.object({
          location: locationSchema,
          mutatorName: z.string(),
          replacement: z.string().default(''),
          status: z.enum(Object.keys(fates) as (keyof typeof fates)[]),
        }),
      ),
    }),
  ),
});

/** Lines and columns count from one; the end is not part of it. */
function cut(rows: readonly string[], { start, end }: z.infer<typeof locationSchema>): string {
  const within = rows.slice(start.line - 1, end.line);
  const last = within.length - 1;
  return within
    .map((row, at) =>
      row.slice(at === 0 ? start.column - 1 : 0, at === last ? end.column - 1 : undefined),
    )
    .join('\n');
}
