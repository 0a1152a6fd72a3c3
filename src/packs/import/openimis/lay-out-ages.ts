import type { Covered } from './list-covered.ts';

/**
 * What holds of adults or of children alone. A pack's waiting and frequencies know no ages: what holds of both is
 * theirs, and what goes beyond it for one of them is a condition.
 */
export function termsByAge(covered: readonly Covered[]) {
  return {
    waiting: covered.flatMap(waitingOf),
    frequencies: covered.flatMap(frequencyOf),
    conditions: covered.flatMap((one) =>
      ages.flatMap((age) => [...neverAt(one, age), ...waitingAt(one, age), ...numberAt(one, age)]),
    ),
  };
}

const ages = [
  { suffix: 'Adult', when: 'person.age >= 18', ar: 'للبالغين', en: 'for adults' },
  { suffix: 'Child', when: 'person.age < 18', ar: 'للأطفال', en: 'for children' },
] as const;

type Age = (typeof ages)[number];

const monthsOf = ({ row }: Covered, { suffix }: Age) => row.number(`WaitingPeriod${suffix}`) ?? 0;
const numberOf = ({ row }: Covered, { suffix }: Age) => row.number(`LimitNo${suffix}`);

/** Months for which both wait. */
const monthsOfBoth = (one: Covered) => Math.min(...ages.map((age) => monthsOf(one, age)));

/** The number beyond which neither is paid for; null where one of them has none. */
function numberOfBoth(one: Covered): number | null {
  const numbers = ages.map((age) => numberOf(one, age));
  return numbers.includes(null) ? null : Math.max(...numbers.map((number) => number ?? 0));
}

/** Whether it is for neither, so that it is excluded. */
export const isNever = (one: Covered): boolean => ages.every((age) => numberOf(one, age) === 0);

function waitingOf(one: Covered): object[] {
  const months = monthsOfBoth(one);
  if (months === 0) return [];
  const { plan, item } = one;
  const exempt = { exceptAccident: false, exceptEmergency: false };
  return [{ for: { item: item.code }, plans: [plan], months, ...exempt, clause: 'products' }];
}

function frequencyOf(one: Covered): object[] {
  const limit = numberOfBoth(one);
  if (limit === null || limit === 0) return [];
  const { plan, item } = one;
  const counted = { limit, period: 'policy-year', counts: 'units', clause: 'products' };
  return [{ for: { item: item.code }, plans: [plan], ...counted }];
}

const neverAt = (one: Covered, age: Age): object[] =>
  numberOf(one, age) === 0 && !isNever(one)
    ? [
        condition(one, age, 'never', age.when, 'decline', {
          ar: `لا يُدفع ${age.ar}`,
          en: `it is not paid ${age.en}`,
        }),
      ]
    : [];

function waitingAt(one: Covered, age: Age): object[] {
  const months = monthsOf(one, age);
  if (months === monthsOfBoth(one)) return [];
  const when = `${age.when} && member.monthsInsured < ${months}`;
  return [
    condition(one, age, 'waiting', when, 'decline', {
      ar: `يُدفع ${age.ar} حين تبلغ مدّة التغطية بالأشهر ${months}`,
      en: `it is paid ${age.en} after ${months} ${months === 1 ? 'month' : 'months'} of cover`,
    }),
  ];
}

/** A condition cuts no quantity: what goes beyond the rest refers. */
function numberAt(one: Covered, age: Age): object[] {
  const number = numberOf(one, age);
  if (number === null || number === 0 || number === numberOfBoth(one)) return [];
  const used = `${age.when} && history.unitsThisPolicyYear`;
  const text = {
    ar: `الحدّ الأعلى ${age.ar} في سنة العقد ${number}`,
    en: `at most ${number} of it are paid ${age.en} in a policy year`,
  };
  return [
    condition(one, age, 'number', `${used} >= ${number}`, 'decline', text),
    condition(one, age, 'rest', `${used} + line.quantity > ${number}`, 'refer', text),
  ];
}

const condition = (
  { plan, item }: Covered,
  { suffix }: Age,
  topic: string,
  when: string,
  outcome: 'decline' | 'refer',
  text: object,
): object => ({
  id: `${plan}-${item.code}-${topic}-${suffix}`,
  for: { item: item.code },
  plans: [plan],
  when,
  outcome,
  ...(outcome === 'decline' ? { bearer: 'member' } : {}),
  text,
  clause: 'products',
});
