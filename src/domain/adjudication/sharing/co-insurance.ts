import { greatest, least, type Money, proportion, subtract, zero } from '../../money.ts';
import type { MoneyStep } from '../decision.ts';
import type { BenefitRule } from '../rule-pack.ts';
import { type Share, sharingStep } from './step.ts';

/**
 * The member's percentage: the one rounding is of the insurer's share per line, half up; the bounds then hold
 * the member's part of it, the maximum last, and never more than there is.
 */
export const coInsurance = sharingStep<BenefitRule>({
  step: 'co-insurance',
  asks: ({ rule }) => rule,
  moves: ({ insurer }, rule) => memberPartOf(insurer, rule),
  shown: ({ coInsurancePercent, coInsuranceMinimum, coInsuranceMaximum }): MoneyStep['shown'] => ({
    percent: { kind: 'percent', value: coInsurancePercent },
    ...(coInsuranceMinimum === null
      ? {}
      : { minimum: { kind: 'money', value: coInsuranceMinimum } }),
    ...(coInsuranceMaximum === null
      ? {}
      : { maximum: { kind: 'money', value: coInsuranceMaximum } }),
  }),
});

function memberPartOf(amount: Share['insurer'], rule: BenefitRule): Money {
  const byPercent = subtract(amount, proportion(amount, 100 - rule.coInsurancePercent, 100));
  const atLeast = greatest(byPercent, rule.coInsuranceMinimum ?? zero);
  const bounded = least(atLeast, rule.coInsuranceMaximum ?? atLeast);
  return least(bounded, amount);
}
