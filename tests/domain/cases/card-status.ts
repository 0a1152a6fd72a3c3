import { known, unknown } from '#domain/facts.ts';
import { blocked, card, day, input, moment, now, today } from '../builders.ts';
import { type Case, passes } from './case.ts';

const clearAsOf = (asOf: string) => known(null, 'centre', moment(asOf));

export const cardStatusCases: readonly Case[] = [
  { title: 'passes a card that is in order', given: input(), says: passes },
  ...(['lost', 'stolen', 'fraud'] as const).map(
    (why): Case => ({
      title: `declines a blocked card at the provider’s risk: ${why}`,
      given: input({ hotlist: blocked(why) }),
      says: { outcome: 'declined', reason: `card-${why}`, bearer: 'provider' },
    }),
  ),
  ...(['replaced', 'cancelled'] as const).map(
    (why): Case => ({
      title: `declines a card that no longer counts, the holder being private: ${why}`,
      given: input({ hotlist: blocked(why) }),
      says: { outcome: 'declined', reason: `card-${why}`, bearer: 'member' },
    }),
  ),
  {
    title: 'declines from the very moment of the block',
    given: input({ hotlist: blocked('lost', now) }),
    says: { outcome: 'declined', reason: 'card-lost' },
  },
  {
    title: 'passes one millisecond before an announced block',
    given: input({ hotlist: blocked('replaced', moment('2026-11-22T10:00:00.001Z')) }),
    says: passes,
  },
  {
    title: 'counts fraud whenever it was entered',
    given: input({ hotlist: blocked('fraud', moment('2026-12-01T00:00:00.000Z')) }),
    says: { outcome: 'declined', reason: 'card-fraud' },
  },
  {
    title: 'declines a blocked card however old the list is',
    given: input({
      hotlist: known(
        { cardNumber: '99104471', since: moment('2025-01-01T00:00:00.000Z'), why: 'lost' },
        'centre',
        moment('2025-01-02T00:00:00.000Z'),
      ),
    }),
    says: { outcome: 'declined', reason: 'card-lost' },
  },
  {
    title: 'passes on the first day of the card',
    given: input({ card: card({ validity: { from: today, to: null } }) }),
    says: passes,
  },
  {
    title: 'declines one day before the card begins',
    given: input({ card: card({ validity: { from: day('2026-11-23'), to: null } }) }),
    says: {
      outcome: 'declined',
      reason: 'card-not-yet-valid',
      bearer: 'member',
      nearest: { kind: 'wait-until', date: day('2026-11-23') },
    },
  },
  {
    title: 'passes on the last day of the card',
    given: input({ card: card({ validity: { from: day('2025-01-01'), to: today } }) }),
    says: passes,
  },
  {
    title: 'declines one day after the card ended',
    given: input({
      card: card({ validity: { from: day('2025-01-01'), to: day('2026-11-21') } }),
    }),
    says: {
      outcome: 'declined',
      reason: 'card-expired',
      bearer: 'member',
      shown: { to: { kind: 'date', value: day('2026-11-21') } },
    },
  },
  {
    title: 'refers a card whose validity could not be read',
    given: input({ card: card({ validity: null }) }),
    says: { outcome: 'referred', reason: 'card-validity-unknown' },
  },
  {
    title: 'does not ask other kinds of card how long they hold',
    given: input({ card: card({ proof: 'unauthenticated', kind: 'egk', validity: null }) }),
    says: passes,
  },
  {
    title: 'refers when the list of blocked cards never came',
    given: input({ hotlist: unknown('never-synced', 'centre') }),
    says: { outcome: 'referred', reason: 'hotlist-unknown' },
  },
  {
    title: 'passes past the soft limit, the fact showing its age',
    given: input({ hotlist: clearAsOf('2026-11-21T09:59:59.999Z') }),
    says: {
      ...passes,
      facts: expectHotlistAsOf('2026-11-21T09:59:59.999Z'),
    },
  },
  {
    title: 'passes exactly at the hard limit of seven days',
    given: input({ hotlist: clearAsOf('2026-11-15T10:00:00.000Z') }),
    says: passes,
  },
  {
    title: 'refers one millisecond past the hard limit, told as the eighth day',
    given: input({ hotlist: clearAsOf('2026-11-15T09:59:59.999Z') }),
    says: {
      outcome: 'referred',
      reason: 'hotlist-too-old',
      shown: { age: { kind: 'hours', value: 169 }, limit: { kind: 'hours', value: 168 } },
    },
  },
  {
    title: 'refers a list dated as far in the future: some clock is wrong',
    given: input({ hotlist: clearAsOf('2026-11-29T10:00:00.001Z') }),
    says: { outcome: 'referred', reason: 'hotlist-too-old' },
  },
  {
    title: 'has nothing to say without a card',
    given: input({
      card: { proof: 'none', cardNumber: null, validity: null },
      hotlist: unknown('never-synced', 'centre'),
    }),
    says: passes,
  },
  {
    title: 'declines a card of another kind that says how long it held',
    given: input({
      card: card({
        proof: 'unauthenticated',
        validity: { from: day('2025-01-01'), to: day('2026-11-21') },
      }),
    }),
    says: { outcome: 'declined', reason: 'card-expired' },
  },
];

function expectHotlistAsOf(asOf: string) {
  return [
    {
      name: 'hotlist',
      value: { kind: 'word', value: 'hotlist-clear' },
      source: 'centre',
      asOf: moment(asOf),
    },
    {
      name: 'card-validity',
      value: { kind: 'period', value: card().validity ?? { from: today, to: null } },
      source: 'card',
      asOf: now,
    },
    {
      name: 'service-date',
      value: { kind: 'date', value: today },
      source: 'operator',
      asOf: now,
    },
  ] as const;
}
