import { expect, test } from 'vitest';
import { checkMoney } from './money-laws.ts';

test('the laws of money hold of 2,000 claims, each under a contract of its own', () => {
  const reached = new Set<string>();
  checkMoney(2_000, ({ decision }) => {
    for (const { outcome, steps } of decision.lines) {
      reached.add(outcome);
      for (const { step } of steps) reached.add(step);
    }
  });
  // What the claims never reach would hold of nothing.
  const all = [
    'approved',
    'reduced',
    'deductible',
    'co-payment',
    'out-of-pocket',
    'over-ceiling',
    'tax-claimed',
    'tax-contained',
    'tax-payable',
    'tax-member',
    'tax-unpaid',
    'percent-of',
    'included',
    'lowered',
    'lowered-own',
    'other-payers',
  ];
  expect([...reached]).toEqual(expect.arrayContaining(all));
}, 120_000);
