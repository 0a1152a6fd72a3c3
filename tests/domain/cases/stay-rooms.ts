import { money } from '#domain/money.ts';
import { rulePack } from '../builders.ts';
import { type Case, passes } from './case.ts';
import { beds, first, lying, threeDays, until, upgrading, withStay } from './stay-claims.ts';

/** In which room, and what of a better one is paid. */
export const stayRoomCases: readonly Case[] = [
  {
    title: 'passes a room of the plan',
    given: lying(threeDays),
    pack: upgrading,
    says: passes,
  },
  {
    title: 'pays of a better room what the plan’s costs, and lays the rest on the member',
    given: lying(until('2026-11-24', 'first'), first),
    pack: upgrading,
    says: {
      outcome: 'reduced',
      reason: 'room-upgraded',
      bearer: 'member',
      shown: {
        room: { kind: 'code', value: 'first' },
        price: { kind: 'money', value: money(100) },
      },
    },
  },
  {
    title: 'takes nothing where the better room costs no more',
    given: lying(until('2026-11-24', 'first'), { ...first, unitPrice: money(100) }),
    pack: upgrading,
    says: passes,
  },
  {
    title: 'reduces it from one unit more on',
    given: lying(until('2026-11-24', 'first'), { ...first, unitPrice: money(101) }),
    pack: upgrading,
    says: { outcome: 'reduced', reason: 'room-upgraded' },
  },
  {
    title: 'refers a better room where the contract does not say so',
    given: lying(until('2026-11-24', 'first'), first),
    pack: withStay(),
    says: { outcome: 'referred', reason: 'room-above-plan' },
  },
  {
    title: 'does not ask what is no bed for the class of the room',
    given: lying(until('2026-11-24', 'first'), { itemCode: 'METFORMIN-850' }),
    pack: upgrading,
    says: passes,
  },
  {
    title: 'pays of a better room what the dearest of the plan’s costs',
    given: lying(until('2026-11-24', 'first'), first),
    pack: withStay({
      isUpgradePaidByMember: true,
      rooms: [{ roomClass: 'second', item: 'METFORMIN-850' }, ...beds],
    }),
    says: { outcome: 'reduced', reason: 'room-upgraded', bearer: 'member' },
  },
  {
    title: 'says nothing of the room where a condition lowers what is no bed',
    given: lying(until('2026-11-24', 'first'), { itemCode: 'METFORMIN-850' }),
    pack: {
      ...upgrading,
      conditions: [
        {
          ...{ conditionId: 'half', scope: null, diagnosis: null, plans: null, when: 'true' },
          ...{ outcome: 'reduce', bearer: 'member', pays: { percent: 50 }, clause: 'art-12' },
          text: { ar: 'النصف', en: 'half of it' },
        },
      ],
    },
    says: passes,
  },
  {
    title: 'says nothing of a better room that has no price',
    given: lying(until('2026-11-24', 'first'), { itemCode: 'UNPRICED' }),
    pack: withStay({
      isUpgradePaidByMember: true,
      rooms: [...beds, { roomClass: 'first', item: 'UNPRICED' }],
    }),
    says: passes,
  },
  {
    title: 'refers a better room where the plan’s own has no price',
    given: lying(until('2026-11-24', 'first'), first),
    pack: withStay(
      { isUpgradePaidByMember: true },
      rulePack({ prices: rulePack().prices.filter(({ item }) => item !== 'PARACETAMOL-500') }),
    ),
    says: { outcome: 'referred', reason: 'room-above-plan' },
  },
];
