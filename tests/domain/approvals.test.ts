import { describe, expect, it } from 'vitest';
import {
  amountLeft,
  findApproval,
  listApprovals,
  quantityLeft,
} from '#domain/adjudication/approvals.ts';
import type { AllowedLine } from '#domain/adjudication/check.ts';
import { historyKey, newbornBirth } from '#domain/adjudication/input.ts';
import type { Approval } from '#domain/approvals.ts';
import { money } from '#domain/money.ts';
import { about, approval, approvals, asking, bornOn, day, paracetamol, unknown } from './terms.ts';

const used = (restsOn: string | null, quantity: number, payable = 0): AllowedLine =>
  ({ ...paracetamol(), quantity, payable: money(payable), restsOn }) as AllowedLine;
const given = (...list: readonly Approval[]) => asking({}, { approvals: approvals(...list) });
const found = (...list: readonly Approval[]) =>
  findApproval(given(...list), paracetamol(), [])?.approvalId ?? null;

describe('under whose name histories and approvals are kept', () => {
  const born = bornOn('2026-11-10');
  const key = (given: ReturnType<typeof asking>) => [historyKey(given), newbornBirth(given)];
  const onMother = { insteadOfCard: { kind: 'mother-card' } } as const;

  it('is the member’s number', () => {
    expect(key(about(born))).toEqual(['5577811042', undefined]);
  });

  it('is the mother’s with the newborn’s birth date, on her card', () => {
    expect(key(about(born, asking({}, onMother)))).toEqual(['5577811042/2026-11-10', '2026-11-10']);
  });

  it('is nobody’s where nobody is known', () => {
    expect(key({ ...asking({}, onMother), person: null })).toEqual([null, undefined]);
  });
});

describe('an approval', () => {
  it.each<[string, Partial<Approval>, string | null]>([
    ['for the line’s item and member', {}, 'A-1'],
    ['for another item', { itemCode: 'METFORMIN-850' }, null],
    ['of another member', { memberNumber: '1' }, null],
    ['for this provider', { providerId: 'NAFIS' }, 'A-1'],
    ['for another provider', { providerId: 'RABWA' }, null],
    ['on its first day', { period: { from: day('2026-11-22'), to: day('2026-11-30') } }, 'A-1'],
    ['before its first day', { period: { from: day('2026-11-23'), to: day('2026-11-30') } }, null],
    ['on its last day', { period: { from: day('2026-11-01'), to: day('2026-11-22') } }, 'A-1'],
    ['after its last day', { period: { from: day('2026-11-01'), to: day('2026-11-21') } }, null],
  ])('carries the line or not: %s', (_, changes, id) => {
    expect(found(approval(changes))).toBe(id);
  });

  it('is the one that the line names, where it names one', () => {
    const both = given(approval(), approval({ approvalId: 'A-2' }));
    const named = (approvalId: string) =>
      findApproval(both, paracetamol({ approvalId }), [])?.approvalId ?? null;
    expect([named('A-1'), named('A-2'), named('A-3')]).toEqual(['A-1', 'A-2', null]);
  });

  it('that earlier lines used up gives way to one that is not', () => {
    const both = given(approval({ quantity: 30 }), approval({ approvalId: 'A-2', quantity: 30 }));
    const next = (...before: readonly AllowedLine[]) =>
      findApproval(both, paracetamol(), before)?.approvalId;
    expect(next()).toBe('A-1');
    expect(next(used('A-1', 29))).toBe('A-1');
    expect(next(used('A-1', 30))).toBe('A-2');
    expect(next(used('A-2', 30))).toBe('A-1');
    expect(next(used('A-1', 30), used('A-2', 30))).toBe('A-1');
  });

  it('that is used up gives way to one without a limit', () => {
    const both = given(approval({ quantity: 30 }), approval({ approvalId: 'A-2' }));
    expect(findApproval(both, paracetamol(), [used('A-1', 30)])?.approvalId).toBe('A-2');
  });

  it('without a limit is never used up', () => {
    const both = given(approval(), approval({ approvalId: 'A-2' }));
    expect(findApproval(both, paracetamol(), [used('A-1', 900)])?.approvalId).toBe('A-1');
  });

  it('is nobody’s where nobody was asked, nobody can tell, or nobody is known', () => {
    expect(listApprovals(asking(), paracetamol())).toEqual([]);
    const away = asking({}, { approvals: [unknown('never-synced', 'centre')] });
    expect(listApprovals(away, paracetamol())).toEqual([]);
    expect(listApprovals({ ...given(approval()), person: null }, paracetamol())).toEqual([]);
  });

  it('has left what earlier lines that rest on it did not take', () => {
    const before = [used('A-1', 10, 700), used('A-2', 5, 50), used(null, 5, 50), used('A-1', 1, 1)];
    expect(quantityLeft(approval({ quantity: 30 }), before)).toBe(19);
    expect(amountLeft(approval({ amount: money(1_000) }), before)).toBe(299);
    expect([quantityLeft(approval(), before), amountLeft(approval(), before)]).toEqual([
      null,
      null,
    ]);
  });
});
