import type { z } from 'zod';
import { adjudicationInputSchema } from '#contracts/events/input-schema.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import type { CompiledPack } from '#domain/adjudication/rule-pack.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { explainIssue, formatPath, type Path } from '../problem.ts';
import { caseSchema } from './case-schema.ts';
import { findDoubts } from './find-doubts.ts';
import { layOutCase } from './lay-out-case.ts';

/** What is wrong with a case, where, and what to do about it. */
export interface CaseProblem {
  /** `claim.lines[0].quantity`; empty for the document itself. */
  readonly path: string;
  /** One sentence that ends in the cure. */
  readonly why: string;
}

export type ReadCase = (document: unknown) => Result<AdjudicationInput, readonly CaseProblem[]>;

/**
 * Reads claims to be decided with the pack: a case (docs/adjudicate.md), the whole engine input, or the body
 * of a claim's event. The last two are handed on as they are, so that deciding them again gives the same bytes.
 */
export function openCases(pack: CompiledPack): ReadCase {
  const schemas = new Map<number, ReturnType<typeof caseSchema>>();
  return (document) => {
    if (!isRecord(document)) return notAnObject;
    const { input } = document;
    if (isRecord(input)) return readInput(input, ['input']);
    if ('decidedAt' in document || 'membership' in document) return readInput(document, []);
    const exponent = exponentOf(pack, document.claim);
    const schema = schemas.get(exponent) ?? caseSchema(exponent);
    schemas.set(exponent, schema);
    const parsed = schema.safeParse(document, { reportInput: true });
    if (!parsed.success)
      return failWith(parsed.error.issues.flatMap((issue) => explain(issue, [])));
    const doubts = findDoubts(parsed.data, pack);
    if (doubts.length > 0) return failWith(doubts);
    return readInput({ ...layOutCase(parsed.data, pack), ...parsed.data.facts }, ['facts']);
  };
}

/** The decimals of the currency in which the claim says that its amounts are. */
function exponentOf({ pack }: CompiledPack, claim: unknown): number {
  const stated = isRecord(claim) ? claim.currency : undefined;
  const key = pack.currencyKeys.find((one) => one.key === stated);
  return (key?.currency ?? pack.currency).exponent;
}

function readInput(input: unknown, at: Path): ReturnType<ReadCase> {
  const parsed = adjudicationInputSchema.safeParse(input, { reportInput: true });
  if (!parsed.success) return failWith(parsed.error.issues.flatMap((issue) => explain(issue, at)));
  // As it came: what the schema does not name is the engine's to understand.
  return succeed(input as AdjudicationInput);
}

/** An issue in the words of somebody who writes cases; of a union, the alternative that came closest. */
function explain(issue: z.core.$ZodIssue, before: Path): CaseProblem[] {
  const path = [...before, ...issue.path.filter((step) => typeof step !== 'symbol')];
  if (issue.code === 'invalid_union' && issue.message === 'Invalid input') {
    const closest = issue.errors.toSorted((a, b) => depthOf(b) - depthOf(a))[0] ?? [];
    if (closest.length > 0) return closest.flatMap((one) => explain(one, path));
  }
  if (issue.code === 'unrecognized_keys') {
    const why = 'unknown field: remove it or correct its spelling';
    return issue.keys.map((key) => ({ path: formatPath([...path, key]), why }));
  }
  return [{ path: formatPath(path), why: explainIssue(issue) }];
}

const depthOf = (issues: readonly z.core.$ZodIssue[]): number =>
  issues.reduce((most, { path }) => (path.length > most ? path.length : most), 0);

const notAnObject = failWith([
  { path: '', why: 'not a JSON object: write one with person, provider and claim' },
]);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
