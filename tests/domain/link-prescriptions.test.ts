import { describe, expect, it } from 'vitest';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import { linkPrescriptions } from '#domain/adjudication/link-prescriptions.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import type { ClaimLine } from '#domain/claims.ts';
import { unknown } from '#domain/facts.ts';
import type { Prescription } from '#domain/prescriptions.ts';
import { input, line, rulePack } from './builders.ts';
import { day, itemRule, paracetamol, prescription, prescriptions } from './terms.ts';

const link = (
  lines: readonly ClaimLine[],
  list: readonly Prescription[],
  pack: RulePack = rulePack(),
  changes: Parameters<typeof input>[0] = {},
) =>
  linkPrescriptions(
    input({ lines, prescriptions: prescriptions(...list), ...changes }),
    compilePack(pack),
  );
const linked = (...given: Parameters<typeof link>) =>
  link(...given).map(({ prescriptionId }) => prescriptionId ?? null);
/** In its days on 22 November, unless told otherwise. */
const order = (changes: Partial<Prescription> = {}) => prescription({ validDays: 30, ...changes });
const twice = [paracetamol(), paracetamol({ lineId: 'line-2' })];

describe('a medicine', () => {
  it.each<[string, Partial<Prescription>, string | null]>([
    ['in its days', {}, 'RX-1'],
    ['of the day itself', { on: day('2026-11-22') }, 'RX-1'],
    ['of the day after', { on: day('2026-11-23') }, null],
    ['on its last day', { validDays: 7 }, 'RX-1'],
    ['past it', { validDays: 6 }, null],
    [
      'that is filled',
      { lines: [{ itemCode: 'PARACETAMOL-500', quantity: 30, filled: 30 }] },
      null,
    ],
    [
      'that is filled beyond what it orders',
      { lines: [{ itemCode: 'PARACETAMOL-500', quantity: 30, filled: 31 }] },
      null,
    ],
    [
      'that is filled but for one tablet',
      { lines: [{ itemCode: 'PARACETAMOL-500', quantity: 30, filled: 29 }] },
      'RX-1',
    ],
    [
      'of which nobody knows whether it is',
      { lines: [{ itemCode: 'PARACETAMOL-500', quantity: 30, filled: null }] },
      'RX-1',
    ],
    [
      'of another medicine',
      { lines: [{ itemCode: 'ATORVASTATIN-20', quantity: 30, filled: 0 }] },
      'RX-1', // the builders' tablets are all of one ingredient, strength and form
    ],
    ['of what is none', { lines: [{ itemCode: 'CONSULTATION', quantity: 1, filled: 0 }] }, null],
  ])('fills a prescription or not: one %s', (_, changes, id) => {
    expect(linked([paracetamol()], [order(changes)])).toEqual([id]);
  });

  it('fills it within the days of the contract for the member’s plan', () => {
    const rule = itemRule({
      plans: ['SILVER'],
      prescription: { isNeeded: true, validDays: 6, takesPaper: false },
    });
    expect(linked([paracetamol()], [order()], rulePack({ itemRules: [rule] }))).toEqual([null]);
    const away = { membership: unknown('never-synced', 'centre') } as const;
    expect(linked([paracetamol()], [order()], rulePack({ itemRules: [rule] }), away)).toEqual([
      'RX-1',
    ]);
  });

  it('leaves to the next line what the lines before have not filled', () => {
    const second = order({ prescriptionId: 'RX-2', on: day('2026-11-10') });
    expect(linked(twice, [order(), second])).toEqual(['RX-1', 'RX-2']);
    expect(linked(twice, [order()])).toEqual(['RX-1', null]);
  });

  it('fills the newest of several, and one in its days before a newer one', () => {
    const older = order({ prescriptionId: 'RX-2', on: day('2026-11-10') });
    const newer = order({ prescriptionId: 'RX-3', on: day('2026-11-23') });
    expect(linked([paracetamol()], [older, order(), newer])).toEqual(['RX-1']);
    expect(linked([paracetamol()], [order(), older, newer])).toEqual(['RX-1']);
  });

  it('inherits the diagnoses of its prescription where it has none of its own', () => {
    const ill = order({ diagnoses: ['I10'] });
    expect(link([paracetamol()], [ill])[0]?.diagnoses).toEqual(['I10']);
    expect(link([paracetamol({ diagnoses: ['J45'] })], [ill])[0]?.diagnoses).toEqual(['J45']);
    expect(link([paracetamol()], [order()])[0]).not.toHaveProperty('diagnoses');
  });

  it('stays as it is without a prescription', () => {
    expect(link([paracetamol()], [])).toEqual([paracetamol()]);
  });
});

it('what is no medicine, or nobody knows, fills no prescription', () => {
  const lines = ['CONSULTATION', 'NOBODY'].map((itemCode) => line({ itemCode }));
  const orders = order({
    lines: lines.map(({ itemCode }) => ({ itemCode, quantity: 30, filled: 0 })),
  });
  expect(link(lines, [orders])).toEqual(lines);
});
