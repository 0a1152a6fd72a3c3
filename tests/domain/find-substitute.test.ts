import { expect, it } from 'vitest';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import { findSubstitute } from '#domain/adjudication/find-substitute.ts';
import { input, line, rulePack } from './builders.ts';

const excluding = (...codes: readonly string[]) => {
  const plain = rulePack();
  const excludedItems = codes.map((item) => ({ item, clause: 'art-11' }));
  return compilePack({ ...plain, plans: plain.plans.map((plan) => ({ ...plan, excludedItems })) });
};
const found = (itemCode: string, pack = excluding('ATORVASTATIN-20')) =>
  findSubstitute(input({ lines: [line({ itemCode })] }), pack, 'line-1')?.item.code ?? null;

it('finds the cheapest medicine of the same ingredient, strength and form that would be approved', () => {
  expect(found('ATORVASTATIN-20')).toBe('PARACETAMOL-500');
});

it('passes over one that would not be approved, however cheap', () => {
  const pack = excluding('ATORVASTATIN-20', 'PARACETAMOL-500');
  expect(found('ATORVASTATIN-20', pack)).toBe('METFORMIN-850');
});

it('asks for whole saleable units of it, and for days in proportion', () => {
  const asked = line({ itemCode: 'ATORVASTATIN-20', quantity: 25, daysSupply: 25 });
  const instead = findSubstitute(input({ lines: [asked] }), excluding('ATORVASTATIN-20'), 'line-1');
  expect(instead).toMatchObject({ quantity: 20, daysSupply: 20 });
});

it('finds none for what is no medicine, nor for an item that nobody knows', () => {
  expect(found('CONSULTATION')).toBeNull();
  expect(found('NOBODY')).toBeNull();
});
