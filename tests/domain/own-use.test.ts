import { describe, expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import type { Ceiling } from '#domain/adjudication/counter-terms.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import {
  listOwnServices,
  listOwnUse,
  type PastClaim,
  takenByClaim,
} from '#domain/adjudication/own-use.ts';
import type { ClaimLine } from '#domain/claims.ts';
import { input, line, membership, rulePack } from './builders.ts';
import { ceiling, claiming, day, paracetamol, today } from './terms.ts';

/** A claim of thirty tablets at one pound, a fifth the member's, as it was decided. */
const past = (given: AdjudicationInput = input({ lines: [paracetamol()] })): PastClaim => ({
  input: given,
  decision: adjudicate(given, compilePack(rulePack())),
});
const on = (date: string) => past(input({ on: day(date), lines: [paracetamol()] }));
const used = (
  changes: Partial<Ceiling>,
  claims: readonly PastClaim[] = [past()],
  member: ReturnType<typeof membership> | null = membership(),
) =>
  listOwnUse(compilePack(rulePack({ ceilings: [ceiling(changes)] })), claims, member, today).map(
    ({ period, used: amount }) => [period?.from ?? null, period?.to ?? null, amount],
  );
const visit = line({ lineId: 'visit', itemCode: 'CONSULTATION', quantity: 1, daysSupply: null });
const refused = line({ lineId: 'refused', itemCode: 'WHITENING', quantity: 1, daysSupply: null });

describe('what own claims used', () => {
  it.each<[Ceiling['basis'], number]>([
    ['net', 2_400],
    ['gross', 3_000],
    ['units', 30],
    ['visits', 1],
  ])('of a ceiling that counts %s is %i', (basis, amount) => {
    expect(used({ basis })).toEqual([['2026-01-01', '2026-12-31', amount]]);
  });

  it('counts a visit once, whatever its lines, and each claim', () => {
    const two = past(input({ lines: [paracetamol(), paracetamol({ lineId: 'line-2' })] }));
    expect(used({ basis: 'visits' }, [two])[0]?.[2]).toBe(1);
    expect(used({ basis: 'visits' }, [two, past()])[0]?.[2]).toBe(2);
    expect(used({ basis: 'units' }, [two, past()])[0]?.[2]).toBe(90);
  });

  it.each([
    ['2026-10-31', 0],
    ['2026-11-01', 30],
    ['2026-11-30', 30],
    ['2026-12-01', 0],
  ])('counts a claim of %s in the month of the day, or not: %i', (date, amount) => {
    expect(used({ basis: 'units', per: 'month' }, [on(date)])).toEqual([
      ['2026-11-01', '2026-11-30', amount],
    ]);
  });

  it('has no period where it counts a lifetime', () => {
    expect(used({ basis: 'units', per: 'lifetime' }, [on('2020-01-01')])).toEqual([
      [null, null, 0],
    ]);
    expect(used({ basis: 'units', per: 'lifetime' })).toEqual([[null, null, 30]]);
  });

  it.each([
    ['2026-06-30', 0],
    ['2026-07-01', 30],
  ])('counts a claim of %s since a change of plan on 1 July, or not: %i', (date, amount) => {
    const member = membership({ planSince: day('2026-07-01') });
    expect(used({ basis: 'units', afterPlanChange: 'reset' }, [on(date)], member)).toEqual([
      ['2026-07-01', '2026-12-31', amount],
    ]);
    expect(used({ basis: 'units' }, [on(date)], member)).toEqual([
      ['2026-01-01', '2026-12-31', 30],
    ]);
  });

  it.each(['line', 'visit'] as const)('is not told where it counts each %s anew', (per) => {
    expect(used({ per })).toEqual([]);
  });

  it('is not told where the policy’s year is not known', () => {
    expect(used({}, [past()], null)).toEqual([]);
  });

  it.each<[string, readonly ClaimLine[], Partial<Ceiling>, number]>([
    ['of another benefit', [visit], {}, 0],
    ['where every item counts', [visit, paracetamol()], { scope: null }, 31],
    ['that was refused', [refused], { scope: null }, 0],
    ['that nobody knows', [paracetamol({ itemCode: 'NOBODY' })], { scope: null }, 0],
    ['for the diagnosis', [paracetamol()], { diagnosis: 'E78' }, 30],
    ['for another', [paracetamol()], { diagnosis: 'I10' }, 0],
    [
      'for another, said on the line',
      [paracetamol({ diagnoses: ['I10'] })],
      { diagnosis: 'I10' },
      30,
    ],
    ['for one that is not said', [paracetamol({ diagnoses: [] })], { diagnosis: 'E78' }, 0],
    [
      'for one that comes second',
      [paracetamol({ diagnoses: ['I10', 'E78'] })],
      { diagnosis: 'E78' },
      0,
    ],
  ])('counts a line or not: one %s', (_, lines, changes, amount) => {
    expect(used({ basis: 'units', ...changes }, [past(input({ lines }))])[0]?.[2]).toBe(amount);
  });

  it('counts nothing of an item that the contract no longer has', () => {
    const since = compilePack(rulePack({ items: [] }));
    expect(takenByClaim(since, ceiling({ basis: 'units' }), past())).toBe(0);
  });

  it('counts nothing of a line of which nothing was decided', () => {
    const undecided = { ...past(), decision: { lines: [] } };
    expect(used({ basis: 'units' }, [undecided])[0]?.[2]).toBe(0);
    expect(listOwnServices([undecided])).toEqual([]);
  });

  it('counts no visit without a line that counts', () => {
    const claim = past(input({ lines: [visit] }));
    expect(used({ basis: 'visits' }, [claim])[0]?.[2]).toBe(0);
  });

  it('can be told of some lines alone', () => {
    const pack = compilePack(rulePack());
    const claim = past(input({ lines: [paracetamol(), paracetamol({ lineId: 'line-2' })] }));
    const counting = (isCounted: (lineId: string) => boolean) =>
      takenByClaim(pack, ceiling({ basis: 'units' }), claim, isCounted);
    expect(counting((lineId) => lineId === 'line-2')).toBe(30);
    expect(counting(() => false)).toBe(0);
  });
});

describe('what own claims allowed', () => {
  it('is told with its place, modifier, clinician, diagnosis and episode', () => {
    const placed = paracetamol({
      ...{ place: { tooth: '11' }, modifier: '76', diagnoses: ['I10', 'E78'], quantity: 20 },
    });
    const clinician = { name: 'x', licence: 'D-1', specialty: 'heart' };
    const given = claiming({ clinician, episode: 'C-1' }, input({ lines: [placed, refused] }));
    expect(listOwnServices([past(given)])).toEqual([
      {
        ...{ itemCode: 'PARACETAMOL-500', on: today, quantity: 20, providerId: 'NAFIS' },
        ...{ place: { tooth: '11' }, modifier: '76', diagnosis: 'I10', episode: 'C-1' },
        clinician: { licence: 'D-1', specialty: 'heart' },
      },
    ]);
  });

  it('is told without what nobody said, as an episode of its own', () => {
    const given = claiming({ diagnoses: [] }, input({ lines: [paracetamol()] }));
    expect(listOwnServices([past(given)])).toStrictEqual([
      {
        ...{ itemCode: 'PARACETAMOL-500', on: today, quantity: 30, providerId: 'NAFIS' },
        ...{ place: {}, modifier: null, episode: 'C-261122-0048' },
      },
    ]);
  });

  it('has the claim’s principal diagnosis where the line says none of its own', () => {
    expect(listOwnServices([past()])[0]?.diagnosis).toBe('E78.0');
  });
});
