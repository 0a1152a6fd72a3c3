import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import type { CompiledPack } from '#domain/adjudication/rule-pack.ts';
import { openCases, type ReadCase } from '../cases/open-cases.ts';
import { type ChangedLine, compareDecisions } from './compare-decisions.ts';

/** What a rule changed, over all claims; money in minor units, more is positive. */
export interface RuleEffect {
  readonly rule: string;
  readonly lines: number;
  readonly insurer: number;
  readonly member: number;
  /** `approved to declined`, and how many lines; the same verdict twice is a change of money alone. */
  readonly verdicts: Readonly<Record<string, number>>;
}

export interface Replay {
  readonly claims: number;
  readonly lines: number;
  readonly changedClaims: number;
  readonly changedLines: number;
  /** What the insurer pays of all claims with the one pack and with the other, minor units. */
  readonly insurerBefore: number;
  readonly insurerAfter: number;
  /** By how much money they move, the most first. */
  readonly rules: readonly RuleEffect[];
  readonly unread: number;
  /** The first ten that could not be read: line, and why. */
  readonly firstUnread: readonly { readonly line: number; readonly why: string }[];
}

/**
 * Decides past claims, one JSON document a line (docs/adjudicate.md), with two packs and sums up what differs.
 * Of the claims nothing is kept but the sums, however many there are.
 */
export async function replayClaims(
  documents: AsyncIterable<string> | Iterable<string>,
  before: CompiledPack,
  after: CompiledPack,
): Promise<Replay> {
  const readers = [openCases(before), openCases(after)] as const;
  const rules = new Map<string, Effect>();
  const firstUnread: { line: number; why: string }[] = [];
  const sums = { claims: 0, lines: 0, changedClaims: 0, changedLines: 0, unread: 0 };
  const insurer = { insurerBefore: 0, insurerAfter: 0 };
  let line = 0;
  for await (const json of documents) {
    line += 1;
    if (json.trim() === '') continue;
    const read = readTwice(json, readers);
    if (typeof read === 'string') {
      sums.unread += 1;
      if (firstUnread.length < mostUnread) firstUnread.push({ line, why: read });
      continue;
    }
    const was = adjudicate(read[0], before);
    const is = adjudicate(read[1], after);
    const changed = compareDecisions(was, is);
    sums.claims += 1;
    sums.lines += was.lines.length;
    sums.changedClaims += changed.length > 0 ? 1 : 0;
    sums.changedLines += changed.length;
    insurer.insurerBefore += was.totals.insurer;
    insurer.insurerAfter += is.totals.insurer;
    for (const one of changed) count(rules, one);
  }
  const moved = ({ insurer: more, member }: RuleEffect) => Math.abs(more) + Math.abs(member);
  return {
    ...sums,
    ...insurer,
    rules: [...rules.values()].toSorted((a, b) => moved(b) - moved(a) || b.lines - a.lines),
    firstUnread,
  };
}

const mostUnread = 10;

type Read = readonly [before: AdjudicationInput, after: AdjudicationInput];

/** The claim as each pack reads it: a case is laid out by the pack, the engine's own input is the same for both. */
function readTwice(json: string, [first, second]: readonly [ReadCase, ReadCase]): Read | string {
  const document = parse(json);
  if (document === undefined) return 'not JSON: write one document a line';
  const before = first(document);
  if (!before.ok) return whyOf(before.failure);
  if (isEngineInput(document)) return [before.value, before.value];
  const after = second(document);
  return after.ok ? [before.value, after.value] : whyOf(after.failure);
}

const isEngineInput = (document: unknown): boolean =>
  typeof document === 'object' &&
  document !== null &&
  ('input' in document || 'decidedAt' in document || 'membership' in document);

const whyOf = (problems: readonly { readonly path: string; readonly why: string }[]): string =>
  problems.map(({ path, why }) => (path === '' ? why : `${path}: ${why}`)).join('; ');

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

type Effect = { -readonly [Name in keyof Omit<RuleEffect, 'verdicts'>]: RuleEffect[Name] } & {
  verdicts: Record<string, number>;
};

function count(rules: Map<string, Effect>, change: ChangedLine): void {
  const { rule } = change;
  const effect = rules.get(rule) ?? { rule, lines: 0, insurer: 0, member: 0, verdicts: {} };
  effect.lines += 1;
  effect.insurer += change.insurer;
  effect.member += change.member;
  const verdict = `${change.before} to ${change.after}`;
  effect.verdicts[verdict] = (effect.verdicts[verdict] ?? 0) + 1;
  rules.set(rule, effect);
}
