import { describe, expect, it } from 'vitest';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import type { CoPayment } from '#domain/adjudication/contract-terms.ts';
import { countersOf, countersOn } from '#domain/adjudication/counters.ts';
import { coPaymentOn } from '#domain/adjudication/sharing/co-payment.ts';
import { money } from '#domain/money.ts';
import { rulePack } from './builders.ts';
import { ceiling, deductible, maximum, withBenefit } from './terms.ts';

describe('what a pack counts over a period', () => {
  const fixed = (per: CoPayment['per'], benefits = rulePack().benefits) =>
    countersOf(
      rulePack({
        ...withBenefit('medicines', { coPayment: { amount: money(500), per } }),
        benefits,
      }),
    );
  const counter = {
    ...{ ceilingId: 'co-payment/SILVER/medicines', plans: ['SILVER'], diagnosis: null },
    ...{ scope: { benefit: 'medicines' }, of: 'member', basis: 'co-payment' },
    ...{ limit: 500, offlineAllowance: 500, basket: null, clause: 'art-5' },
  };

  it('is nothing of a code that the pack does not know, nor of a benefit of which the plan says nothing', () => {
    const unknown = { item: null, planCode: 'SILVER', rule: null, terms: null };
    const subject = { pack: compilePack(rulePack()), ...unknown };
    expect(countersOn(subject, [ceiling({ scope: null })])).toBeNull();
    expect(coPaymentOn(subject)).toBeNull();
  });

  it('is its ceilings, deductibles, maxima and fixed co-payments', () => {
    const pack = rulePack({
      ...{ ceilings: [ceiling()], deductibles: [deductible()], outOfPocket: [maximum()] },
      ...withBenefit('medicines', { coPayment: { amount: money(500), per: 'day' } }),
    });
    expect(countersOf(pack).map(({ ceilingId }) => ceilingId)).toEqual([
      ...['MEDICINES', 'DEDUCTIBLE', 'MAXIMUM', 'co-payment/SILVER/medicines'],
    ]);
  });

  it.each(['visit', 'day'] as const)('of a co-payment each %s bears the benefit’s name', (per) => {
    const [, , dental] = rulePack().benefits;
    const [medicines] = rulePack().benefits;
    const benefits = [dental, medicines].filter((one) => one !== undefined);
    expect(fixed(per, benefits)).toEqual([{ ...counter, per, name: medicines?.name }]);
  });

  it('of a co-payment on a benefit without a name bears the plan’s', () => {
    const [plan] = rulePack().plans;
    expect(fixed('day', [])).toEqual([{ ...counter, per: 'day', name: plan?.name }]);
  });

  it('is no co-payment that is due on each line', () => {
    expect(fixed('line')).toEqual([]);
  });
});
