import { describe, expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import { money } from '#domain/money.ts';
import { input, line, rulePack, signed } from './builders.ts';
import {
  approval,
  approvals,
  asking,
  ceiling,
  claiming,
  deductible,
  history,
  itemRule,
  paracetamol,
  past,
  use,
  withItemRule,
} from './terms.ts';

/** Thirty tablets at one pound and a fifth borne by the member, unless told otherwise. */
const decide = (given: AdjudicationInput, pack: RulePack) =>
  adjudicate(given, compilePack(pack)).lines.map(({ findings, ...rest }) => ({
    ...rest,
    findings,
    worst: findings[0],
  }));

const atMost = (perDispensing: number): RulePack =>
  withItemRule({
    quantity: { perDispensing, perDay: null, maximumDays: null, perPeriod: null },
  });

const visits = (limit: number): RulePack['frequencies'] => [
  {
    scope: { benefit: 'medicines' },
    plans: null,
    limit,
    period: 'visit',
    counts: 'units',
    clause: 'art-26',
  },
];

describe('a quantity that is cut', () => {
  it('at the provider’s cost is written off at the asked price', () => {
    const [cut] = decide(asking({ unitPrice: money(110) }), atMost(20));
    expect(cut).toMatchObject({
      outcome: 'reduced',
      allowedQuantity: 20,
      allowedDays: 6,
      amounts: {
        claimed: 3_300,
        insurer: 1_600,
        memberShare: 400,
        memberPrivate: 0,
        providerWriteOff: 1_300,
      },
    });
    expect(cut?.steps.find(({ step }) => step === 'allowed')).toMatchObject({
      amount: 2_000,
      shown: { quantity: { kind: 'units', value: 20 } },
    });
  });

  it('at the member’s cost is the member’s own at the list price', () => {
    const pack = { ...rulePack(), frequencies: visits(20) };
    const [cut] = decide(asking({ unitPrice: money(110), consent: signed() }), pack);
    expect(cut?.amounts).toEqual({
      claimed: 3_300,
      insurer: 1_600,
      memberShare: 400,
      memberPrivate: 1_000,
      providerWriteOff: 300,
    });
  });

  it('at the member’s cost is on nobody until it is signed for', () => {
    const pack = { ...rulePack(), frequencies: visits(20) };
    const [cut] = decide(asking(), pack);
    expect(cut).toMatchObject({
      ownPart: 1_000,
      amounts: { memberPrivate: 0, providerWriteOff: 1_000 },
    });
  });

  it('by both is the provider’s down to its own bound, and the member’s below', () => {
    const [cut] = decide(asking({ consent: signed() }), { ...atMost(20), frequencies: visits(10) });
    expect(cut?.amounts).toMatchObject({
      insurer: 800,
      memberShare: 200,
      memberPrivate: 1_000,
      providerWriteOff: 1_000,
    });
  });

  it('is not cut by a check that only warns', () => {
    const [whole] = decide(asking(), { ...atMost(20), modes: { quantity: 'warn' } });
    expect(whole).toMatchObject({ outcome: 'approved', allowedQuantity: 30 });
    expect(whole?.findings.some(({ outcome }) => outcome === 'reduced')).toBe(true);
  });

  it('lasts a day at least', () => {
    const [cut] = decide(asking({ daysSupply: 1 }), atMost(10));
    expect(cut?.allowedDays).toBe(1);
  });
});

describe('a ceiling', () => {
  it('moves what lies above it to the member, and says so in the arithmetic', () => {
    const pack = { ...rulePack(), ceilings: [ceiling()] };
    const [capped] = decide(asking({ consent: signed() }, { usage: [use(99_000)] }), pack);
    expect(capped).toMatchObject({
      outcome: 'reduced',
      amounts: { insurer: 1_000, memberShare: 600, memberPrivate: 1_400, providerWriteOff: 0 },
    });
    expect(capped?.steps.map(({ step }) => step)).toEqual([
      'claimed',
      'list-price',
      'allowed',
      'co-insurance',
      'over-ceiling',
      'insurer',
    ]);
  });

  it('before sharing leaves the member no share of what lies above', () => {
    const pack = { ...rulePack(), ceilings: [ceiling({ basis: 'gross' })] };
    const [capped] = decide(asking({ consent: signed() }, { usage: [use(99_000)] }), pack);
    expect(capped?.amounts).toMatchObject({ insurer: 800, memberShare: 200, memberPrivate: 2_000 });
  });

  it('is used by earlier lines alone that were allowed', () => {
    const lines = [
      line({ lineId: 'excluded', itemCode: 'WHITENING', quantity: 1 }),
      paracetamol({ lineId: 'first' }),
      paracetamol({ lineId: 'second' }),
    ];
    const pack = { ...rulePack(), ceilings: [ceiling({ per: 'visit', limit: 3_000 })] };
    expect(decide(input({ lines }), pack).map(({ amounts }) => amounts.insurer)).toEqual([
      0, 2_400, 600,
    ]);
  });

  it('within the terminal’s allowance is paid for sure', () => {
    const pack = { ...rulePack(), ceilings: [ceiling({ offlineAllowance: 3_000 })] };
    const [allowed] = decide(asking({}, { usage: [use(null, 0)] }), pack);
    expect(allowed).toMatchObject({ outcome: 'approved', guaranteed: true });
  });
});

describe('a follow-up', () => {
  const followUp = { days: 14, same: 'clinician', isAnywhere: false } as const;
  const doctor = { licence: 'D-1', specialty: 'cardiology' };
  const given = input({
    lines: [
      line({ itemCode: 'CONSULTATION', quantity: 1, daysSupply: null, unitPrice: money(25_000) }),
    ],
    services: [
      history([
        past({
          itemCode: 'CONSULTATION',
          providerId: 'NAFIS',
          clinician: doctor,
          diagnosis: 'E78.0',
        }),
      ]),
    ],
  });
  const deciding = (isFeeIncluded: boolean, mode: 'enforce' | 'warn' | 'observe' = 'enforce') =>
    decide(claiming({ clinician: { name: 'x', ...doctor } }, given), {
      ...rulePack({ modes: { episode: mode } }),
      itemRules: [
        itemRule({ scope: { kind: 'consultation' }, followUp: { ...followUp, isFeeIncluded } }),
      ],
    })[0];

  it('whose fee the first one contains costs member and insurer nothing, and is held all the same', () => {
    expect(deciding(true)).toMatchObject({
      outcome: 'reduced',
      allowedQuantity: 1,
      amounts: {
        claimed: 25_000,
        insurer: 0,
        memberShare: 0,
        memberPrivate: 0,
        providerWriteOff: 25_000,
      },
      steps: [
        { step: 'claimed', amount: 25_000 },
        { step: 'list-price', amount: 20_000 },
        { step: 'allowed', amount: 20_000 },
        { step: 'included', amount: 20_000 },
        { step: 'insurer', amount: 0 },
      ],
    });
  });

  it('that the insurer pays costs the member nothing, not even the least share', () => {
    expect(deciding(false)).toMatchObject({
      amounts: { insurer: 20_000, memberShare: 0, providerWriteOff: 5_000 },
    });
  });

  it.each(['warn', 'observe'] as const)(
    'is paid as any consultation while the check only %ss',
    (mode) => {
      expect(deciding(true, mode)?.amounts).toMatchObject({ insurer: 16_000, memberShare: 4_000 });
    },
  );
});

describe('an approval', () => {
  const waiving = (waives: readonly string[]) =>
    asking({}, { approvals: approvals(approval({ waives })) });

  it('sets aside the checks it names; their findings stay visible', () => {
    const [whole] = decide(waiving(['quantity']), atMost(20));
    expect(whole).toMatchObject({ outcome: 'approved', allowedQuantity: 30, guaranteed: true });
    const finding = whole?.findings.find(({ check }) => check === 'quantity');
    expect(finding).toMatchObject({ outcome: 'reduced', mode: 'warn', waivedBy: 'A-1' });
  });

  it('is rested on by a line that is paid as little without it, but whole', () => {
    const pack = { ...atMost(20), deductibles: [deductible({ per: 'visit', limit: 9_000 })] };
    const [whole] = decide(waiving(['quantity']), pack);
    expect(whole).toMatchObject({ outcome: 'approved', allowedQuantity: 30 });
  });

  it('is rested on by a line that is reduced either way, and less with it', () => {
    const given = asking(
      { unitPrice: money(110) },
      { approvals: approvals(approval({ waives: ['quantity'] })) },
    );
    const [whole] = decide(given, atMost(20));
    expect(whole).toMatchObject({ outcome: 'reduced', allowedQuantity: 30 });
  });

  it('lets a line be paid for sure, though nobody knows what it sets aside', () => {
    const pack = { ...atMost(20), ceilings: [ceiling()] };
    const [whole] = decide(waiving(['quantity', 'ceilings']), pack);
    expect(whole?.findings.find(({ check }) => check === 'ceilings')).toMatchObject({
      ...{ reason: 'ceiling-use-unknown', waivedBy: 'A-1' },
    });
    expect(whole).toMatchObject({ outcome: 'approved', guaranteed: true });
  });

  it('says so of a check, too, that nobody asked', () => {
    const [whole] = decide(waiving(['quantity', 'dental']), atMost(20));
    expect(whole?.findings.find(({ check }) => check === 'dental')).toMatchObject({
      ...{ outcome: 'approved', mode: 'warn', waivedBy: 'A-1' },
    });
  });

  it('sets aside no other check', () => {
    const [cut] = decide(waiving(['ceilings']), atMost(20));
    expect(cut).toMatchObject({ outcome: 'reduced', allowedQuantity: 20 });
  });

  it('never sets aside who is there, nor how the amount is shared', () => {
    const given = { ...waiving(['identity', 'cover', 'co-insurance']), holder: 'refused' as const };
    expect(decide(given, rulePack())[0]?.outcome).toBe('declined');
  });

  it('is not used by a line that needs none', () => {
    const lines = [paracetamol(), paracetamol({ lineId: 'line-2', quantity: 50 })];
    const given = input({ lines, approvals: approvals(approval({ quantity: 20 })) });
    expect(decide(given, rulePack()).map(({ allowedQuantity }) => allowedQuantity)).toEqual([
      30, 50,
    ]);
  });

  it.each([
    ['less', 10],
    ['as much', 20],
    ['less than can be sold', 9],
  ])('is not rested on by a line that fares no better with it: it grants %s', (_, quantity) => {
    const given = asking({}, { approvals: approvals(approval({ quantity })) });
    const [cut] = decide(given, atMost(20));
    expect(cut).toMatchObject({ outcome: 'reduced', allowedQuantity: 20 });
    expect(cut?.findings.find(({ check }) => check === 'prior-approval')?.facts).toEqual([]);
  });
});
