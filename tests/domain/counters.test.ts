import { describe, expect, it } from 'vitest';
import type { CoPayment } from '#domain/adjudication/contract-terms.ts';
import { countersOf } from '#domain/adjudication/counters.ts';
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
