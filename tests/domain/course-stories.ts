import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import type { Course } from '#domain/adjudication/contract-terms.ts';
import type { DecidedLine, Finding } from '#domain/adjudication/decision.ts';
import type { AdjudicationInput, CeilingUse } from '#domain/adjudication/input.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import type { Claim } from '#domain/claims.ts';
import { money } from '#domain/money.ts';
import type { Prescription } from '#domain/prescriptions.ts';
import { input, rulePack } from './builders.ts';
import { claiming, paracetamol, prescription, prescriptions, use, withBenefit } from './terms.ts';

/** A co-payment of 5.00 on medicines, due once of a course. */
export const once = (per: Course, more: Partial<RulePack> = {}) =>
  compilePack(
    rulePack({ ...withBenefit('medicines', { coPayment: { amount: money(500), per } }), ...more }),
  );

/** What was taken of a course, anywhere and by this terminal's own claims; null: not known. */
export const counted = (course: string, total: number | null, own: number | null): CeilingUse =>
  use(total, own, { ceilingId: 'co-payment/SILVER/medicines', period: null, course });

/** What this terminal's own claims took of a course; elsewhere nobody counts. */
export const taken = (course: string, own: number | null): CeilingUse => counted(course, null, own);

export const told = (...list: readonly Prescription[]) => ({
  prescriptions: prescriptions(...list),
});

export const filled = (units: number | null, changes: Partial<Prescription> = {}) =>
  prescription({
    lines: [{ itemCode: 'PARACETAMOL-500', quantity: 90, filled: units }],
    ...changes,
  });

/** A line of paracetamol for each of the quantities. */
export const asking = (
  quantities: readonly number[],
  facts: Partial<AdjudicationInput> = {},
  claim: Partial<Claim> = {},
) =>
  claiming(
    claim,
    input({
      lines: quantities.map((quantity, at) => paracetamol({ lineId: `line-${at + 1}`, quantity })),
      ...facts,
    }),
  );

export const decide = (per: Course, given: AdjudicationInput): readonly DecidedLine[] =>
  adjudicate(given, once(per)).lines;

/** The fixed amount of each line, or that nothing is known of it. */
export const fixedOf = (lines: readonly DecidedLine[]) =>
  lines.map(({ coPayment = 0, outcome }) => (outcome === 'referred' ? outcome : coPayment));

/** What is said of how the line is shared. */
export const sharingOf = (line: DecidedLine | undefined): Finding | undefined =>
  line?.findings.find(({ check }) => check === 'co-insurance');
