import { money } from '#domain/money.ts';
import { day, line } from '../builders.ts';
import { claiming } from '../terms.ts';
import { type Case, passes } from './case.ts';
import {
  before,
  beside,
  consultation,
  expect14,
  followUpOf,
  granting,
  included,
  noClinician,
} from './episode-claims.ts';
import { uncertainEpisodeCases } from './episode-unknown.ts';

export const episodeCases: readonly Case[] = [
  { title: 'asks nothing without a term', given: consultation([before()]), says: passes },
  {
    title: 'passes the first consultation',
    given: consultation([]),
    pack: granting(),
    says: { ...passes, clause: 'art-20' },
  },
  {
    title: 'takes one on the last of the days for a follow-up',
    given: consultation([before()]),
    pack: granting(),
    says: {
      ...included,
      shown: expect14('2026-11-08', '2026-11-22'),
    },
  },
  {
    title: 'takes one a day before the last for a follow-up',
    given: consultation([before({ on: day('2026-11-09') })]),
    pack: granting(),
    says: included,
  },
  {
    title: 'passes one a day after the last',
    given: consultation([before({ on: day('2026-11-07') })]),
    pack: granting(),
    says: passes,
  },
  {
    title: 'takes a second one on the same day for a follow-up',
    given: consultation([before({ on: day('2026-11-22') })]),
    pack: granting({ days: 0 }),
    says: included,
  },
  {
    title: 'takes one that was held before and claimed after for a follow-up, to the same day',
    given: consultation([before()], '2026-10-25'),
    pack: granting(),
    says: included,
  },
  {
    title: 'passes one that was held a day earlier than that',
    given: consultation([before()], '2026-10-24'),
    pack: granting(),
    says: passes,
  },
  {
    title: 'counts from the first of the episode, not from its latest follow-up',
    given: consultation([before({ on: day('2026-11-07') }), before({ on: day('2026-11-14') })]),
    pack: granting(),
    says: passes,
  },
  {
    title: 'lets the consultation after an episode open another',
    given: consultation([
      before({ on: day('2026-10-20') }),
      before({ on: day('2026-11-01') }),
      before({ on: day('2026-11-12') }),
    ]),
    pack: granting(),
    says: included,
  },
  {
    title: 'passes one with another clinician',
    given: consultation([before({ clinician: { licence: 'D-2', specialty: 'cardiology' } })]),
    pack: granting(),
    says: passes,
  },
  {
    title: 'takes another clinician of the specialty where the contract says so',
    given: consultation([before({ clinician: { licence: 'D-2', specialty: 'cardiology' } })]),
    pack: granting({ same: 'specialty' }),
    says: included,
  },
  {
    title: 'passes another specialty there',
    given: consultation([before({ clinician: { licence: 'D-1', specialty: 'urology' } })]),
    pack: granting({ same: 'specialty' }),
    says: passes,
  },
  {
    title: 'passes one for another illness',
    given: consultation([before({ diagnosis: 'I10' })]),
    pack: granting(),
    says: passes,
  },
  {
    title: 'passes one after another provider’s',
    given: consultation([before({ providerId: 'RABWA' })]),
    pack: granting(),
    says: passes,
  },
  {
    title: 'takes it for a follow-up where the contract counts any provider',
    given: consultation([before({ providerId: 'RABWA' })]),
    pack: granting({ isAnywhere: true }),
    says: included,
  },
  {
    title: 'passes, with nothing to take away, where the insurer pays follow-ups',
    given: consultation([before()]),
    pack: granting({ isFeeIncluded: false }),
    says: { ...passes, clause: 'art-20' },
  },
  {
    title: 'passes where the provider asks nothing for it',
    given: claiming(
      {
        lines: [
          line({
            itemCode: 'CONSULTATION',
            quantity: 1,
            daysSupply: null,
            unitPrice: money(0),
          }),
        ],
      },
      consultation([before()]),
    ),
    pack: granting(),
    says: passes,
  },
  {
    title: 'takes a second consultation of the claim for a follow-up',
    given: claiming(
      {
        lines: ['line-1', 'line-2'].map((lineId) =>
          line({ lineId, itemCode: 'CONSULTATION', quantity: 1, daysSupply: null }),
        ),
      },
      consultation([]),
    ),
    pack: granting(),
    says: included,
  },
  {
    title: 'takes one for a follow-up that has no price',
    given: followUpOf('UNPRICED'),
    pack: granting(),
    says: included,
  },
  {
    title: 'takes for the first what lies further back than the days, though little of it is known',
    given: consultation([{ ...noClinician, on: day('2026-11-07') }]),
    pack: granting(),
    says: passes,
  },
  {
    title: 'passes one that lies further before it than the days',
    given: consultation([{ ...noClinician, on: day('2026-12-07') }]),
    pack: granting(),
    says: passes,
  },
  {
    title: 'passes after another kind of service on the claim',
    given: beside(line({ itemCode: 'METFORMIN-850', lineId: 'before', quantity: 60 })),
    pack: granting(),
    says: passes,
  },
  {
    title: 'passes a second one on a claim that says no illness',
    given: claiming(
      { diagnoses: [] },
      beside(line({ itemCode: 'CONSULTATION', lineId: 'before', quantity: 1, daysSupply: null })),
    ),
    pack: granting(),
    says: passes,
  },
  {
    title: 'follows up no other kind of service, and nothing that the contract does not know',
    given: consultation([
      before({ itemCode: 'METFORMIN-850' }),
      before({ itemCode: 'NO-SUCH-ITEM' }),
    ]),
    pack: granting(),
    says: passes,
  },
  {
    title: 'belongs to the earlier of two between which it lies',
    given: consultation([before({ on: day('2026-11-12') }), before({ on: day('2026-12-02') })]),
    pack: granting(),
    says: { ...included, shown: expect14('2026-11-12', '2026-11-26') },
  },
  {
    title: 'is the first again once an episode is over whose last lies just within its days',
    given: consultation([before({ on: day('2026-11-01') }), before({ on: day('2026-11-15') })]),
    pack: granting(),
    says: passes,
  },
  {
    title: 'passes one for an illness after one that says none, on the claim',
    given: beside(
      line({
        ...{ itemCode: 'CONSULTATION', lineId: 'before', quantity: 1, daysSupply: null },
        diagnoses: [],
      }),
    ),
    pack: granting(),
    says: passes,
  },
  ...uncertainEpisodeCases,
];
