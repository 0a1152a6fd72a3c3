import { describe, expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import {
  type ApprovalUse,
  findOverdrawn,
  leftOf,
  listUses,
} from '#domain/adjudication/approval-use.ts';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import type { DecidedLine } from '#domain/adjudication/decision.ts';
import { money } from '#domain/money.ts';
import { input } from './builders.ts';
import { approval, approvals, asking, paracetamol, withItemRule } from './terms.ts';

const needsApproval = withItemRule({ approval: { isNeeded: true, above: null } });
const decide = (given: ReturnType<typeof input>): readonly DecidedLine[] =>
  adjudicate(given, compilePack(needsApproval)).lines;
const use = (quantity: number, amount: number, approvalId = 'A-1'): ApprovalUse => ({
  ...{ approvalId, lineId: 'line-1', quantity, amount },
});

describe('what decided lines take of an approval', () => {
  it('is what is paid for, share included, of each line that rests on one', () => {
    const lines = [
      paracetamol({ lineId: 'a', quantity: 20 }),
      paracetamol({ lineId: 'b', itemCode: 'METFORMIN-850', quantity: 10 }),
      paracetamol({ lineId: 'c', quantity: 20 }),
    ];
    const given = input({ lines, approvals: approvals(approval({ quantity: 30 })) });
    expect(listUses(decide(given))).toEqual([
      { approvalId: 'A-1', lineId: 'a', quantity: 20, amount: 2_000 },
      { approvalId: 'A-1', lineId: 'c', quantity: 10, amount: 1_000 },
    ]);
  });

  it('is nothing of a line that is not allowed, though it rests on one', () => {
    const given = asking({}, { approvals: approvals(approval()), holder: 'not-yet' });
    expect(listUses(decide(given))).toEqual([]);
  });

  it('is nothing of a number that was only told', () => {
    const given = asking({ approvalId: 'A-9' }, { approvals: approvals() });
    const warned = { ...needsApproval, modes: { 'prior-approval': 'warn' } as const };
    const { lines } = adjudicate(given, compilePack(warned));
    expect(lines[0]?.findings[0]).toMatchObject({ reason: 'approval-unverified' });
    expect(listUses(lines)).toEqual([]);
  });

  it('is nothing of a line that nobody asked about an approval', () => {
    const [line] = decide(asking({}, { approvals: approvals(approval()) }));
    expect(listUses(line === undefined ? [] : [{ ...line, findings: [] }])).toEqual([]);
  });
});

describe('what is left of an approval', () => {
  const granted = approval({ quantity: 30, amount: money(3_000) });

  it.each([
    ['nothing was taken', [], 30, 3_000],
    ['some was', [use(10, 900)], 20, 2_100],
    ['some was, twice', [use(10, 900), use(5, 100)], 15, 2_000],
    ['another was taken from', [use(10, 900, 'A-2')], 30, 3_000],
    ['all was', [use(30, 3_000)], 0, 0],
    ['more was than there is', [use(31, 3_001)], 0, 0],
  ])('where %s', (_, uses, quantity, amount) => {
    expect(leftOf(granted, uses)).toEqual({ ...granted, quantity, amount });
  });

  it('is without a limit where it was', () => {
    expect(leftOf(approval(), [use(10, 900)])).toEqual(approval());
  });
});

describe('an approval of which more is taken than is left', () => {
  const limited = approval({ quantity: 30, amount: money(3_000) });
  const other = approval({ approvalId: 'A-2', quantity: 1 });

  it.each([
    ['exactly all', [use(30, 3_000)], null],
    ['one unit more', [use(31, 3_000)], 'A-1'],
    ['one minor unit more', [use(30, 3_001)], 'A-1'],
    ['one unit more in two uses', [use(15, 0), use(16, 0)], 'A-1'],
    ['one minor unit more in two uses', [use(0, 1_500), use(0, 1_501)], 'A-1'],
    ['as much of one that has more', [use(2, 0)], null],
    ['more of the second alone', [use(2, 0, 'A-2')], 'A-2'],
    ['nothing', [], null],
  ])('is found or not: %s', (_, uses, found) => {
    expect(findOverdrawn([limited, other], uses)?.approvalId ?? null).toBe(found);
  });

  it('is none without a limit', () => {
    expect(findOverdrawn([approval()], [use(900, 900_000)])).toBeNull();
  });
});
