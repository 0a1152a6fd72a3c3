import type { GlobalPeriodTerm } from '#domain/adjudication/item-rule.ts';
import type { ClaimLine } from '#domain/claims.ts';
import { unknown as unknownFact } from '#domain/facts.ts';
import type { PastService } from '#domain/history.ts';
import { money } from '#domain/money.ts';
import { input, line, rulePack } from '../builders.ts';
import {
  approval,
  approvals,
  claiming,
  day,
  history,
  itemRule,
  past,
  withBenefit,
  withItemRule,
} from '../terms.ts';
import { type Case, passes } from './case.ts';

// A filling contains consultations ten days after it and two days before.
const containing = (changes: Partial<GlobalPeriodTerm> = {}) =>
  withItemRule({
    scope: { item: 'FILLING' },
    globalPeriod: {
      before: 2,
      after: 10,
      contains: { item: 'CONSULTATION' },
      same: 'provider',
      modifiers: ['24'],
      ...changes,
    },
  });

const operation = (on: string, changes: Partial<PastService> = {}) =>
  past({ itemCode: 'FILLING', on: day(on), quantity: 1, providerId: 'NAFIS', ...changes });

/** A consultation on 22 November, after what was claimed before. */
const visit = (
  before: readonly PastService[],
  changes: Partial<ClaimLine> = {},
  since: string | null = null,
) =>
  input({
    lines: [line({ itemCode: 'CONSULTATION', quantity: 1, daysSupply: null, ...changes })],
    services: [history(before, 'centre', since)],
  });

/** The filling itself, after what was claimed before. */
const filling = (before: readonly PastService[], since: string | null = null) =>
  visit(before, { itemCode: 'FILLING' }, since);

const seen = (on: string) => operation(on, { itemCode: 'CONSULTATION' });
const within = { outcome: 'reduced', reason: 'within-global-period', bearer: 'provider' } as const;
const afterPart = { outcome: 'referred', reason: 'global-after-part' } as const;
const unknown = { outcome: 'referred', reason: 'global-history-unknown' } as const;
const unsure = { outcome: 'referred', reason: 'global-period-unsure' } as const;
const pack = containing();

const treatedBy = (specialty: string, licence = 'D-1') => ({ name: '-', licence, specialty });
const bySpecialty = containing({ same: 'specialty' });
const byClinician = containing({ same: 'clinician' });
const withClinician = claiming(
  { clinician: treatedBy('surgery') },
  visit([operation('2026-11-20', { clinician: { licence: 'D-2', specialty: 'surgery' } })]),
);

/** Beside the filling glasses, which contain five days before them and three after. */
const twoWholes = rulePack({
  itemRules: [
    ...pack.itemRules,
    ...containing({ before: 5, after: 3 }).itemRules.map((rule) =>
      itemRule({ ...rule, scope: { item: 'GLASSES' } }),
    ),
  ],
});
/** Atorvastatin contains the filling, which contains the consultation. */
const chained = rulePack({
  itemRules: [
    ...pack.itemRules,
    ...containing({ contains: { item: 'FILLING' } }).itemRules.map((rule) =>
      itemRule({ ...rule, scope: { item: 'ATORVASTATIN-20' }, clause: 'art-24' }),
    ),
  ],
});
const glasses = (on: string) => operation(on, { itemCode: 'GLASSES' });

/** The visit and the operation before it, each treated under a licence; null: nobody recorded whose. */
const underLicences = (now: string | null, then: string | null) => {
  const given = visit([
    operation('2026-11-20', then === null ? {} : { clinician: treatedBy('surgery', then) }),
  ]);
  return now === null ? given : claiming({ clinician: treatedBy('surgery', now) }, given);
};

const onOneClaim = (first: string, second: string, price: number | null = null) =>
  input({
    lines: [
      line({
        ...{ lineId: 'first', itemCode: first, quantity: 10 },
        unitPrice: price === null ? null : money(price),
      }),
      line({ itemCode: second, quantity: 1, daysSupply: null }),
    ],
    services: [history()],
  });

export const globalPeriodCases: readonly Case[] = [
  { title: 'asks nothing where no price contains it', given: visit([]), says: passes },
  { title: 'passes without an operation', given: visit([]), pack, says: passes },
  {
    title: 'includes the last day after',
    given: visit([operation('2026-11-12')]),
    pack,
    says: within,
  },
  {
    title: 'passes the day after that',
    given: visit([operation('2026-11-11')]),
    pack,
    says: passes,
  },
  { title: 'includes the same day', given: visit([operation('2026-11-22')]), pack, says: within },
  {
    title: 'includes the first day before',
    given: visit([operation('2026-11-24')]),
    pack,
    says: within,
  },
  {
    title: 'passes the day before that',
    given: visit([operation('2026-11-25')]),
    pack,
    says: passes,
  },
  {
    title: 'passes at another provider',
    given: visit([operation('2026-11-20', { providerId: 'RABWA' })]),
    pack,
    says: passes,
  },
  {
    title: 'refers where nobody recorded the provider',
    given: visit([operation('2026-11-20', { providerId: null })]),
    pack,
    says: unsure,
  },
  {
    title: 'passes under a modifier by which it stands on its own',
    given: visit([operation('2026-11-20')], { modifier: '24' }),
    pack,
    says: passes,
  },
  {
    title: 'includes under any other modifier',
    given: visit([operation('2026-11-20')], { modifier: '25' }),
    pack,
    says: within,
  },
  { title: 'includes the same specialty', given: withClinician, pack: bySpecialty, says: within },
  { title: 'passes another clinician', given: withClinician, pack: byClinician, says: passes },
  {
    title: 'refers where the specialty was not recorded',
    given: visit([operation('2026-11-20')]),
    pack: bySpecialty,
    says: unsure,
  },
  {
    title: 'refers where the days before are not known',
    given: visit([], {}, '2026-11-13'),
    pack,
    says: unknown,
  },
  {
    title: 'passes where they are known just as far back',
    given: visit([], {}, '2026-11-12'),
    pack,
    says: passes,
  },
  {
    title: 'refers an operation after what it contains',
    given: filling([seen('2026-11-20')]),
    pack,
    says: afterPart,
  },
  {
    title: 'passes an operation after what it does not',
    given: filling([seen('2026-11-19')]),
    pack,
    says: passes,
  },
  {
    title: 'refers an operation whose days before are not known',
    given: filling([], '2026-11-21'),
    pack,
    says: unknown,
  },
  {
    title: 'holds under the plan alone that says so',
    given: visit([operation('2026-11-20')]),
    pack: {
      ...pack,
      itemRules: pack.itemRules.map((rule) => itemRule({ ...rule, plans: ['GOLD'] })),
    },
    says: passes,
  },
  {
    title: 'includes a consultation after the operation on the claim',
    given: onOneClaim('FILLING', 'CONSULTATION'),
    pack: { ...containing(), ...withBenefit('dental', { covered: true }) },
    says: within,
  },
  {
    title: 'passes an operation that stands behind a consultation on the claim',
    given: onOneClaim('CONSULTATION', 'FILLING'),
    pack: { ...containing(), ...withBenefit('dental', { covered: true }) },
    says: passes,
  },
  {
    title: 'passes an operation after another service on the claim',
    given: onOneClaim('METFORMIN-850', 'FILLING'),
    pack: { ...containing(), ...withBenefit('dental', { covered: true }) },
    says: passes,
  },
  {
    title: 'passes an operation after a consultation that costs nothing',
    given: onOneClaim('CONSULTATION', 'FILLING', 0),
    pack: { ...containing(), ...withBenefit('dental', { covered: true }) },
    says: passes,
  },
  {
    title: 'passes what it contains where that costs nothing',
    given: visit([operation('2026-11-20')], { unitPrice: money(0) }),
    pack,
    says: passes,
  },
  {
    title: 'includes what has no price',
    given: visit([operation('2026-11-20')], { itemCode: 'UNPRICED' }),
    pack: containing({ contains: { kind: 'consultation' } }),
    says: within,
  },
  {
    title: 'passes what the contract does not know',
    given: visit([], { itemCode: 'NOBODY' }),
    pack,
    says: passes,
  },
  {
    title: 'passes after what the contract does not know',
    given: visit([operation('2026-11-20', { itemCode: 'NOBODY' })]),
    pack,
    says: passes,
  },
  {
    title: 'passes after a service that contains nothing',
    given: visit([operation('2026-11-20', { itemCode: 'METFORMIN-850' })]),
    pack,
    says: passes,
  },
  {
    title: 'passes after a service on the claim that contains nothing',
    given: onOneClaim('METFORMIN-850', 'CONSULTATION'),
    pack,
    says: passes,
  },
  {
    title: 'includes as far after as the longer of two reaches',
    given: visit([operation('2026-11-12')]),
    pack: twoWholes,
    says: within,
  },
  {
    title: 'passes as far after the shorter',
    given: visit([glasses('2026-11-18')]),
    pack: twoWholes,
    says: passes,
  },
  {
    title: 'includes as far before as the longer of two reaches',
    given: visit([glasses('2026-11-27')]),
    pack: twoWholes,
    says: within,
  },
  {
    title: 'passes as far before the shorter',
    given: visit([operation('2026-11-25')]),
    pack: twoWholes,
    says: passes,
  },
  {
    title: 'includes the same clinician',
    given: underLicences('D-1', 'D-1'),
    pack: byClinician,
    says: within,
  },
  {
    title: 'refers where nobody said who treats',
    given: underLicences(null, 'D-1'),
    pack: byClinician,
    says: unsure,
  },
  {
    title: 'refers where nobody recorded who treated',
    given: underLicences('D-1', null),
    pack: byClinician,
    says: unsure,
  },
  {
    title: 'refers where both licences are empty',
    given: underLicences('', ''),
    pack: byClinician,
    says: unsure,
  },
  {
    title: 'refers where both licences are a dash',
    given: underLicences('-', '-'),
    pack: byClinician,
    says: unsure,
  },
  {
    title: 'includes what is inside another price, whatever it contains itself',
    given: filling([operation('2026-11-20', { itemCode: 'ATORVASTATIN-20' }), seen('2026-11-20')]),
    pack: chained,
    says: { ...within, clause: 'art-24' },
  },
  {
    title: 'refers an operation outside other prices after what it contains',
    given: filling([seen('2026-11-20')]),
    pack: chained,
    says: afterPart,
  },
  {
    title: 'passes an operation after what it contains at another provider',
    given: filling([operation('2026-11-20', { itemCode: 'CONSULTATION', providerId: 'RABWA' })]),
    pack,
    says: passes,
  },
  {
    title: 'passes an operation after what stands on its own by its modifier',
    given: filling([operation('2026-11-20', { itemCode: 'CONSULTATION', modifier: '24' })]),
    pack,
    says: passes,
  },
  {
    title: 'passes an operation after what the contract does not know',
    given: filling([operation('2026-11-20', { itemCode: 'NOBODY' })]),
    pack,
    says: passes,
  },
  {
    title: 'asks for the history of an operation, whatever stands before it on the claim',
    given: {
      ...onOneClaim('CONSULTATION', 'FILLING'),
      services: [],
      approvals: approvals(approval({ itemCode: 'CONSULTATION', waives: ['global-period'] })),
    },
    pack: { ...containing(), ...withBenefit('dental', { covered: true }) },
    says: unknown,
  },
  {
    title: 'refers an operation after what one place tells, although another does not',
    given: {
      ...filling([]),
      services: [unknownFact('unreadable', 'card'), history([seen('2026-11-21')], 'centre')],
    },
    pack,
    says: afterPart,
  },
];
