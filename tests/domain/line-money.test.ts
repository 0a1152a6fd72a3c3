import { describe, expect, it } from 'vitest';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import { largestLine, priceLine as price, pricedOf } from '#domain/adjudication/line-money.ts';
import type { BenefitRule, PriceRow } from '#domain/adjudication/rule-pack.ts';
import { sharingOf } from '#domain/adjudication/sharing/index.ts';
import { shareOut } from '#domain/adjudication/sharing/share-out.ts';
import type { Share } from '#domain/adjudication/sharing/step.ts';
import type { ClaimLine } from '#domain/claims.ts';
import { type Money, money, zero } from '#domain/money.ts';
import { input, line, now, priceRow, rulePack } from './builders.ts';

const rule = (minimum: number | null = null, maximum: number | null = null): BenefitRule => ({
  benefit: 'consultations',
  covered: true,
  coInsurancePercent: 20,
  coInsuranceMinimum: minimum === null ? null : money(minimum),
  coInsuranceMaximum: maximum === null ? null : money(maximum),
  clause: 'art-5',
});

const subject = { pack: compilePack(rulePack()), item: null, planCode: null, terms: null };
const nothing = {
  input: input(),
  orderedAt: now,
  diagnoses: [],
  approval: null,
  allowedBefore: [],
  allowedThatDay: [],
};

const nothingOfTax = {
  ...{ rule: null, perTenThousand: 0, asked: null, claimed: zero, payable: zero },
  ...{ uncapped: zero, insurer: zero, member: zero, unpaid: zero },
};

/** Shared under a benefit rule alone. */
function shareOf(allowed: Money, benefit: BenefitRule): Share {
  const ruled = { ...subject, rule: benefit };
  const base = { ...ruled, ...nothing, line: line(), price: null };
  return shareOut(allowed, sharingOf(ruled), base).share;
}

/** Priced by a list alone. */
function priceLine(asked: ClaimLine, row: PriceRow | null, isListBinding: boolean) {
  const base = { ...subject, ...nothing, rule: null, line: asked, price: row };
  const quantities = { payable: asked.quantity, owed: asked.quantity };
  return price(base, { isListBinding, isReferenceBinding: true, quantities });
}

describe('the member’s share', () => {
  it.each([
    [4_999, 1_000],
    [5_000, 1_000],
    [5_010, 1_002],
    [20_000, 4_000],
    [24_995, 4_999],
    [25_000, 5_000],
    [25_010, 5_000],
  ])('of %i stays between the contract’s bounds: %i', (allowed, member) => {
    expect(shareOf(money(allowed), rule(1_000, 5_000)).member).toBe(member);
  });

  it.each([
    [999, 999],
    [1_000, 1_000],
    [1_001, 1_000],
  ])('of %i is never more than is payable: %i', (allowed, member) => {
    expect(shareOf(money(allowed), rule(1_000)).member).toBe(member);
  });

  it('holds the maximum where the contract’s bounds cross', () => {
    expect(shareOf(money(100_000), rule(5_000, 3_000)).member).toBe(3_000);
  });

  it.each([
    [0, 0, 0],
    [1, 1, 0],
    [2, 2, 0],
    [3, 2, 1],
    [5, 4, 1],
    [12, 10, 2],
    [13, 10, 3],
  ])('of %i leaves the insurer %i, rounded half up', (allowed, insurer, member) => {
    expect(shareOf(money(allowed), rule())).toEqual({ insurer, member });
  });

  it('rounds exactly one half up for the insurer', () => {
    const half = { ...rule(), coInsurancePercent: 50 };
    expect(shareOf(money(1), half)).toEqual({ insurer: 1, member: 0 });
    expect(shareOf(money(3), half)).toEqual({ insurer: 2, member: 1 });
  });
});

describe('the price of a line', () => {
  const row = priceRow({ network: 'DAMASCUS' }, 'ATORVASTATIN-20', 660);
  const asked = (unitPrice: number | null) =>
    line({ quantity: 30, unitPrice: unitPrice === null ? null : money(unitPrice) });

  it.each([
    [659, 19_770, 19_770],
    [660, 19_800, 19_800],
    [661, 19_830, 19_800],
    [null, 19_800, 19_800],
  ])('asked %s claims %i and allows %i', (unitPrice, claimed, allowed) => {
    expect(priceLine(asked(unitPrice), row, true)).toMatchObject({ claimed, allowed });
  });

  it('allows what is asked where the list does not bind', () => {
    expect(priceLine(asked(700), row, false)).toMatchObject({ allowed: 21_000 });
  });

  it.each([
    ['as it is without a tax', null, 0, 1_100],
    ['before its tax', 1_000, 0, 1_000],
    ['nothing where an earlier fee contains it, whatever its tax', 1_000, 1, 0],
  ])('that a panel counts is %s', (_, before, included, counted) => {
    const listed = priceLine(asked(null), row, true);
    if (listed === null) throw new Error('the line has a price');
    const allowed = money(included > 0 ? 0 : 1_100);
    const due = { ...nothingOfTax, before: { ...listed, allowed: money(before ?? 0) } };
    const tax = before === null ? null : due;
    expect(pricedOf({ ...listed, allowed, included: money(included), tax })).toBe(counted);
  });

  it('is unknown without an asked and a list price', () => {
    expect(priceLine(asked(null), null, true)).toBeNull();
  });

  it('is unknown above what can be reckoned with, and known exactly at it', () => {
    const one = (unitPrice: number) => line({ quantity: 1, unitPrice: money(unitPrice) });
    expect(priceLine(one(largestLine), row, false)?.claimed).toBe(largestLine);
    expect(priceLine(one(largestLine + 1), row, false)).toBeNull();
  });
});
