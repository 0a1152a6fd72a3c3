import { ageInMonths, ageInYears, daysBetween } from '../dates.ts';
import { completedWeeks } from '../pregnancy.ts';
import type { LineBase } from './check.ts';
import { type ConditionFact, described, text, texts, truth, whole } from './condition-fact.ts';
import {
  collectorOf,
  daysInEpisode,
  daysToExpiry,
  daysUntilDue,
  followsUp,
  monthLeftOf,
  monthlyOf,
  programmesOf,
  referralAge,
  takerIdOf,
} from './course-facts.ts';
import type { FactName } from './evidence.ts';
import { countIn, daysSinceLast } from './history-facts.ts';
import { findMembership } from './membership.ts';
import { ageOf, daysInsured, monthsInsured, sexOf } from './person-facts.ts';

const age = described('person', 'age', 'count', 'correct-record');
const service = described('operator', 'service-date', 'code');
const past = described('history', 'known-services', 'count', 'connect');
const item = described('pack', 'item', 'code');
const pregnancy = described('operator', 'last-period', 'count', 'state-pregnancy');
const referral = (name: FactName, as: ConditionFact['as'] = 'code') =>
  described('operator', name, as, 'present-referral');
const handedOut = (name: FactName, as: ConditionFact['as'] = 'code') =>
  described('operator', name, as, 'enter-controlled');
const programme = (name: FactName, as: ConditionFact['as']) =>
  described('programme', name, as, 'connect');
const member = (name: FactName, as: ConditionFact['as'] = 'code') =>
  described('membership', name, as, 'connect');

/** Every fact that an expression may name. docs/cel-facts.md is generated from it. */
export const conditionFacts = {
  'person.age': whole(age, (base) => ageOf(base, ageInYears)),
  'person.ageMonths': whole(age, (base) => ageOf(base, ageInMonths)),
  'person.ageDays': whole(age, (base) => ageOf(base, daysBetween)),
  'person.sex': text(described('person', 'sex', 'code', 'correct-record'), sexOf),
  'member.plan': text(member('plan'), ({ planCode }) => planCode),
  'member.relationship': text(
    member('plan'),
    ({ input }) => findMembership(input)?.relationship ?? null,
  ),
  'member.daysInsured': whole(member('member-start', 'days'), daysInsured),
  'member.monthsInsured': whole(member('member-start', 'count'), monthsInsured),
  'member.programmes': texts(programme('enrolment', 'code'), programmesOf),
  'provider.id': text(
    described('operator', 'provider', 'code'),
    ({ input }) => input.claim.providerId,
  ),
  'provider.network': text(
    described('pack', 'network', 'code', 'other-provider'),
    ({ input, pack }) => pack.provider(input.claim.providerId)?.network ?? null,
  ),
  'clinician.specialty': text(
    described('operator', 'clinician', 'code', 'enter-clinician'),
    ({ input }) => input.claim.clinician?.specialty ?? null,
  ),
  'claim.date': text(service, ({ input }) => input.claim.serviceDate),
  'claim.encounter': text(
    described('operator', 'encounter', 'code'),
    ({ input }) => input.claim.encounter,
  ),
  'claim.accident': text(
    described('operator', 'accident', 'code', 'state-accident'),
    ({ input }) => input.claim.accident ?? null,
  ),
  'claim.documents': texts(
    described('operator', 'document', 'code', 'present-report'),
    ({ input }) => input.claim.documents ?? null,
  ),
  'claim.daysSinceOnset': whole(
    described('operator', 'onset', 'days', 'state-onset'),
    ({ input: { claim } }) =>
      claim.onset === undefined ? null : daysBetween(claim.onset, claim.serviceDate),
  ),
  'claim.stayDays': whole(
    described('operator', 'stay', 'days', 'enter-stay'),
    ({ input: { claim } }) =>
      claim.stay === undefined ? null : daysBetween(claim.stay.from, claim.stay.to) + 1,
  ),
  'claim.isPregnant': truth(pregnancy, ({ input }) =>
    input.claim.pregnancy === undefined
      ? null
      : input.claim.pregnancy !== null && input.claim.pregnancy.delivery === undefined,
  ),
  'claim.pregnancyWeek': whole(pregnancy, ({ input: { claim } }) =>
    claim.pregnancy?.lastPeriod == null
      ? null
      : completedWeeks(claim.pregnancy.lastPeriod, claim.serviceDate),
  ),
  'claim.delivery': text(pregnancy, ({ input }) =>
    input.claim.pregnancy === undefined ? null : (input.claim.pregnancy?.delivery ?? ''),
  ),
  'claim.collectedBy': text(
    described('operator', 'collector-relationship', 'code', 'confirm-holder'),
    collectorOf,
  ),
  'claim.hasReferral': truth(
    described('operator', 'referral', 'code'),
    ({ input }) => input.claim.referral !== undefined,
  ),
  'claim.lines': whole(
    described('operator', 'item', 'count'),
    ({ input }) => input.claim.lines.length,
  ),
  'line.item': text(described('operator', 'item', 'code'), ({ line }) => line.itemCode),
  'line.quantity': whole(
    described('operator', 'quantity-asked', 'units'),
    ({ line }) => line.quantity,
  ),
  'line.days': whole(
    described('operator', 'days-supplied', 'days', 'enter-days'),
    ({ line }) => line.daysSupply,
  ),
  'line.unitPrice': whole(described('operator', 'asked-price', 'money'), unitPriceOf),
  'line.claimed': whole(described('operator', 'asked-price', 'money'), claimedOf),
  'line.modifier': text(described('operator', 'item', 'code'), ({ line }) => line.modifier ?? ''),
  'line.tooth': text(
    described('operator', 'tooth', 'code', 'enter-place'),
    ({ line }) => line.place?.tooth ?? null,
  ),
  'line.diagnosis': text(
    described('operator', 'diagnosis', 'code', 'enter-diagnosis'),
    ({ diagnoses }) => diagnoses[0] ?? null,
  ),
  'line.diagnoses': texts(
    described('operator', 'diagnosis', 'code', 'enter-diagnosis'),
    ({ diagnoses }) => (diagnoses.length === 0 ? null : diagnoses),
  ),
  'line.specialPrescription': text(
    handedOut('special-prescription'),
    ({ line }) => line.controlled?.prescriptionNumber ?? null,
  ),
  'line.takerId': text(handedOut('taker-id'), takerIdOf),
  'line.batch': text(handedOut('batch'), ({ line }) => line.batch?.number ?? null),
  'line.daysToExpiry': whole(handedOut('batch-expiry', 'days'), daysToExpiry),
  'line.hasApproval': truth(
    described('operator', 'approval', 'code'),
    ({ approval }) => approval !== null,
  ),
  'item.kind': text(item, (base) => base.item?.kind ?? null),
  'item.benefit': text(described('pack', 'benefit', 'code'), (base) => base.item?.benefit ?? null),
  'item.atc': text(item, (base) => (base.item === null ? null : (base.item.medicine?.atc ?? ''))),
  'item.listPrice': whole(
    described('pack', 'list-price', 'money'),
    ({ price }) => price?.unitPrice ?? null,
  ),
  'item.isControlled': truth(item, ({ terms }) =>
    terms === null ? null : terms.controlled !== null,
  ),
  'item.programme': text(item, ({ terms }) =>
    terms === null ? null : (terms.programme?.value.code ?? ''),
  ),
  'referral.from': text(
    referral('referral-from'),
    ({ input }) => input.claim.referral?.fromSpecialty ?? null,
  ),
  'referral.to': text(
    referral('referral-to'),
    ({ input }) => input.claim.referral?.toSpecialty ?? null,
  ),
  'referral.licence': text(
    referral('referrer'),
    ({ input }) => input.claim.referral?.licence || null,
  ),
  'referral.diagnosis': text(referral('referral'), ({ input: { claim } }) =>
    claim.referral === undefined ? null : (claim.referral.diagnosis ?? ''),
  ),
  'referral.daysSince': whole(referral('referral', 'days'), referralAge),
  'programme.monthly': whole(programme('programme-monthly', 'units'), monthlyOf),
  'programme.leftThisMonth': whole(programme('programme-monthly', 'units'), monthLeftOf),
  'programme.daysUntilNext': whole(programme('programme-next', 'days'), daysUntilDue),
  'episode.isFollowUp': truth(described('history', 'episode', 'code', 'connect'), followsUp),
  'episode.daysSinceFirst': whole(
    described('history', 'earlier-service', 'days', 'connect'),
    daysInEpisode,
  ),
  'history.timesThisMonth': whole(past, (base) => countIn(base, 'month')?.times ?? null),
  'history.timesThisYear': whole(past, (base) => countIn(base, 'calendar-year')?.times ?? null),
  'history.timesThisPolicyYear': whole(past, (base) => countIn(base, 'policy-year')?.times ?? null),
  'history.unitsThisPolicyYear': whole(
    described('history', 'known-services', 'units', 'connect'),
    (base) => countIn(base, 'policy-year')?.units ?? null,
  ),
  'history.daysSinceLast': whole(
    described('history', 'earlier-service', 'days', 'connect'),
    daysSinceLast,
  ),
} as const satisfies Readonly<Record<string, ConditionFact>>;

export type ConditionFactName = keyof typeof conditionFacts;

function unitPriceOf({ line, price }: LineBase): number | null {
  return line.unitPrice ?? price?.unitPrice ?? null;
}

function claimedOf(base: LineBase): number | null {
  const unitPrice = unitPriceOf(base);
  const claimed = unitPrice === null ? null : unitPrice * base.line.quantity;
  return claimed !== null && Number.isSafeInteger(claimed) ? claimed : null;
}
