import { addDays, type CalendarDate, findCalendarDate, type Period } from '#domain/dates.ts';
import type { OpenImis, OpenImisRow } from './read-openimis.ts';
import type { Refuse } from './words.ts';

/** A member's own place in a policy, with the days of both. */
interface Link {
  readonly person: OpenImisRow;
  readonly policy: OpenImisRow;
  readonly plan: string;
  readonly policyPeriod: Bounded;
  readonly memberPeriod: Bounded;
}

type Bounded = Period & { readonly to: CalendarDate };

/** Members with the latest of their policies, as the reference data have them. */
export function layOutMembers(tables: OpenImis, refuse: Refuse, tell: Refuse): readonly object[] {
  const linksOf = Map.groupBy(listLinks(tables, refuse, tell), ({ person }) => person);
  return [...linksOf.values()].flatMap((links) => {
    const latest = links.reduce((last, link) =>
      last.memberPeriod.to < link.memberPeriod.to ? link : last,
    );
    return [layOut(latest, firstDayOf(latest, links, tell), refuse)];
  });
}

function listLinks(tables: OpenImis, refuse: Refuse, tell: Refuse): readonly Link[] {
  const people = new Map(tables.members.map((row) => [row.cell('InsureeID'), row]));
  const policies = new Map(tables.policies.map((row) => [row.cell('PolicyID'), row]));
  const plans = new Map(
    tables.products.map((row) => [row.cell('ProdID'), row.cell('ProductCode')]),
  );
  return tables['member-policies'].flatMap((row): Link[] => {
    const person = people.get(row.cell('InsureeId'));
    const policy = policies.get(row.cell('PolicyId'));
    const plan = plans.get(policy?.cell('ProdID') ?? '');
    if (person === undefined || policy === undefined || plan === undefined) {
      refuse(
        row.place,
        'its member, policy or product is in no table: add the row, or remove this one',
      );
      return [];
    }
    const notBegun = [policy, row].find((one) => one.cell('EffectiveDate') === '');
    if (notBegun !== undefined) {
      tell(row.place, `${notBegun.place} has no EffectiveDate: it covers nobody`);
      return [];
    }
    const [policyPeriod, memberPeriod] = [periodOf(policy, refuse), periodOf(row, refuse)];
    if (policyPeriod === null || memberPeriod === null) return [];
    return [{ person, policy, plan, policyPeriod, memberPeriod }];
  });
}

function periodOf(row: OpenImisRow, refuse: Refuse): Bounded | null {
  const from = dayOf(row, 'EffectiveDate', refuse);
  const to = dayOf(row, 'ExpiryDate', refuse);
  return from === null || to === null ? null : { from, to };
}

function dayOf(row: OpenImisRow, column: string, refuse: Refuse): CalendarDate | null {
  const day = findCalendarDate(row.cell(column).slice(0, 10));
  if (day === null)
    refuse(row.place, `${column} "${row.cell(column)}" is no date: write it as 2026-01-31`);
  return day;
}

/**
 * Since when the member of a renewed policy (stage R) is insured without a gap: nothing waits for them, unless they
 * joined after it began.
 */
function firstDayOf(
  { policy, policyPeriod, memberPeriod: { from } }: Link,
  links: readonly Link[],
  tell: Refuse,
): CalendarDate | null {
  if (policy.cell('PolicyStage') !== 'R' || policyPeriod.from < from) return null;
  const first = links
    .map(({ memberPeriod }) => memberPeriod)
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))
    .reduce(
      (start, one) => (one.to >= addDays(start, -1) && one.from < start ? one.from : start),
      from,
    );
  if (first < from) return first;
  tell(policy.place, 'what it renews is in no table: waiting counts from its own first day');
  return null;
}

function layOut(
  { person, policy, plan, policyPeriod, memberPeriod }: Link,
  insuredSince: CalendarDate | null,
  refuse: Refuse,
): object {
  const memberNumber = person.cell('CHFID');
  if (!/^\d{1,20}$/.test(memberNumber))
    refuse(person.place, `"${memberNumber}" is no member's number: write 1 to 20 digits`);
  const name = `${person.cell('OtherNames')} ${person.cell('LastName')}`.trim();
  return {
    person: {
      memberNumber,
      nameAr: name,
      nameLatin: name,
      birth: { date: dayOf(person, 'DOB', refuse), precision: 'day' },
      sex: sexes.get(person.cell('Gender')) ?? 'unknown',
    },
    membership: {
      memberNumber,
      policyNumber: policy.cell('PolicyID'),
      planCode: plan,
      relationship: /^(1|t|true)$/i.test(person.cell('IsHead'))
        ? 'self'
        : (relationships.get(person.cell('Relationship')) ?? 'other'),
      employer: null,
      policyStatus: statuses.get(policy.cell('PolicyStatus')) ?? 'suspended',
      policyPeriod,
      memberPeriod,
      ...(insuredSince === null ? {} : { insuredSince }),
    },
  };
}

const sexes = new Map([
  ['M', 'male'],
  ['F', 'female'],
]);

const relationships = new Map([
  ['2', 'parent'],
  ['4', 'child'],
  ['8', 'spouse'],
]);

/** Active, and expired, whose period says so; idle, ready and suspended policies pay nothing. */
const statuses = new Map([
  ['2', 'active'],
  ['8', 'active'],
]);
