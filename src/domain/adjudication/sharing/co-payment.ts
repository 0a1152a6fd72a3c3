import { least, type Money, money } from '../../money.ts';
import type { LineBase, Subject } from '../check.ts';
import type { CoPayment } from '../contract-terms.ts';
import type { Counter } from '../counter-terms.ts';
import { coPaymentId, countersOf, statesOf } from '../counters.ts';
import { isCourse } from '../courses.ts';
import { aCode, anAmount } from '../shown.ts';
import { sharingStep } from './step.ts';

/** A co-payment with the counter of what it is due once of; without one it is due on each line. */
export interface CoPaymentAsked {
  readonly coPayment: CoPayment;
  readonly counters: readonly Counter[];
}

export function coPaymentOn({ pack, planCode, rule }: Subject): CoPaymentAsked | null {
  if (rule?.coPayment === undefined || planCode === null) return null;
  const id = coPaymentId(planCode, rule);
  const counters = countersOf(pack.pack).filter(({ ceilingId }) => ceilingId === id);
  return { coPayment: rule.coPayment, counters };
}

/** The fixed amount of the line, or what is still due of the visit's, day's or course's: never more than there is. */
export const coPayment = sharingStep<CoPaymentAsked>({
  step: 'co-payment',
  asks: coPaymentOn,
  moves: ({ insurer }, asked, base) => stillDue(asked, base, insurer),
  shown: ({ coPayment: { amount, per } }) => ({
    limit: anAmount(amount),
    ...(isCourse(per) ? { per: aCode(per) } : {}),
  }),
});

const stillDue = (
  { coPayment: { amount }, counters }: CoPaymentAsked,
  base: LineBase,
  payable: Money,
): Money =>
  statesOf(base, counters).reduce(
    (rest, { leftHere }) => least(rest, money(leftHere ?? amount)),
    least(payable, amount),
  );
