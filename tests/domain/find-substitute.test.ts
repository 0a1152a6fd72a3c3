import { describe, expect, it } from 'vitest';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import {
  findNotExchangeable,
  findSubstitute,
  putInstead,
} from '#domain/adjudication/find-substitute.ts';
import type { Item, RulePack } from '#domain/adjudication/rule-pack.ts';
import type { ClaimLine } from '#domain/claims.ts';
import { money } from '#domain/money.ts';
import { input, line, moment, priceRow, rulePack, signed } from './builders.ts';
import { ceiling, withBenefit } from './terms.ts';

/** All medicines of this contract have one ingredient, strength and form; paracetamol is the cheapest, then metformin. */
const excluding = (codes: readonly string[], pack: RulePack = rulePack()): RulePack => {
  const excludedItems = codes.map((item) => ({ item, clause: 'art-11' }));
  return { ...pack, plans: pack.plans.map((plan) => ({ ...plan, excludedItems })) };
};
const noAtorvastatin = excluding(['ATORVASTATIN-20']);
const instead = (
  lines: readonly ClaimLine[] = [line()],
  pack: RulePack = noAtorvastatin,
  lineId = 'line-1',
) => findSubstitute(input({ lines }), compilePack(pack), lineId);
const found = (...given: Parameters<typeof instead>) => instead(...given)?.item.code ?? null;
const asking = (itemCode: string) => [line({ itemCode })];
/** With an item of the contract changed. */
const withItem = (
  code: string,
  changes: Partial<Item> | Partial<NonNullable<Item['medicine']>>,
) => ({
  ...noAtorvastatin,
  items: rulePack().items.map((item) =>
    item.code !== code || item.medicine === null
      ? item
      : 'benefit' in changes
        ? { ...item, ...changes }
        : { ...item, medicine: { ...item.medicine, ...changes } },
  ) as readonly Item[],
});

/** With more said of some medicines. */
const withMedicines = (
  changes: Readonly<Record<string, Partial<NonNullable<Item['medicine']>>>>,
) => ({
  ...noAtorvastatin,
  items: rulePack().items.map((item) =>
    item.medicine === null
      ? item
      : { ...item, medicine: { ...item.medicine, ...changes[item.code] } },
  ),
});

describe('what may be given instead', () => {
  it('is the cheapest medicine of the same ingredient, strength and form that would be approved', () => {
    expect(found()).toBe('PARACETAMOL-500');
  });

  it('is not one that would not be approved, however cheap', () => {
    const pack = excluding(['ATORVASTATIN-20', 'PARACETAMOL-500']);
    expect(found([line()], pack)).toBe('METFORMIN-850');
  });

  it.each([
    ['ingredient', { ingredient: 'paracetamol' }],
    ['strength', { strength: '500 mg' }],
    ['form', { form: 'syrup' }],
  ])('is not one of another %s', (_, changes) => {
    expect(found([line()], withItem('PARACETAMOL-500', changes))).toBe('METFORMIN-850');
  });

  it.each([
    ['is offered', { isNarrowIndex: true }, {}],
    ['is replaced', {}, { isNarrowIndex: true }],
    ['states another group', { substitutionGroup: 'B' }, { substitutionGroup: 'A' }],
    ['alone states a group', { substitutionGroup: 'A' }, {}],
    ['is not of the group of what is replaced', {}, { substitutionGroup: 'A' }],
    [
      'is of one group, and of a narrow index',
      { substitutionGroup: 'A', isNarrowIndex: true },
      { substitutionGroup: 'A' },
    ],
  ] as const)('is not one where it %s', (_, offered, own) => {
    const pack = withMedicines({ 'PARACETAMOL-500': offered, 'ATORVASTATIN-20': own });
    const [item, ...others] = ['PARACETAMOL-500', 'METFORMIN-850', 'ATORVASTATIN-20-B'];
    const found1 = found([line()], pack);
    expect(found1).not.toBe(item);
    // The others are offered unless it is what is replaced that is kept apart.
    expect(found1).toBe(Object.keys(own).length === 0 ? others[0] : null);
  });

  it('is one of the same stated group, whatever its strength', () => {
    const group = { substitutionGroup: 'A' };
    const pack = withMedicines({
      'PARACETAMOL-500': { ...group, strength: '500 mg' },
      'ATORVASTATIN-20': group,
    });
    expect(found([line()], pack)).toBe('PARACETAMOL-500');
  });

  it('tells what is not exchanged for it, where only the narrow index keeps the two apart', () => {
    const keptFrom = (pack: RulePack, code = 'ATORVASTATIN-20') =>
      findNotExchangeable(compilePack(pack), code)?.code ?? null;
    const narrow = { isNarrowIndex: true } as const;
    expect(keptFrom(withMedicines({ 'ATORVASTATIN-20': narrow }))).toBe('ATORVASTATIN-20-B');
    expect(keptFrom(withMedicines({ 'METFORMIN-850': narrow }))).toBe('METFORMIN-850');
    expect(keptFrom(rulePack())).toBeNull();
    const alone = { 'ATORVASTATIN-20': { ...narrow, substitutionGroup: 'A' } };
    expect(keptFrom(withMedicines(alone))).toBeNull();
    expect(keptFrom(withMedicines({ 'ATORVASTATIN-20': narrow }), 'CONSULTATION')).toBeNull();
    expect(keptFrom(withMedicines({ 'ATORVASTATIN-20': narrow }), 'NOBODY')).toBeNull();
  });

  it('is not one without a price', () => {
    const prices = rulePack().prices.filter(({ item }) => item !== 'PARACETAMOL-500');
    expect(found([line()], { ...noAtorvastatin, prices })).toBe('METFORMIN-850');
  });

  it('is never the item itself, though it would be approved at the list price', () => {
    const dear = [line({ itemCode: 'PARACETAMOL-500', unitPrice: money(150) })];
    expect(found(dear, rulePack())).toBe('METFORMIN-850');
  });

  it('is the one for which the patient pays least, though another is cheaper', () => {
    const pack = withItem('PARACETAMOL-500', { benefit: 'consultations' });
    // Of 10.00 the least share is 10.00; of 42.00 a fifth is 8.40.
    expect(instead([line({ quantity: 10 })], pack)).toMatchObject({
      ...{ item: { code: 'METFORMIN-850' }, patientPays: 840 },
    });
  });

  it('is the cheaper of two for which the patient pays as much', () => {
    const free = { ...noAtorvastatin, ...withBenefit('medicines', { coInsurancePercent: 0 }) };
    expect(found([line()], excluding(['ATORVASTATIN-20'], free))).toBe('PARACETAMOL-500');
  });

  it.each([
    ['08:59:59.999', 'PARACETAMOL-500'],
    ['09:00:00.000', 'METFORMIN-850'],
  ])('is the cheaper of two at the prices of when the line was ordered: %s', (time, code) => {
    const free = { ...noAtorvastatin, ...withBenefit('medicines', { coInsurancePercent: 0 }) };
    const dearer = {
      ...priceRow({ network: 'DAMASCUS' }, 'PARACETAMOL-500', 450, '2026-11-22'),
      at: moment('2026-11-22T09:00:00.000Z'),
    };
    const pack = { ...free, prices: [...rulePack().prices, dearer] };
    const ordered = line({ orderedAt: moment(`2026-11-22T${time}Z`) });
    expect(found([ordered], excluding(['ATORVASTATIN-20', 'ATORVASTATIN-20-B'], pack))).toBe(code);
  });

  it('is found in the line’s own place, the others as they are', () => {
    const other = line({
      lineId: 'other',
      itemCode: 'CONSULTATION',
      quantity: 1,
      daysSupply: null,
    });
    const refused = line({ lineId: 'refused', itemCode: 'FILLING', quantity: 1, daysSupply: null });
    const pack = { ...noAtorvastatin, ceilings: [ceiling({ per: 'visit', limit: 2_400 })] };
    expect(found([other, line()], pack)).toBe('PARACETAMOL-500');
    expect(found([refused, line()], pack)).toBe('PARACETAMOL-500');
    expect(found([other, line({ lineId: 'line-2' })], pack, 'line-2')).toBe('PARACETAMOL-500');
  });

  it('is none where the line’s others leave nothing for it', () => {
    const other = line({ lineId: 'other', itemCode: 'PARACETAMOL-500' });
    const pack = { ...noAtorvastatin, ceilings: [ceiling({ per: 'visit', limit: 2_400 })] };
    expect(found([other, line()], pack)).toBeNull();
  });

  it('is none for what is no medicine, an item that nobody knows, or a line that is not there', () => {
    expect(found(asking('CONSULTATION'))).toBeNull();
    expect(found(asking('NOBODY'))).toBeNull();
    expect(found([line()], noAtorvastatin, 'no-such-line')).toBeNull();
  });

  it.each([
    [11, 'LAST'],
    [12, null],
  ])('is looked for among the twelve cheapest: after %i that are refused', (count, code) => {
    const plain = rulePack();
    const [medicine] = plain.items;
    if (medicine === undefined) throw new Error('the contract has items');
    const refused = Array.from({ length: count }, (_, at) => `REFUSED-${at}`);
    const codes = ['LAST', ...refused];
    const pack = {
      ...excluding(['ATORVASTATIN-20', ...refused]),
      items: [medicine, ...codes.map((one) => ({ ...medicine, code: one }))],
      prices: codes.map((one, at) =>
        priceRow({ network: 'DAMASCUS' }, one, one === 'LAST' ? 500 : 10 + at),
      ),
    };
    expect(found([line()], pack)).toBe(code);
  });
});

describe('a line for another item', () => {
  const tablets = rulePack().items.find(({ code }) => code === 'PARACETAMOL-500');
  const visit = rulePack().items.find(({ code }) => code === 'CONSULTATION');
  const put = (changes: Partial<ClaimLine>, item = tablets) => {
    if (item === undefined) throw new Error('the contract has the item');
    return putInstead(line(changes), item);
  };

  it.each([
    [30, 30, 30, 30],
    [25, 25, 20, 20],
    [10, 10, 10, 10],
    [9, 9, 10, 10], // never less than one pack
    [25, 1, 20, 1], // never less than a day
    [25, null, 20, null],
  ])(
    'of %i units for %s days asks for %i units and %s days',
    (quantity, days, units, daysSupply) => {
      expect(put({ quantity, daysSupply: days })).toMatchObject({ quantity: units, daysSupply });
    },
  );

  it('asks for as many of what is sold singly', () => {
    expect(put({ quantity: 3, daysSupply: null }, visit).quantity).toBe(3);
  });

  it('asks for no price, and rests on no signature or approval of the one before', () => {
    const put1 = put({ unitPrice: money(700), consent: signed(), approvalId: 'A-1' });
    expect(put1).toEqual(line({ itemCode: 'PARACETAMOL-500', unitPrice: null }));
  });
});
