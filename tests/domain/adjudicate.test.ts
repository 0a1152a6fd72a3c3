import { describe, expect, it } from 'vitest';
import { adjudicate, assessEligibility, engineVersion } from '#domain/adjudication/adjudicate.ts';
import { checks } from '#domain/adjudication/checks/index.ts';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import { known, unknown } from '#domain/facts.ts';
import { money } from '#domain/money.ts';
import {
  blocked,
  type InputChanges,
  input,
  line,
  membershipFact,
  moment,
  rulePack,
  signed,
  silverBenefits,
  supplies,
  supply,
} from './builders.ts';
import { itemRule } from './terms.ts';

const decide = (changes: InputChanges = {}, pack: Partial<RulePack> = {}) =>
  adjudicate(input(changes), compilePack(rulePack(pack)));

const approved = line({ lineId: 'approved', itemCode: 'METFORMIN-850', quantity: 60 });
const reduced = line({ lineId: 'reduced', itemCode: 'ATORVASTATIN-20', unitPrice: money(700) });
const referred = line({ lineId: 'referred', itemCode: 'UNPRICED', unitPrice: money(7_000) });
const declined = line({ lineId: 'declined', itemCode: 'WHITENING', quantity: 1 });
const consented = { ...declined, consent: signed() };

describe('the claim', () => {
  it.each([
    ['approved', [approved]],
    ['partial', [approved, reduced]],
    ['partial', [approved, declined]],
    ['declined', [declined]],
    ['pended', [approved, declined, referred]],
    ['pended', []],
  ] as const)('is %s by its lines', (outcome, lines) => {
    expect(decide({ lines }).outcome).toBe(outcome);
  });

  it('names engine, pack, claim and currency', () => {
    expect(decide()).toMatchObject({
      engineVersion,
      packId: 'SY-2026-0417',
      packVersion: 118,
      claimId: 'C-261122-0048',
      currency: { code: 'SYP', exponent: 2 },
    });
  });

  it('adds up what is in the claim and keeps referred lines outside', () => {
    const decision = decide({ lines: [approved, reduced, referred, consented] });
    expect(decision.totals).toEqual({
      claimed: 60 * 420 + 30 * 700 + 50_000,
      insurer: 20_160 + 15_840,
      memberShare: 5_040 + 3_960,
      memberPrivate: 50_000,
      providerWriteOff: 30 * 40,
    });
    expect(decision.outsideTotal).toBe(30 * 7_000);
  });

  it.each([
    [245, 49, 0],
    [250, 50, 100],
    [255, 51, 100],
    [745, 149, 100],
    [750, 150, 200],
  ])(
    'asks for cash in steps of one pound, half up: of %i a share of %i, %i in cash',
    (price, share, due) => {
      const lines = [line({ itemCode: 'PARACETAMOL-500', quantity: 1, unitPrice: money(price) })];
      const decision = decide({ lines }, { modes: { price: 'observe' } });
      expect(decision.totals.memberShare).toBe(share);
      expect(decision.cashDue).toBe(due);
    },
  );
});

describe('a line', () => {
  it('carries every check, the worst first, then in the registry’s order', () => {
    const findings = decide({ holder: 'not-yet', lines: [declined] }).lines[0]?.findings;
    const worst = ['item-covered', 'identity'];
    const others = checks.map(({ id }) => id).filter((id) => !worst.includes(id));
    expect(findings?.map(({ check }) => check)).toEqual([...worst, ...others]);
  });

  it('carries what it only warns of before what it only observes, of each the worse first', () => {
    const quantity = { perDispensing: 20, perDay: null, maximumDays: null, perPeriod: null };
    const [decided] = decide(
      { hotlist: blocked('lost'), lines: [reduced], supplies: [supplies([supply()])] },
      {
        itemRules: [itemRule({ scope: { kind: 'medicine' }, quantity })],
        modes: {
          'card-status': 'warn',
          quantity: 'warn',
          price: 'observe',
          'repeat-window': 'observe',
        },
      },
    ).lines;
    const loud = decided?.findings.filter(({ outcome }) => outcome !== 'approved');
    expect(loud?.map(({ check, mode, outcome }) => [check, mode, outcome])).toEqual([
      ['card-status', 'warn', 'declined'],
      ['quantity', 'warn', 'reduced'],
      ['repeat-window', 'observe', 'declined'],
      ['price', 'observe', 'reduced'],
    ]);
  });

  it('leaves what is declined to the member only when every reason is the member’s', () => {
    const byMember = decide({ lines: [consented] }).lines[0];
    expect(byMember?.amounts).toMatchObject({ memberPrivate: 50_000, providerWriteOff: 0 });
    const byBoth = decide({ lines: [consented], holder: 'refused' }).lines[0];
    expect(byBoth?.amounts).toMatchObject({ memberPrivate: 0, providerWriteOff: 50_000 });
  });

  it.each([
    ['unsigned', null, 0],
    ['signed for one minor unit less', 49_999, 0],
    ['signed for exactly as much', 50_000, 50_000],
  ])(
    'that the member bears is put on nobody else, and on the member as signed: %s',
    (_, upTo, own) => {
      const asked = upTo === null ? declined : { ...declined, consent: signed(upTo) };
      const found = decide({ lines: [asked] }).lines[0];
      expect(found).toMatchObject({
        ownPart: 50_000,
        amounts: { insurer: 0, memberPrivate: own, providerWriteOff: 50_000 - own },
      });
    },
  );

  it('leaves nothing to sign for where the provider bears it, or where it is referred', () => {
    expect(decide({ lines: [declined], holder: 'refused' }).lines[0]?.ownPart).toBe(0);
    expect(decide({ lines: [declined], holder: 'not-yet' }).lines[0]?.ownPart).toBe(50_000);
    expect(decide({ lines: [referred] }).lines[0]?.ownPart).toBe(0);
  });

  it('promises nothing of a referred line, and stops its arithmetic at the list', () => {
    const [held] = decide({ holder: 'not-yet' }).lines;
    expect(held).toMatchObject({
      outcome: 'referred',
      allowedQuantity: 0,
      amounts: { claimed: 19_800, insurer: 0, memberShare: 0, memberPrivate: 19_800 },
    });
    expect(held?.steps.map(({ step }) => step)).toEqual(['claimed', 'list-price']);
  });

  it('shows no arithmetic where no price is known', () => {
    const [held] = decide({ lines: [{ ...referred, unitPrice: null }] }).lines;
    expect(held?.outcome).toBe('referred');
    expect(held?.steps).toEqual([]);
  });

  it('shows its arithmetic in order', () => {
    const [first] = decide({ lines: [reduced] }).lines;
    expect(first?.steps.map(({ step, amount }) => [step, amount])).toEqual([
      ['claimed', 21_000],
      ['list-price', 660],
      ['allowed', 19_800],
      ['co-insurance', 3_960],
      ['insurer', 15_840],
    ]);
  });

  it('does not see lines that were not allowed', () => {
    const [, second] = decide({
      lines: [line({ unitPrice: money(10_000_000_000_000) }), line({ lineId: 'line-2' })],
    }).lines;
    expect(second?.outcome).toBe('approved');
  });
});

describe('a check’s mode', () => {
  const plans = rulePack().plans.map((plan) => ({ ...plan, benefits: silverBenefits }));

  it.each(['observe', 'warn'] as const)('%s keeps the finding and decides nothing', (mode) => {
    const [decided] = decide(
      { supplies: [supplies([supply()])] },
      { plans, modes: { 'repeat-window': mode } },
    ).lines;
    expect(decided?.outcome).toBe('approved');
    expect(decided?.findings[0]).toMatchObject({
      check: 'repeat-window',
      mode,
      outcome: 'declined',
    });
  });

  it('pays what is asked while the price is only observed', () => {
    const [decided] = decide({ lines: [reduced] }, { modes: { price: 'observe' } }).lines;
    expect(decided).toMatchObject({
      outcome: 'approved',
      amounts: { insurer: 16_800, memberShare: 4_200, providerWriteOff: 0 },
    });
  });

  it('never lets a name of Object’s own stand for a mode', () => {
    expect(compilePack(rulePack()).mode('constructor')).toBe('enforce');
  });
});

describe('paid for sure', () => {
  const observed = { modes: { 'card-status': 'observe', 'repeat-window': 'observe' } } as const;

  it.each([
    ['approved on firm facts', {}, {}, true],
    ['reduced on firm facts', { lines: [reduced] }, {}, true],
    ['not when referred', { holder: 'not-yet' }, {}, false],
    ['not when declined', { lines: [declined] }, {}, false],
    [
      'not while a place’s supplies are unknown',
      { supplies: [unknown('unreadable', 'card')] },
      observed,
      false,
    ],
    ['not on an unknown hotlist', { hotlist: unknown('never-synced', 'centre') }, observed, false],
    [
      'not on a hotlist past its hard limit',
      { hotlist: known(null, 'centre', moment('2026-11-15T09:59:59.999Z')) },
      observed,
      false,
    ],
    [
      'still on a hotlist at its hard limit',
      { hotlist: known(null, 'centre', moment('2026-11-15T10:00:00.000Z')) },
      observed,
      true,
    ],
    [
      'still on membership data at their hard limit',
      { membership: membershipFact({}, moment('2026-10-23T10:00:00.000Z')) },
      {},
      true,
    ],
    [
      'not on membership data past it, even if that is only observed',
      { membership: membershipFact({}, moment('2026-10-23T09:59:59.999Z')) },
      { modes: { cover: 'observe' } },
      false,
    ],
  ] as const)('%s', (_, given, pack, isGuaranteed) => {
    expect(decide(given, pack).lines[0]?.guaranteed).toBe(isGuaranteed);
  });
});

describe('eligibility', () => {
  it('asks the questions about person and card, worst first', () => {
    const eligibility = assessEligibility(
      input({ hotlist: blocked('lost'), holder: 'not-yet' }),
      compilePack(rulePack()),
    );
    expect(eligibility.outcome).toBe('declined');
    expect(eligibility.findings.map(({ check, outcome }) => [check, outcome])).toEqual([
      ['card-status', 'declined'],
      ['identity', 'referred'],
      ['cover', 'approved'],
      ['currency', 'approved'],
      ['freshness', 'approved'],
    ]);
  });
});
