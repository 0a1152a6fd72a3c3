import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import type { ClaimLine } from '#domain/claims.ts';
import { money } from '#domain/money.ts';
import { day, input, line, rulePack, today } from '../../builders.ts';
import { asking, ceiling, claiming, priced, withItemRule } from '../../terms.ts';
import { after, covered } from '../panel-price.ts';
import { condition, consent, pays, perDispensing, type Sum, visitOf } from './sum.ts';

/** Atorvastatin stands for a day in the first class, at 6.60; paracetamol for one in the second, at 1.00. */
const upgrading: RulePack = {
  ...rulePack(),
  plans: rulePack().plans.map((plan) => ({
    ...plan,
    stay: {
      ...{ maximumDays: 3, roomClasses: ['second'], isUpgradePaidByMember: true, clause: 'art-23' },
      rooms: [
        { roomClass: 'second', item: 'PARACETAMOL-500' },
        { roomClass: 'first', item: 'ATORVASTATIN-20' },
      ],
    },
  })),
};

const upgraded = (changes: Partial<ClaimLine>) =>
  claiming(
    {
      encounter: 'inpatient',
      stay: { from: today, to: day('2026-11-24'), roomClass: 'first' },
    },
    input({
      lines: [line({ quantity: 3, daysSupply: 3, ...changes })],
    }),
  );

export const lowered: readonly Sum[] = [
  {
    title: 'of half, the rest signed for',
    given: asking({ consent }),
    pack: pays({ percent: 50 }),
  },
  { title: 'of half, the rest not signed for', given: asking(), pack: pays({ percent: 50 }) },
  {
    title: 'of half, the rest the provider’s',
    given: asking({ consent }),
    pack: pays({ percent: 50 }, 'provider'),
  },
  {
    title: 'of half, and at most so much, of which the lower holds',
    given: asking(),
    pack: pays({ percent: 50, most: money(1_400) }, 'provider'),
  },
  {
    title: 'of half, below so much at most',
    given: asking(),
    pack: pays({ percent: 50, most: money(1_600) }, 'provider'),
  },
  {
    title: 'of three days in a better room, paid as the plan’s, the difference signed for',
    given: upgraded({ consent }),
    pack: upgrading,
  },
  {
    title: 'of three days in a better room, of which the plan pays two',
    given: upgraded({ consent }),
    pack: { ...upgrading, ...withItemRule({ scope: { kind: 'medicine' }, ...perDispensing(2) }) },
  },
  {
    title: 'of all that is payable, where the bound lies above it',
    given: asking(),
    pack: pays({ percent: 100, most: money(3_001) }),
  },
  {
    title: 'of two parts: the provider’s three quarters, the member’s half',
    given: asking({ consent }),
    pack: rulePack({
      conditions: [
        ...(condition({ pays: { percent: 75 }, bearer: 'provider' }).conditions ?? []),
        ...(condition({ conditionId: 'half', pays: { percent: 50 } }).conditions ?? []),
      ],
    }),
  },
  {
    title: 'of two parts the provider bears, of which the lower holds',
    given: asking(),
    pack: rulePack({
      conditions: [
        ...(condition({ pays: { percent: 40 }, bearer: 'provider' }).conditions ?? []),
        ...(condition({ conditionId: 'more', pays: { percent: 60 }, bearer: 'provider' })
          .conditions ?? []),
      ],
    }),
  },
  {
    title: 'of half of what lies below the reference price, with a ceiling, signed for',
    given: asking({ consent }),
    pack: {
      ...priced({ reference: money(70) }, condition({ pays: { percent: 50 } })),
      ceilings: [ceiling(visitOf(500))],
    },
  },
  {
    title: 'of half of what lies below the reference price, not signed for',
    given: asking({ unitPrice: money(120) }),
    pack: priced({ reference: money(70) }, condition({ pays: { percent: 50 } })),
  },
  {
    title: 'of parts that come to more than their panel, the rest the provider’s',
    given: after(5_000, 15_001),
    pack: covered(),
  },
  {
    title: 'of parts that come to more than their panel, the rest the member’s',
    given: after(5_000, 15_001),
    pack: covered('member'),
  },
  {
    title: 'of a part whose panel has no price, where that is only observed',
    given: after(null, 15_001),
    pack: {
      ...covered(),
      prices: covered().prices.filter(({ item }) => item !== 'CONSULTATION'),
      modes: { 'panel-price': 'observe' },
    },
  },
];

export const notLowered: readonly Sum[] = [
  {
    title: 'of all, where the condition is for another diagnosis',
    given: asking(),
    pack: rulePack(condition({ pays: { percent: 50 }, diagnosis: 'I10' })),
  },
  {
    title: 'of all, where the condition does not hold',
    given: asking(),
    pack: rulePack(condition({ pays: { percent: 50 }, when: 'false' })),
  },
  {
    title: 'of all of what is no bed, during a stay in a better room',
    given: upgraded({ itemCode: 'METFORMIN-850' }),
    pack: upgrading,
  },
  {
    title: 'of three days in a better room that the contract does not let the member take',
    given: upgraded({}),
    pack: {
      ...upgrading,
      ceilings: [ceiling(visitOf(500))],
      plans: upgrading.plans.map(({ stay, ...plan }) => ({
        ...plan,
        stay: stay === null ? null : { ...stay, isUpgradePaidByMember: false },
      })),
    },
  },
];
