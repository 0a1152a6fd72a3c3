import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import type { FollowUpTerm } from '#domain/adjudication/item-rule.ts';
import type { ClaimLine } from '#domain/claims.ts';
import { unknown } from '#domain/facts.ts';
import type { PastService } from '#domain/history.ts';
import { money } from '#domain/money.ts';
import { day, input, line, rulePack } from '../builders.ts';
import { claiming, history, itemRule, past } from '../terms.ts';
import { type Case, passes } from './case.ts';

const cardiologist = { name: 'x', licence: 'D-1', specialty: 'cardiology' } as const;

const consultation = (services: readonly PastService[], on = '2026-11-22'): AdjudicationInput =>
  claiming(
    { clinician: cardiologist },
    input({
      on: day(on),
      lines: [line({ itemCode: 'CONSULTATION', quantity: 1, daysSupply: null })],
      services: [history(services, 'terminal')],
    }),
  );

/** A consultation of the same cardiologist here for the same illness, on 8 November: fourteen days before. */
const before = (changes: Partial<PastService> = {}): PastService =>
  past({
    itemCode: 'CONSULTATION',
    on: day('2026-11-08'),
    quantity: 1,
    providerId: 'NAFIS',
    clinician: { licence: 'D-1', specialty: 'cardiology' },
    diagnosis: 'E78.5',
    episode: 'C-261108-0001',
    ...changes,
  });

const granting = (changes: Partial<FollowUpTerm> = {}) => {
  const followUp = {
    days: 14,
    same: 'clinician',
    isAnywhere: false,
    isFeeIncluded: true,
    ...changes,
  } as const;
  return rulePack({ itemRules: [itemRule({ scope: { kind: 'consultation' }, followUp })] });
};

const included = { outcome: 'reduced', reason: 'follow-up-included', bearer: 'provider' } as const;
const { clinician: _, ...noClinician } = before();
const { episode: __, ...unnumbered } = before();
const beside = (earlier: ClaimLine): AdjudicationInput => {
  const given = consultation([]);
  return claiming({ lines: [earlier, ...given.claim.lines] }, given);
};
const nobodyTreats = input({
  lines: [line({ itemCode: 'CONSULTATION', quantity: 1, daysSupply: null })],
  services: [history([before()], 'terminal')],
});
const followUpOf = (itemCode: string): AdjudicationInput => {
  const given = consultation([before()]);
  const lines = given.claim.lines.map((one) => ({ ...one, itemCode }));
  return claiming({ lines }, given);
};

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
    title: 'takes one for a follow-up that has no price',
    given: followUpOf('UNPRICED'),
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
    title: 'takes for the first what lies further back than the days, though little of it is known',
    given: consultation([{ ...noClinician, on: day('2026-11-07') }]),
    pack: granting(),
    says: passes,
  },
  {
    title: 'refers one that was claimed before a later one of which little is known',
    given: consultation([{ ...noClinician, on: day('2026-12-06') }]),
    pack: granting(),
    says: { outcome: 'referred', reason: 'follow-up-unsure' },
  },
  {
    title: 'passes one that lies further before it than the days',
    given: consultation([{ ...noClinician, on: day('2026-12-07') }]),
    pack: granting(),
    says: passes,
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
    title: 'takes for one here what nobody recorded the place of',
    given: consultation([before({ providerId: null })]),
    pack: granting(),
    says: included,
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
];

function expect14(on: string, to: string) {
  return {
    item: { kind: 'name', value: { en: 'Consultation', ar: 'استشارة' } },
    on: { kind: 'date', value: day(on) },
    to: { kind: 'date', value: day(to) },
  } as const;
}
