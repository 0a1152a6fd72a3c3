import type { ClaimLine, EarlyReason } from '#domain/claims.ts';
import { type Fact, known, unknown } from '#domain/facts.ts';
import type { Supply } from '#domain/history.ts';
import { day, input, line, now, rulePack, supplies, supply } from '../builders.ts';
import { type Case, passes } from './case.ts';

const tooEarly = { outcome: 'declined', bearer: 'provider', clause: 'art-7-3' } as const;
const waitUntil = (date: string) => ({ kind: 'wait-until', date: day(date) }) as const;

/** Dispensing on a day, thirty days unless told otherwise, after one earlier supply. */
const on = (date: string, earlier: readonly Supply[], daysSupply = 30) =>
  input({ on: day(date), lines: [line({ daysSupply })], supplies: [supplies(earlier)] });

const twice = (second: string) =>
  input({
    lines: [line(), line({ lineId: 'line-2', itemCode: second })],
  });

const accepting = (...accepts: readonly EarlyReason[]) =>
  rulePack({ repeat: { ...rulePack().repeat, accepts } });
/** A contract that counts as at hand up to so many days of what is left over. */
const carrying = (carriedDaysMost: number) =>
  rulePack({ repeat: { ...rulePack().repeat, carriedDaysMost } });
/** Thirty days on 9 November, and on 2 December again, as early as that was permitted: seven days are left over. */
const twiceEarly = [supply(), supply({ endsOn: day('2026-12-31') })];
const onAfter = (date: string, ...known: readonly Fact<readonly Supply[]>[]) =>
  input({ on: day(date), supplies: known });
const comingEarly = (changes: Partial<ClaimLine>) =>
  input({ lines: [line(changes)], supplies: [supplies([supply()])] });

/** The rest of sixty tablets, of which thirty were given. */
const owing = (changes: Partial<ClaimLine>, filled: number | null = 30) => ({
  ...comingEarly({ quantity: 30, ...changes }),
  prescriptions: [
    known(
      [
        {
          prescriptionId: 'RX',
          on: day('2026-11-09'),
          validDays: 30,
          prescriberLicence: 'D-1182',
          diagnoses: [],
          lines: [{ itemCode: line().itemCode, quantity: 60, filled }],
        },
      ],
      'card',
      now,
    ),
  ],
});

export const repeatWindowCases: readonly Case[] = [
  { title: 'passes a first supply', given: input(), says: passes },
  {
    title: 'passes an item whose repeats are not limited, whatever is unknown',
    given: input({
      lines: [line({ itemCode: 'PARACETAMOL-500', daysSupply: null })],
      supplies: [unknown('unreadable', 'card')],
    }),
    says: { ...passes, facts: [] },
  },
  {
    title: 'declines on 22 November what was supplied on the 9th for thirty days',
    given: on('2026-11-22', [supply()]),
    says: {
      ...tooEarly,
      reason: 'repeat-too-early-from-supplier',
      shown: {
        item: { kind: 'name', value: { ar: 'أتورفاستاتين ٢٠ ملغ', en: 'Atorvastatin 20 mg' } },
        last: { kind: 'date', value: day('2026-11-09') },
        supplied: { kind: 'days', value: 30 },
        remaining: { kind: 'days', value: 17 },
        next: { kind: 'date', value: day('2026-12-02') },
        early: { kind: 'days', value: 10 },
        supplier: { kind: 'name', value: { ar: 'صيدلية RABWA', en: 'RABWA pharmacy' } },
      },
      nearest: waitUntil('2026-12-02'),
    },
  },
  ...(['owed', 'dose-change', 'travel', 'lost'] as const).flatMap((early): Case[] => [
    {
      title: `declines ${early} where the contract accepts another reason`,
      given: early === 'owed' ? owing({ early }) : comingEarly({ early }),
      pack: accepting(early === 'lost' ? 'travel' : 'lost'),
      says: tooEarly,
    },
    {
      title: `passes ${early} where the contract accepts it`,
      given: early === 'owed' ? owing({ early }) : comingEarly({ early }),
      pack: accepting(early),
      says: passes,
    },
  ]),
  {
    title: 'declines what comes early for a reason where the contract accepts none',
    given: comingEarly({ early: 'travel' }),
    says: tooEarly,
  },
  {
    title: 'declines what comes early without a reason, whatever the contract accepts',
    given: comingEarly({}),
    pack: accepting('owed', 'dose-change', 'travel', 'lost'),
    says: tooEarly,
  },
  {
    title: 'declines as owed what no prescription leaves open',
    given: comingEarly({ early: 'owed' }),
    pack: accepting('owed'),
    says: tooEarly,
  },
  {
    title: 'declines as owed one unit more than the prescription leaves open',
    given: owing({ early: 'owed', quantity: 31 }),
    pack: accepting('owed'),
    says: tooEarly,
  },
  {
    title: 'declines as owed what the prescription orders for the first time',
    given: owing({ early: 'owed' }, 0),
    pack: accepting('owed'),
    says: tooEarly,
  },
  {
    title: 'declines as owed what nobody knows to be open',
    given: owing({ early: 'owed' }, null),
    pack: accepting('owed'),
    says: tooEarly,
  },
  {
    title: 'declines one day before the permitted date',
    given: on('2026-12-01', [supply()]),
    says: { ...tooEarly, nearest: waitUntil('2026-12-02') },
  },
  { title: 'passes on the permitted date', given: on('2026-12-02', [supply()]), says: passes },
  { title: 'passes one day after it', given: on('2026-12-03', [supply()]), says: passes },
  {
    title: 'declines on the very day of the last supply',
    given: on('2026-11-09', [supply()]),
    says: { ...tooEarly, nearest: waitUntil('2026-12-02') },
  },
  {
    title: 'does not name a supplier whom nobody knows',
    given: on('2026-12-01', [supply({ providerId: null })]),
    says: { ...tooEarly, reason: 'repeat-too-early' },
  },
  {
    title: 'does not name a supplier whom the rules do not know',
    given: on('2026-12-01', [supply({ providerId: 'NOBODY' })]),
    says: { ...tooEarly, reason: 'repeat-too-early' },
  },
  {
    title: 'ignores supplies under another repeat key',
    given: on('2026-11-22', [supply({ repeatCode: 102 })]),
    says: passes,
  },
  {
    title: 'holds the supply that forbids the longest, wherever it is known',
    given: input({
      supplies: [
        supplies([supply()]),
        supplies([supply({ endsOn: day('2027-01-08'), days: 60 })], 'centre'),
      ],
    }),
    says: { ...tooEarly, nearest: waitUntil('2026-12-25') },
  },
  {
    title: 'refers when one place that knows supplies cannot be read',
    given: input({ supplies: [supplies([]), unknown('never-synced', 'centre')] }),
    says: { outcome: 'referred', reason: 'supply-history-unknown' },
  },
  {
    title: 'refers when nobody was asked',
    given: input({ supplies: [] }),
    says: { outcome: 'referred', reason: 'supply-history-unknown' },
  },
  {
    title: 'declines on what is known, although another place is not',
    given: input({ supplies: [unknown('unreadable', 'card'), supplies([supply()], 'terminal')] }),
    says: { ...tooEarly, reason: 'repeat-too-early-from-supplier' },
  },
  {
    title: 'refers when it is not said how long the quantity lasts',
    given: input({ lines: [line({ daysSupply: null })] }),
    says: { outcome: 'referred', reason: 'days-supply-missing' },
  },
  {
    title: 'declines a second line of the same repeat key, under another brand',
    given: twice('ATORVASTATIN-20-B'),
    says: { ...tooEarly, reason: 'repeat-in-claim' },
  },
  {
    title: 'passes a second line of another medicine',
    given: twice('METFORMIN-850'),
    says: passes,
  },
  {
    title: 'declines an earlier date entered late, one day inside the window of a later supply',
    given: on('2026-10-18', [supply()]),
    says: {
      ...tooEarly,
      reason: 'repeat-before-later-supply',
      nearest: waitUntil('2026-12-02'),
    },
  },
  {
    title: 'passes an earlier date whose own window ends on the later supply’s day',
    given: on('2026-10-17', [supply()]),
    says: passes,
  },
  {
    title: 'measures that window by the days of the line itself',
    given: on('2026-10-18', [supply()], 28),
    says: passes,
  },
  {
    title: 'waits the whole supply where the contract says so',
    given: on('2026-12-08', [supply()]),
    pack: rulePack({ repeat: { thresholdPercent: 100, clause: 'art-7-3' } }),
    says: { ...tooEarly, nearest: waitUntil('2026-12-09') },
  },
  {
    title: 'names, of two that forbid it, the one that forbids it longest, though it is older',
    given: on('2026-11-22', [
      supply({ endsOn: day('2026-11-23'), days: 4 }),
      supply({ endsOn: day('2026-12-30'), days: 60 }),
    ]),
    says: { ...tooEarly, nearest: waitUntil('2026-12-16') },
  },
  {
    title: 'names, of two that forbid it equally long, the later one',
    given: on('2026-11-22', [
      supply({ endsOn: day('2026-11-25'), days: 13 }),
      supply({ endsOn: day('2026-11-23'), days: 4 }),
    ]),
    says: { ...tooEarly, nearest: waitUntil('2026-11-23') },
  },
  {
    title: 'counts what earlier supplies left over, where the contract carries it over',
    given: onAfter('2026-12-28', supplies(twiceEarly, 'terminal')),
    pack: carrying(10),
    says: {
      ...tooEarly,
      reason: 'repeat-too-early-with-carried',
      shown: {
        item: { kind: 'name', value: { ar: 'أتورفاستاتين ٢٠ ملغ', en: 'Atorvastatin 20 mg' } },
        last: { kind: 'date', value: day('2026-12-02') },
        supplied: { kind: 'days', value: 30 },
        atHand: { kind: 'days', value: 37 },
        remaining: { kind: 'days', value: 11 },
        next: { kind: 'date', value: day('2026-12-30') },
        early: { kind: 'days', value: 2 },
      },
      nearest: waitUntil('2026-12-30'),
    },
  },
  {
    title: 'passes it where the contract carries nothing over',
    given: onAfter('2026-12-28', supplies(twiceEarly, 'terminal')),
    says: passes,
  },
  {
    title: 'declines one day before what is at hand is used enough',
    given: onAfter('2026-12-29', supplies(twiceEarly, 'terminal')),
    pack: carrying(7),
    says: { ...tooEarly, nearest: waitUntil('2026-12-30') },
  },
  {
    title: 'passes on the day on which what is at hand is used enough',
    given: onAfter('2026-12-30', supplies(twiceEarly, 'terminal')),
    pack: carrying(7),
    says: passes,
  },
  {
    title: 'passes one day after that',
    given: onAfter('2026-12-31', supplies(twiceEarly, 'terminal')),
    pack: carrying(7),
    says: passes,
  },
  {
    title: 'counts of it no more than the contract carries over',
    given: onAfter('2026-12-28', supplies(twiceEarly, 'terminal')),
    pack: carrying(6),
    says: { ...tooEarly, nearest: waitUntil('2026-12-29') },
  },
  {
    title: 'counts once what several places tell of',
    given: onAfter(
      '2026-12-30',
      supplies([supply({ endsOn: day('2027-01-07'), days: 37, ownDays: 30 })], 'card'),
      supplies(twiceEarly, 'terminal'),
      supplies(twiceEarly, 'centre'),
    ),
    pack: carrying(10),
    says: passes,
  },
  {
    title: 'knows from the card alone what was at hand',
    given: onAfter(
      '2026-12-29',
      supplies([supply({ endsOn: day('2027-01-07'), days: 37, providerId: null })]),
    ),
    pack: carrying(10),
    says: {
      ...tooEarly,
      reason: 'repeat-too-early-with-carried',
      nearest: waitUntil('2026-12-30'),
    },
  },
  {
    title: 'names the supplier of a supply to which nothing was carried over',
    given: on('2026-12-01', [supply()]),
    pack: carrying(10),
    says: {
      ...tooEarly,
      reason: 'repeat-too-early-from-supplier',
      nearest: waitUntil('2026-12-02'),
    },
  },
  {
    title:
      'declines an earlier date entered late that with what is left over reaches a later supply',
    given: on('2026-12-02', [supply(), supply({ endsOn: day('2027-01-27') })]),
    pack: carrying(10),
    says: {
      ...tooEarly,
      reason: 'repeat-before-later-supply',
      nearest: waitUntil('2027-01-21'),
    },
  },
  {
    title: 'passes it where the later supply is of the day from which it is permitted',
    given: on('2026-12-02', [supply(), supply({ endsOn: day('2027-01-28') })]),
    pack: carrying(10),
    says: passes,
  },
  {
    title: 'passes for an accepted reason what is carried over, too',
    given: input({
      on: day('2026-12-28'),
      lines: [line({ early: 'travel' })],
      supplies: [supplies(twiceEarly, 'terminal')],
    }),
    pack: rulePack({
      repeat: { ...rulePack().repeat, carriedDaysMost: 10, accepts: ['travel'] },
    }),
    says: passes,
  },
  {
    title: 'refers what is carried over where one place cannot be read',
    given: onAfter('2026-12-30', unknown('unreadable', 'card'), supplies(twiceEarly, 'terminal')),
    pack: carrying(10),
    says: { outcome: 'referred', reason: 'supply-history-unknown' },
  },
];
