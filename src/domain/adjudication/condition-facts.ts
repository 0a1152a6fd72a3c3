import { ageInMonths, ageInYears, type CalendarDate, daysBetween, latestBirth } from '../dates.ts';
import type { Shown } from '../facts.ts';
import { money } from '../money.ts';
import { completedWeeks } from '../pregnancy.ts';
import type { LineBase } from './check.ts';
import type { CountingPeriod } from './contract-terms.ts';
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
import type { FactName, FactUsed, NextStep } from './evidence.ts';
import { findMembership } from './membership.ts';
import { countPast, isHistoryMissing, listPast, periodAround } from './past-services.ts';
import { sexFact } from './person-limits.ts';
import { aCode, aCount, anAmount, days, fromOperator, fromPack, units } from './shown.ts';
import { waitingStart } from './waiting.ts';

/** Types that a fact may have in an expression. */
export type FactType = 'int' | 'string' | 'bool' | 'list<string>';
export type FactValue = number | string | boolean | readonly string[];

/** A documented fact of a line, on which conditions may rest. */
export interface ConditionFact {
  readonly type: FactType;
  /** Under which label it is shown, and as what. */
  readonly name: FactName;
  readonly as: 'count' | 'days' | 'money' | 'units' | 'code';
  readonly from: 'person' | 'membership' | 'operator' | 'pack' | 'history' | 'programme';
  /** What would make it known; null: nothing at the counter. */
  readonly step: NextStep | null;
  /** Null when, and only when, it is not known. */
  read(base: LineBase): FactValue | null;
}

type Described = Omit<ConditionFact, 'type' | 'read'>;
const described = (
  from: ConditionFact['from'],
  name: FactName,
  as: ConditionFact['as'],
  step: NextStep | null = null,
): Described => ({ from, name, as, step });

type Read<T> = (base: LineBase) => T | null;
const whole = (about: Described, read: Read<number>): ConditionFact => ({
  ...about,
  type: 'int',
  read,
});
const text = (about: Described, read: Read<string>): ConditionFact => ({
  ...about,
  type: 'string',
  read,
});
const truth = (about: Described, read: Read<boolean>): ConditionFact => ({
  ...about,
  type: 'bool',
  read,
});
const texts = (about: Described, read: Read<readonly string[]>): ConditionFact => ({
  ...about,
  type: 'list<string>',
  read,
});

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
  'member.relationship': text(member('plan'), (base) => ofMember(base)?.relationship ?? null),
  'member.daysInsured': whole(member('member-start', 'days'), daysInsured),
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
  'history.timesThisMonth': whole(past, (base) => timesIn(base, 'month')),
  'history.timesThisYear': whole(past, (base) => timesIn(base, 'calendar-year')),
  'history.timesThisPolicyYear': whole(past, (base) => timesIn(base, 'policy-year')),
  'history.daysSinceLast': whole(
    described('history', 'earlier-service', 'days', 'connect'),
    daysSinceLast,
  ),
} as const satisfies Readonly<Record<string, ConditionFact>>;

export type ConditionFactName = keyof typeof conditionFacts;

/** More days than anybody remembers: it was never given. */
export const never = 100_000;

/** The fact as it is shown, with where it came from; null in it where it is not known. */
export function showFact(name: ConditionFactName, base: LineBase): FactUsed {
  const known: ConditionFact = conditionFacts[name];
  const value = known.read(base);
  const shown = value === null ? null : shownAs(known.as, value);
  if (known.from === 'person') {
    const { source } = sexFact(base.input);
    return {
      name: known.name,
      value: shown,
      source,
      asOf: shown === null ? null : base.input.decidedAt,
    };
  }
  if (known.from === 'operator') return fromOperator(base.input, known.name, shown);
  if (known.from === 'pack') return fromPack(known.name, shown);
  const told = factOf(known.from, base.input);
  const isDated = told?.known === true && shown !== null;
  return {
    name: known.name,
    value: shown,
    source: told?.source ?? (known.from === 'programme' ? 'centre' : 'terminal'),
    asOf: isDated ? told.asOf : null,
  };
}

/** The fact of which it is read; several places may know of services, and the first one stands for them. */
function factOf(from: 'membership' | 'programme' | 'history', input: LineBase['input']) {
  if (from === 'membership') return input.membership;
  return from === 'programme' ? input.enrolments : input.services?.[0];
}

function shownAs(as: ConditionFact['as'], value: FactValue): Shown {
  if (typeof value !== 'number')
    return aCode(typeof value === 'object' ? value.join(', ') : `${value}`);
  if (as === 'money') return anAmount(money(value));
  if (as === 'days') return days(value);
  return as === 'units' ? units(value) : aCount(value);
}

/** A part of a birth date is enough where its first and its last day say the same; unverified, it is not known. */
function ageOf(
  { input }: LineBase,
  count: (birth: CalendarDate, on: CalendarDate) => number,
): number | null {
  const birth = input.person?.birth;
  const on = input.claim.serviceDate;
  if (birth === undefined || latestBirth(birth) > on) return null;
  if (input.unverified?.includes('birth') === true) return null;
  const oldest = count(birth.date, on);
  return oldest === count(latestBirth(birth), on) ? oldest : null;
}

function sexOf({ input }: LineBase): string | null {
  const sex = input.person?.sex;
  if (sex !== 'male' && sex !== 'female') return null;
  return input.unverified?.includes('sex') === true ? null : sex;
}

const ofMember = ({ input }: LineBase) => findMembership(input);

function daysInsured(base: LineBase): number | null {
  const membership = ofMember(base);
  return membership === null
    ? null
    : daysBetween(waitingStart(membership), base.input.claim.serviceDate);
}

function unitPriceOf({ line, price }: LineBase): number | null {
  return line.unitPrice ?? price?.unitPrice ?? null;
}

function claimedOf(base: LineBase): number | null {
  const unitPrice = unitPriceOf(base);
  const claimed = unitPrice === null ? null : unitPrice * base.line.quantity;
  return claimed !== null && Number.isSafeInteger(claimed) ? claimed : null;
}

/** How often the item was given in the period before this claim; the day itself counts. */
function timesIn(base: LineBase, counting: CountingPeriod): number | null {
  const { input, line } = base;
  const period = periodAround(counting, input.claim.serviceDate, ofMember(base));
  if (period === null || period === 'claim' || isHistoryMissing(input, period.from)) return null;
  return countPast(listPast(input, period, ({ itemCode }) => itemCode === line.itemCode)).times;
}

function daysSinceLast({ input, line }: LineBase): number | null {
  const on = input.claim.serviceDate;
  const before = { from: beginning, to: on };
  const [last] = listPast(input, before, ({ itemCode }) => itemCode === line.itemCode);
  const from = last?.service.on ?? beginning;
  if (isHistoryMissing(input, from)) return null;
  return last === undefined ? never : daysBetween(from, on);
}

const beginning = '0001-01-01' as CalendarDate;
