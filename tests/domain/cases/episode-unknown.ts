import { unknown } from '#domain/facts.ts';
import { day, input, line } from '../builders.ts';
import { claiming, history, past } from '../terms.ts';
import { type Case, passes } from './case.ts';
import {
  before,
  cardiologist,
  consultation,
  granting,
  included,
  nobodyTreats,
  noClinician,
  unnumbered,
} from './episode-claims.ts';

/** What is said of an episode of which not everything is known. */
export const uncertainEpisodeCases: readonly Case[] = [
  {
    title: 'believes this terminal, which knows who treated, before the card, which does not',
    given: {
      ...consultation([]),
      services: [
        history([before({ clinician: { licence: 'D-2', specialty: 'x' } })], 'terminal'),
        history([past({ itemCode: 'CONSULTATION', on: day('2026-11-08'), providerId: 'NAFIS' })]),
      ],
    },
    pack: granting(),
    says: passes,
  },
  {
    title: 'refers where the earlier record does not say who treated',
    given: consultation([noClinician]),
    pack: granting(),
    says: { outcome: 'referred', reason: 'follow-up-unsure' },
  },
  {
    title: 'refers where it was not said who treats now',
    given: {
      ...consultation([before()]),
      claim: input({ lines: [line({ itemCode: 'CONSULTATION', quantity: 1, daysSupply: null })] })
        .claim,
    },
    pack: granting(),
    says: {
      outcome: 'referred',
      reason: 'follow-up-clinician-unknown',
      nearest: { kind: 'enter-clinician' },
    },
  },
  {
    title: 'refers where no diagnosis was stated',
    given: claiming({ diagnoses: [] }, consultation([before()])),
    pack: granting(),
    says: {
      outcome: 'referred',
      reason: 'follow-up-diagnosis-unknown',
      nearest: { kind: 'enter-diagnosis' },
    },
  },
  {
    title: 'refers where earlier consultations are not known',
    given: { ...consultation([]), services: [unknown('unreadable', 'card')] },
    pack: granting(),
    says: { outcome: 'referred', reason: 'follow-up-history-unknown' },
  },
  {
    title: 'refers where they are known from a day too late',
    given: { ...consultation([]), services: [history([], 'card', '2026-11-09')] },
    pack: granting(),
    says: { outcome: 'referred', reason: 'follow-up-history-unknown' },
  },
  {
    title: 'passes where they are known from the first of the days',
    given: { ...consultation([]), services: [history([], 'card', '2026-11-08')] },
    pack: granting(),
    says: passes,
  },
  {
    title: 'counts only consultations among what is known',
    given: consultation([
      before(),
      past({ itemCode: 'METFORMIN-850' }),
      past({ itemCode: 'NO-SUCH-ITEM' }),
    ]),
    pack: granting(),
    says: included,
  },
  {
    title: 'names no episode where nobody recorded the number of the first',
    given: consultation([unnumbered]),
    pack: granting(),
    says: included,
  },
  {
    title: 'refers one that was claimed before a later one of which little is known',
    given: consultation([{ ...noClinician, on: day('2026-12-06') }]),
    pack: granting(),
    says: { outcome: 'referred', reason: 'follow-up-unsure' },
  },
  {
    title: 'is sure of a follow-up whatever else is unsure',
    given: consultation([before(), { ...noClinician, on: day('2026-11-15') }]),
    pack: granting(),
    says: included,
  },
  {
    title: 'asks who treats because of the one that it may follow, not of one for another illness',
    given: claiming(
      { clinician: { ...cardiologist, licence: '' } },
      consultation([
        before({ on: day('2026-11-10'), diagnosis: 'I10' }),
        before({ on: day('2026-11-15') }),
      ]),
    ),
    pack: granting(),
    says: { outcome: 'referred', reason: 'follow-up-clinician-unknown' },
  },
  {
    title: 'is unsure of the one of which little is known, not of one for another illness',
    given: consultation([
      before({ on: day('2026-11-10'), diagnosis: 'I10' }),
      { ...noClinician, on: day('2026-11-15') },
    ]),
    pack: granting(),
    says: { outcome: 'referred', reason: 'follow-up-unsure' },
  },
  {
    title: 'takes for one here what nobody recorded the place of',
    given: consultation([before({ providerId: null })]),
    pack: granting(),
    says: included,
  },
  {
    title: 'asks who treats where any of the specialty would do',
    given: nobodyTreats,
    pack: granting({ same: 'specialty' }),
    says: { outcome: 'referred', reason: 'follow-up-clinician-unknown' },
  },
  {
    title: 'is unsure where nobody recorded the specialty of the earlier one',
    given: consultation([noClinician]),
    pack: granting({ same: 'specialty' }),
    says: { outcome: 'referred', reason: 'follow-up-unsure' },
  },
  {
    title: 'needs no memory of what lies before a gap longer than the days',
    given: claiming(
      { clinician: cardiologist },
      {
        ...consultation([]),
        services: [
          history(
            [before({ on: day('2026-08-01') }), before({ on: day('2026-11-20') })],
            'terminal',
            '2026-11-01',
          ),
        ],
      },
    ),
    pack: granting(),
    says: included,
  },
];
