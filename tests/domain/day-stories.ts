import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import type { Claim, ClaimLine } from '#domain/claims.ts';
import { day, type InputChanges, input, rulePack } from './builders.ts';
import { claiming, history, paracetamol } from './terms.ts';

/** A claim of 22 November, each of whose lines may have a day of its own. */
export const days = (
  lines: readonly Partial<ClaimLine>[],
  facts: InputChanges = {},
  claim: Partial<Claim> = {},
): AdjudicationInput =>
  claiming(
    claim,
    input({
      lines: lines.map((changes, at) => paracetamol({ lineId: `line-${at + 1}`, ...changes })),
      services: [history([], 'centre')],
      ...facts,
    }),
  );

export const decide = (given: AdjudicationInput, pack: RulePack = rulePack()) =>
  adjudicate(given, compilePack(pack));

/** What decides of each line: the first reason that does not pass, or its outcome. */
export const verdicts = (given: AdjudicationInput, pack?: RulePack) =>
  decide(given, pack).lines.map(
    ({ findings, outcome }) =>
      findings.find(({ mode, outcome: said }) => said !== 'approved' && mode === 'enforce')
        ?.reason ?? outcome,
  );

export const on = (text: string, changes: Partial<ClaimLine> = {}): Partial<ClaimLine> => ({
  on: day(text),
  ...changes,
});
