import { describe, expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { inPlaceOf, placedBenefit } from '#domain/adjudication/benefits-in-place.ts';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import { countersOf } from '#domain/adjudication/counters.ts';
import type { BenefitRule, RulePack } from '#domain/adjudication/rule-pack.ts';
import type { EncounterKind } from '#domain/claims.ts';
import { money } from '#domain/money.ts';
import { rulePack, silverBenefits } from './builders.ts';
import { asking, claiming } from './terms.ts';

type Bound = Partial<BenefitRule> & { readonly coInsurancePercent: number };

/** The pack with more entries of medicines before the one for all, of which a fifth is the member's; two pharmacies in two networks. */
function withBound(...bound: readonly Bound[]): RulePack {
  const pack = rulePack();
  const [medicines] = silverBenefits;
  if (medicines === undefined) throw new Error('the pack has no medicines');
  const more = bound.map((one) => ({ ...medicines, ...one }));
  return {
    ...pack,
    providers: pack.providers.map((one) =>
      one.providerId === 'RABWA' ? { ...one, network: 'ALEPPO' } : one,
    ),
    plans: pack.plans.flatMap((plan) => [
      { ...plan, benefits: [...silverBenefits, ...more] },
      { ...plan, code: 'GOLD' },
    ]),
  };
}

const at = (providerId: string, encounter: EncounterKind = 'outpatient') =>
  claiming({ providerId, encounter });
const percentAt = (pack: RulePack, ...place: Parameters<typeof at>) =>
  inPlaceOf(at(...place), compilePack(pack)).benefitRule('SILVER', 'medicines')
    ?.coInsurancePercent ?? null;

const out: Bound = { networks: ['ALEPPO'], coInsurancePercent: 40 };
const ward: Bound = { settings: ['inpatient', 'day-case'], coInsurancePercent: 0 };
const both: Bound = { ...out, ...ward, coInsurancePercent: 10 };

describe('what a plan says of a benefit', () => {
  it.each<[string, RulePack, Parameters<typeof at>, number | null]>([
    ['is the same everywhere, where no entry is bound', withBound(), ['RABWA'], 20],
    ['is of the provider’s network', withBound(out), ['RABWA'], 40],
    ['is that for all in another', withBound(out), ['NAFIS'], 20],
    ['is of the kind of care', withBound(ward), ['NAFIS', 'inpatient'], 0],
    ['is of each of them', withBound(ward), ['NAFIS', 'day-case'], 0],
    ['is that for all in another kind', withBound(ward), ['NAFIS', 'emergency'], 20],
    ['is of both where it is bound to both', withBound(both), ['RABWA', 'inpatient'], 10],
    ['is not of both in another kind of care', withBound(both), ['RABWA'], 20],
    ['is not of both in another network', withBound(both), ['NAFIS', 'inpatient'], 20],
    ['is the first that fits', withBound(out, ward), ['RABWA', 'inpatient'], 40],
    ['is the first that fits, in whatever order', withBound(ward, out), ['RABWA', 'inpatient'], 0],
    ['is nothing where the network is not known', withBound(out), ['NOBODY'], null],
    [
      'is that of a kind of care, whatever the network',
      withBound(ward),
      ['NOBODY', 'inpatient'],
      0,
    ],
    [
      'is that of a kind of care before one of an unknown network',
      withBound(ward, out),
      ['NOBODY', 'inpatient'],
      0,
    ],
    ['is that for all where only another kind is bound', withBound(both), ['NOBODY'], 20],
  ])('%s', (_, pack, place, percent) => {
    expect(percentAt(pack, ...place)).toBe(percent);
  });

  it('of another benefit stays as it is', () => {
    const here = inPlaceOf(at('RABWA'), compilePack(withBound(out)));
    expect(here.benefitRule('SILVER', 'dental')).toMatchObject({ covered: false });
    expect(here.benefitRule('SILVER', 'optical')).toBeNull();
    expect(here.benefitRule('GOLD', 'medicines')?.coInsurancePercent).toBe(20);
    expect(here.benefitRule('BRONZE', 'medicines')).toBeNull();
  });

  it('is laid out once for a place, and not at all where no entry is bound', () => {
    const plain = compilePack(rulePack());
    expect(inPlaceOf(at('NAFIS'), plain)).toBe(plain);
    const pack = compilePack(withBound(out));
    expect(inPlaceOf(at('RABWA'), pack)).toBe(inPlaceOf(at('RABWA'), pack));
    expect(inPlaceOf(at('NAFIS'), pack)).not.toBe(inPlaceOf(at('RABWA'), pack));
    expect(inPlaceOf(at('RABWA', 'inpatient'), pack)).not.toBe(inPlaceOf(at('RABWA'), pack));
  });

  it('is how a line is shared', () => {
    const given = { ...asking(), claim: { ...asking().claim, encounter: 'inpatient' as const } };
    const [line] = adjudicate(given, compilePack(withBound(ward))).lines;
    expect(line?.amounts).toMatchObject({ insurer: 3_000, memberShare: 0 });
  });

  it('has a co-payment of its own where it is bound', () => {
    const coPayment = { amount: money(500), per: 'visit' } as const;
    const pack = withBound({ ...both, coPayment });
    expect(countersOf(pack).map(({ ceilingId }) => ceilingId)).toEqual([
      'co-payment/SILVER/medicines/ALEPPO/inpatient/day-case',
    ]);
    expect(placedBenefit({ benefit: 'medicines' })).toBe('medicines');
  });
});
