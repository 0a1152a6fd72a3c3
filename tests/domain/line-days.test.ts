import { describe, expect, it } from 'vitest';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import { linkPrescriptions } from '#domain/adjudication/link-prescriptions.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import { day, line, membershipFact, priceRow, rulePack, today } from './builders.ts';
import { days, decide, on, verdicts } from './day-stories.ts';
import { approval, approvals, prescription, prescriptions, withItemRule } from './terms.ts';

const service = { quantity: 1, daysSupply: null };

describe('a line of a day of its own', () => {
  it('has the price, the decree and the tax of that day', () => {
    const pack = rulePack({
      prices: [
        priceRow({ network: 'DAMASCUS' }, 'PARACETAMOL-500', 100, '2026-01-01', '2026-11-23'),
        priceRow({ network: 'DAMASCUS' }, 'PARACETAMOL-500', 120, '2026-11-24'),
      ],
    });
    const decided = decide(days([{}, on('2026-11-23'), on('2026-11-24')]), pack);
    expect(decided.lines.map(({ amounts }) => amounts.claimed)).toEqual([3_000, 3_000, 3_600]);
    expect(decided.totals.claimed).toBe(9_600);
  });

  it.each<[string, AdjudicationInput, RulePack, readonly string[]]>([
    [
      'is covered on the last day of the policy, and not on the next',
      days([{}, on('2026-11-23'), on('2026-11-24')], {
        membership: membershipFact({
          policyPeriod: { from: day('2026-01-01'), to: day('2026-11-23') },
        }),
      }),
      rulePack(),
      ['approved', 'approved', 'cover-ended'],
    ],
    [
      'is covered by the admission, while the stay lasts',
      days(
        [on('2026-11-24')],
        {},
        {
          encounter: 'inpatient',
          stay: { from: today, to: day('2026-11-24'), roomClass: 'second' },
        },
      ),
      rulePack(),
      ['approved'],
    ],
    [
      'rests on an approval that holds on its day',
      days([on('2026-11-23'), on('2026-11-24')], {
        approvals: approvals(
          approval({ period: { from: day('2026-11-24'), to: day('2026-11-24') } }),
        ),
      }),
      withItemRule({ approval: { isNeeded: true, above: null } }),
      ['approval-not-for-this', 'approved'],
    ],
    [
      'has what earlier lines left of an approval, whatever their day',
      days([{}, on('2026-11-23')], { approvals: approvals(approval({ quantity: 40 })) }),
      withItemRule({ approval: { isNeeded: true, above: null } }),
      ['approved', 'approval-nearly-used'],
    ],
    [
      'is tried out by its day',
      days([
        { itemCode: 'WHITENING', ...service },
        on('2026-11-23', { itemCode: 'WHITENING', ...service }),
      ]),
      rulePack({
        trials: [
          {
            check: 'item-covered',
            mode: 'observe',
            providers: null,
            period: { from: day('2026-11-23'), to: null },
          },
        ],
      }),
      ['item-excluded', 'approved'],
    ],
  ])('%s', (_, given, pack, expected) => {
    expect(verdicts(given, pack)).toEqual(expected);
  });
});

describe('a prescription', () => {
  it('is filled on the days on which it holds', () => {
    const given = days([{ quantity: 10 }, on('2026-11-23', { quantity: 10 })], {
      prescriptions: prescriptions(prescription({ on: day('2026-11-23'), validDays: 10 })),
    });
    const pack = compilePack(
      withItemRule({ prescription: { isNeeded: true, validDays: 30, takesPaper: false } }),
    );
    expect(linkPrescriptions(given, pack).map((one) => one.prescriptionId)).toEqual([
      undefined,
      'RX-1',
    ]);
  });
});

it('of the claim’s own day is decided as one that names none', () => {
  const named = decide(days([{}, on('2026-11-22')]));
  expect(named).toEqual(decide(days([{}, {}])));
  expect(line().on).toBeUndefined();
});
