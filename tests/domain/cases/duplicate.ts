import type { ClaimLine } from '#domain/claims.ts';
import { unknown } from '#domain/facts.ts';
import { day, input, line, rulePack } from '../builders.ts';
import { asking, history, paracetamol, past, withItemRule } from '../terms.ts';
import { type Case, passes } from './case.ts';

const borne = { outcome: 'declined', bearer: 'provider', clause: 'art-20' } as const;
const referred = (reason: string) => ({ outcome: 'referred', reason }) as Case['says'];

const window = (windowDays: number, modifiers: readonly string[] = []) =>
  withItemRule({ duplicate: { windowDays, modifiers } });
const groups = (...serviceGroups: ReturnType<typeof rulePack>['serviceGroups']) =>
  rulePack({ serviceGroups });
const exclusive = groups({ exclusive: ['PARACETAMOL-500', 'CONSULTATION'], clause: 'art-25' });
const panel = groups({ panel: 'CONSULTATION', parts: ['PARACETAMOL-500'], clause: 'art-25' });
const both = (first: Partial<ClaimLine>, second: Partial<ClaimLine>, earlier = history()) =>
  input({
    lines: [paracetamol(first), paracetamol({ lineId: 'line-2', ...second })],
    services: [earlier],
  });
const consultation = line({ itemCode: 'CONSULTATION', quantity: 1, daysSupply: null });
const after = (changes: Parameters<typeof past>[0] = {}, lineChanges: Partial<ClaimLine> = {}) =>
  asking(lineChanges, { services: [history([past(changes)])] });
const onDay = (on: string) => after({ on: day(on) });
const same = { ...borne, reason: 'duplicate-service' } as const;

export const duplicateCases: readonly Case[] = [
  { title: 'asks nothing where no rule speaks of it', given: asking(), says: passes },
  {
    title: 'passes a first service',
    given: asking({}, { services: [history()] }),
    pack: window(0),
    says: passes,
  },
  {
    title: 'declines the same on the same day, at any provider',
    given: onDay('2026-11-22'),
    pack: window(0),
    says: same,
  },
  {
    title: 'passes one day later',
    given: onDay('2026-11-21'),
    pack: window(0),
    says: passes,
  },
  {
    title: 'declines on the day before the last of the window',
    given: onDay('2026-11-16'),
    pack: window(7),
    says: same,
  },
  {
    title: 'declines on the last day of the window',
    given: onDay('2026-11-15'),
    pack: window(7),
    says: same,
  },
  {
    title: 'passes one day after it',
    given: onDay('2026-11-14'),
    pack: window(7),
    says: passes,
  },
  {
    title: 'looks both ways: a later service entered earlier counts',
    given: onDay('2026-11-29'),
    pack: window(7),
    says: same,
  },
  {
    title: 'declines twice in the claim',
    given: both({}, {}),
    pack: window(0),
    says: { ...borne, reason: 'duplicate-in-claim' },
  },
  {
    title: 'passes two sides, which are two knees',
    given: both({ place: { side: 'left' } }, { place: { side: 'right' } }),
    pack: window(0),
    says: passes,
  },
  {
    title: 'declines one side and then both',
    given: both({ place: { side: 'left' } }, { place: { side: 'both' } }),
    pack: window(0),
    says: { ...borne, reason: 'duplicate-in-claim' },
  },
  {
    title: 'passes two teeth, but not two fillings of one surface',
    given: both({ place: { tooth: '36', surface: 'O' } }, { place: { tooth: '37', surface: 'O' } }),
    pack: window(0),
    says: passes,
  },
  {
    title: 'passes another surface of the tooth',
    given: both({ place: { tooth: '36', surface: 'O' } }, { place: { tooth: '36', surface: 'M' } }),
    pack: window(0),
    says: passes,
  },
  {
    title: 'passes a second session of the day',
    given: both({ place: { session: 1 } }, { place: { session: 2 } }),
    pack: window(0),
    says: passes,
  },
  {
    title: 'passes a modifier that the rule accepts',
    given: both({}, { modifier: '76' }),
    pack: window(0, ['76']),
    says: passes,
  },
  {
    title: 'ignores one that it does not',
    given: both({}, { modifier: '99' }),
    pack: window(0, ['76']),
    says: { ...borne, reason: 'duplicate-in-claim' },
  },
  {
    title: 'refers where the earlier record does not say which side it was',
    given: after({ on: day('2026-11-22') }, { place: { side: 'left' } }),
    pack: window(0),
    says: referred('duplicate-possible'),
  },
  {
    title: 'refers where nobody was asked',
    given: asking(),
    pack: window(0),
    says: referred('service-history-unknown'),
  },
  {
    title: 'refers where the memory begins inside the window',
    given: asking({}, { services: [history([], 'card', '2026-11-16')] }),
    pack: window(7),
    says: referred('service-history-unknown'),
  },
  {
    title: 'passes where it begins with the window',
    given: asking({}, { services: [history([], 'card', '2026-11-15')] }),
    pack: window(7),
    says: passes,
  },
  {
    title: 'declines on what is known, although another place is not',
    given: asking(
      {},
      { services: [unknown('unreadable', 'card'), history([past({ on: day('2026-11-22') })])] },
    ),
    pack: window(0),
    says: same,
  },
  {
    title: 'declines a service that excludes another of the day',
    given: input({ lines: [consultation, paracetamol({ lineId: '2' })], services: [history()] }),
    pack: exclusive,
    says: {
      outcome: 'declined',
      reason: 'exclusive-service',
      bearer: 'provider',
      clause: 'art-25',
    },
  },
  {
    title: 'declines a part after its panel',
    given: after({ itemCode: 'CONSULTATION', on: day('2026-11-22') }),
    pack: panel,
    says: { outcome: 'declined', reason: 'part-of-panel', bearer: 'provider' },
  },
  {
    title: 'refers a panel after one of its parts',
    given: input({
      lines: [consultation],
      services: [history([past({ on: day('2026-11-22') })])],
    }),
    pack: panel,
    says: referred('panel-after-part'),
  },
  {
    title: 'passes one that stands behind its part on the claim',
    given: input({
      lines: [paracetamol(), { ...consultation, lineId: '2' }],
      services: [history()],
    }),
    pack: panel,
    says: passes,
  },
  {
    title: 'passes both on different days',
    given: after({ itemCode: 'CONSULTATION', on: day('2026-11-21') }),
    pack: panel,
    says: passes,
  },
  {
    title: 'asks nothing where no group names it',
    given: asking({}, { services: [history()] }),
    pack: groups(
      { exclusive: ['CONSULTATION', 'FILLING'], clause: 'art-25' },
      { panel: 'CONSULTATION', parts: ['FILLING'], clause: 'art-25' },
    ),
    says: { ...passes, facts: [] },
  },
  {
    title: 'asks nothing of an item that the contract does not contain',
    given: input({ lines: [line({ itemCode: 'NONE' })] }),
    pack: exclusive,
    says: { ...passes, facts: [] },
  },
  {
    title: 'passes after another item of the day',
    given: after({ itemCode: 'METFORMIN-850', on: day('2026-11-22') }),
    pack: window(0),
    says: passes,
  },
  {
    title: 'passes beside another item of the claim',
    given: both({ itemCode: 'METFORMIN-850' }, {}),
    pack: window(0),
    says: passes,
  },
  {
    title: 'declines twice with the same accepted modifier',
    given: both({ modifier: '76' }, { modifier: '76' }),
    pack: window(0, ['76']),
    says: { ...borne, reason: 'duplicate-in-claim' },
  },
  {
    title: 'passes the other side than the earlier record says',
    given: after({ on: day('2026-11-22'), place: { side: 'right' } }, { place: { side: 'left' } }),
    pack: window(0),
    says: passes,
  },
  {
    title: 'refers where one of two lines does not say which side',
    given: both({ place: { side: 'left' } }, {}),
    pack: window(0),
    says: { ...referred('duplicate-possible'), nearest: { kind: 'leave-out' } },
  },
  {
    title: 'declines both sides and then one',
    given: both({ place: { side: 'both' } }, { place: { side: 'left' } }),
    pack: window(0),
    says: { ...borne, reason: 'duplicate-in-claim' },
  },
  {
    title: 'knows both only as sides: a site of that name is one of many',
    given: both({ place: { site: 'both' } }, { place: { site: 'hand' } }),
    pack: window(0),
    says: passes,
  },
  {
    title: 'does not take a service for one that excludes itself: earlier the same day',
    given: after({ on: day('2026-11-22') }),
    pack: exclusive,
    says: passes,
  },
  {
    title: 'does not take a service for one that excludes itself: in the claim',
    given: both({}, {}),
    pack: exclusive,
    says: passes,
  },
  {
    title: 'declines beside an earlier service that the contract no longer contains',
    given: after({ itemCode: 'OLD', on: day('2026-11-22') }),
    pack: groups({ exclusive: ['PARACETAMOL-500', 'OLD'], clause: 'art-25' }),
    says: { outcome: 'declined', reason: 'exclusive-service' },
  },
  {
    title: 'passes two parts of one panel',
    given: after({ itemCode: 'METFORMIN-850', on: day('2026-11-22') }),
    pack: groups({
      ...{ panel: 'CONSULTATION', parts: ['PARACETAMOL-500', 'METFORMIN-850'], clause: 'art-25' },
    }),
    says: passes,
  },
];
