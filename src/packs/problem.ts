import type { z } from 'zod';
import { type Failure, failure } from '#domain/failures.ts';

/** Steps into a document: field names and positions from zero. */
export type Path = readonly (string | number)[];

/** What is wrong with a pack, where, and what to do about it. */
export interface Problem {
  readonly file: string;
  readonly path: Path;
  /** Line in the file, from 1; null where it cannot be told. */
  readonly line: number | null;
  /** One sentence that ends in the cure. */
  readonly why: string;
}

/** The first problem as a failure; it says how many more there are. */
export function problemsAsFailure(problems: readonly [Problem, ...Problem[]]): Failure {
  const [first, ...others] = problems;
  const line = first.line === null ? '' : `line ${first.line}`;
  const path = formatPath(first.path);
  const where = path === '' ? line : line === '' ? path : `${path} (${line})`;
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return failure('reference-malformed', { file: first.file, where, why: `${first.why}${more}` });
}

/** `medicines[3].gtins[0]` */
export const formatPath = (path: Path): string =>
  path
    .map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`))
    .join('');

/** A zod issue in the words of somebody who edits the file. */
export function explainIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys')
    return `unknown field ${quoted(issue.keys)}: remove it or correct its spelling`;
  if (issue.code === 'invalid_value')
    return `not one of ${quoted(issue.values)}: write one of them`;
  if (issue.code === 'invalid_type' && isAbsent(issue)) return 'missing: write it';
  return lowerFirst(issue.message);
}

const isAbsent = (issue: z.core.$ZodIssue): boolean =>
  issue.input === undefined && issue.message.endsWith('received undefined');

const quoted = (values: readonly unknown[]): string =>
  values.map((value) => `"${String(value)}"`).join(', ');

const lowerFirst = (sentence: string): string =>
  `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
