import type { Approval } from '../claims.ts';
import type { ClaimContext, LineContext, Said } from './check.ts';
import type { checks } from './checks/index.ts';
import type { Finding } from './decision.ts';
import type { LineOutcome } from './evidence.ts';
import type { ReasonCode } from './reasons.ts';
import type { CheckMode } from './rule-pack.ts';

export type RegisteredCheck = (typeof checks)[number];

/** The greater the worse. */
export const outcomeWeight: Readonly<Record<LineOutcome, number>> = {
  approved: 0,
  reduced: 1,
  referred: 2,
  declined: 3,
};

const loudness: Readonly<Record<CheckMode, number>> = { observe: 0, warn: 1, enforce: 2 };

/** The findings of the claim-wide checks among the given ones, once for all lines. */
export const judgeClaim = (
  using: readonly RegisteredCheck[],
  context: ClaimContext,
): readonly Finding[] =>
  using
    .filter((check) => check.scope === 'claim')
    .map((check) => find(check, context, check.run(context), null));

/** The findings of the checks that look at one line. */
export const judgeLine = (
  using: readonly RegisteredCheck[],
  context: LineContext,
): readonly Finding[] =>
  using
    .filter((check) => check.scope === 'line')
    .map((check) => find(check, context, check.run(context), context.approval));

/** Whether what a check says decides: the pack enforces it, and no approval sets it aside. */
export const isBinding = (
  check: Pick<RegisteredCheck, 'id' | 'alwaysEnforced'>,
  { pack }: Pick<ClaimContext, 'pack'>,
  approval: Approval | null,
): boolean =>
  check.alwaysEnforced === true ||
  (pack.mode(check.id) === 'enforce' && approval?.waives.includes(check.id) !== true);

/** The worst outcome among findings that decide; what a check only observes or warns of does not. */
export const worstOf = (findings: readonly Finding[]): LineOutcome =>
  findings.reduce<LineOutcome>(
    (worst, finding) => (rank(finding) > outcomeWeight[worst] ? finding.outcome : worst),
    'approved',
  );

/** Worst first: what decided, then warnings, then what was only observed, then what passed. */
export const worstFirst = (
  findings: readonly Finding[],
  using: readonly RegisteredCheck[],
): readonly Finding[] => {
  const order = new Map(using.map((check, place) => [check.id, place]));
  const place = (finding: Finding): number => order.get(finding.check) ?? using.length;
  return [...findings].sort(
    (a, b) => rank(b) - rank(a) || quietRank(b) - quietRank(a) || place(a) - place(b),
  );
};

const rank = ({ mode, outcome }: Finding): number =>
  mode === 'enforce' ? outcomeWeight[outcome] : 0;

const quietRank = ({ mode, outcome }: Finding): number =>
  outcome === 'approved' ? 0 : 1 + loudness[mode] * 4 + outcomeWeight[outcome];

function find(
  check: RegisteredCheck,
  context: ClaimContext,
  said: Said<ReasonCode>,
  approval: Approval | null,
): Finding {
  const mode = check.alwaysEnforced ? 'enforce' : context.pack.mode(check.id);
  const isWaived = mode === 'enforce' && !isBinding(check, context, approval);
  return {
    check: check.id,
    outcome: said.outcome,
    mode: isWaived ? 'warn' : mode,
    reason: said.reason,
    shown: said.shown ?? {},
    facts: said.facts ?? [],
    clause: said.clause ?? null,
    bearer: said.bearer ?? null,
    nearest: said.nearest ?? null,
    waivedBy: isWaived ? (approval?.approvalId ?? null) : null,
  };
}
