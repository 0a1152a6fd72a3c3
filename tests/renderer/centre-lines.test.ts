import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCentreLines } from '../../renderer/screens/claims/centre-lines.ts';

test('reads the outcome and what is allowed of each line', () => {
  const amounts = { claimed: 700, insurer: 400, memberShare: 100 };
  const lines = readCentreLines({ lines: [{ lineId: 'a', outcome: 'reduced', amounts }] });
  expect([...lines]).toEqual([['a', { outcome: 'reduced', allowed: 500 }]]);
});

test('leaves out what it does not understand', () => {
  fc.assert(
    fc.property(fc.anything(), (decision) => {
      expect([...readCentreLines({ lines: [decision] }).values()]).toEqual([]);
      expect([...readCentreLines(decision).values()]).toEqual([]);
    }),
  );
});
