import type { OpenImis, OpenImisRow } from './read-openimis.ts';
import type { Refuse } from './words.ts';

/** Members with the latest of their policies, as the reference data have them. */
export function layOutMembers(tables: OpenImis, refuse: Refuse): readonly object[] {
  const people = new Map(tables.members.map((row) => [row.cell('InsureeID'), row]));
  const policies = new Map(tables.policies.map((row) => [row.cell('PolicyID'), row]));
  const plans = new Map(
    tables.products.map((row) => [row.cell('ProdID'), row.cell('ProductCode')]),
  );
  const latest = new Map<string, OpenImisRow>();
  for (const link of tables['member-policies']) {
    const known = latest.get(link.cell('InsureeId'));
    if (known === undefined || known.cell('ExpiryDate') < link.cell('ExpiryDate'))
      latest.set(link.cell('InsureeId'), link);
  }
  return [...latest.values()].flatMap((link) => {
    const person = people.get(link.cell('InsureeId'));
    const policy = policies.get(link.cell('PolicyId'));
    const plan = plans.get(policy?.cell('ProdID') ?? '');
    if (person === undefined || policy === undefined || plan === undefined) {
      refuse(
        link.place,
        'its member, policy or product is in no table: add the row, or remove this one',
      );
      return [];
    }
    return [layOut(person, policy, link, plan, refuse)];
  });
}

function layOut(
  person: OpenImisRow,
  policy: OpenImisRow,
  link: OpenImisRow,
  planCode: string,
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
      birth: { date: person.cell('DOB').slice(0, 10), precision: 'day' },
      sex: sexes.get(person.cell('Gender')) ?? 'unknown',
    },
    membership: {
      memberNumber,
      policyNumber: policy.cell('PolicyID'),
      planCode,
      relationship:
        person.cell('IsHead') === '1'
          ? 'self'
          : (relationships.get(person.cell('Relationship')) ?? 'other'),
      employer: null,
      policyStatus: statuses.get(policy.cell('PolicyStatus')) ?? 'suspended',
      policyPeriod: periodOf(policy),
      memberPeriod: periodOf(link),
    },
  };
}

const periodOf = (row: OpenImisRow) => ({
  from: row.cell('EffectiveDate').slice(0, 10),
  to: row.cell('ExpiryDate').slice(0, 10),
});

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
