import { isDeepStrictEqual } from 'node:util';
import { placedBenefit } from '#domain/adjudication/benefits-in-place.ts';
import type { Counter } from '#domain/adjudication/counter-terms.ts';
import type { ProofRule } from '#domain/adjudication/identity-terms.ts';
import type { PriceRow, RulePack } from '#domain/adjudication/rule-pack.ts';
import { type FieldChange, listFieldChanges } from './list-field-changes.ts';

/** One thing that two packs state differently. */
export interface Change {
  /** The topic, as its source file is named. */
  readonly topic: string;
  /** The item, rule, plan… of which it is stated. */
  readonly of: string;
  readonly what: 'added' | 'removed' | 'changed';
  /** What changed of it; of a price in words that say by how much. Empty where all of it came or went. */
  readonly fields: readonly FieldChange[];
}

/** What the later pack states differently, topic by topic, in the order of the packs. */
export function diffPacks(before: RulePack, after: RulePack): readonly Change[] {
  const compare: Compare = (topic, rows, nameOf) =>
    compareRows(topic, rows(before), rows(after), nameOf, after.currency.exponent);
  return [...diffLists(compare), ...diffTerms(compare)];
}

type Compare = <Row extends object>(
  topic: string,
  rows: (pack: RulePack) => readonly Row[],
  nameOf: (row: Row) => string,
) => Change[];

const diffLists = (compare: Compare): Change[] => [
  ...single(
    compare,
    'contract',
    ({ packId, version, insurer, contract, currency, currencyKeys }) => ({
      packId,
      version,
      insurer,
      contract,
      currency,
      currencyKeys,
    }),
  ),
  ...compare('benefits', ({ benefits }) => benefits, codeOf),
  ...compare('plans', plansAlone, codeOf),
  ...compare('plans', planBenefits, ({ plan, ...rule }) => `${plan}, ${placedBenefit(rule)}`),
  ...compare('plans', planExclusions, ({ plan, item }) => `${plan}, without ${item}`),
  ...compare('networks', ({ networks }) => networks, codeOf),
  ...compare(
    'networks',
    ({ tiers = [] }) => tiers,
    ({ code }) => `tier ${code}`,
  ),
  ...compare(
    'providers',
    ({ providers }) => providers,
    ({ providerId }) => providerId,
  ),
  ...compare('medicines', (pack) => itemsOf(pack, true), codeOf),
  ...compare('services', (pack) => itemsOf(pack, false), codeOf),
  ...compare('prices', ({ prices }) => prices, priceName),
  ...compare(
    'prices',
    ({ decrees }) => decrees,
    ({ item, period, at }) => `decree of ${item} from ${at ?? period.from}`,
  ),
  ...compare(
    'prices',
    ({ taxes }) => taxes,
    ({ category }) => `tax ${category}`,
  ),
  ...compare('diagnoses', ({ diagnoses }) => diagnoses, codeOf),
];

const diffTerms = (compare: Compare): Change[] => [
  ...single(compare, 'repeat', ({ repeat }) => repeat),
  ...compare('repeat', ({ repeatKeys }) => repeatKeys, codeOf),
  ...compare('identity', ({ identity }) => identity.collection, ruleName),
  ...compare(
    'identity',
    ({ identity }) => identity.insteadOfCard,
    ({ path }) => path,
  ),
  ...compare('identity', ({ identity }) => identity.proofs ?? [], proofName),
  ...compare('item-rules', ({ itemRules }) => itemRules, ruleName),
  ...compare('item-rules', ({ programmes }) => programmes, codeOf),
  ...compare('item-rules', ({ serviceGroups }) => serviceGroups, groupName),
  ...compare('frequencies', ({ frequencies }) => frequencies, ruleName),
  ...compare('waiting', ({ waiting }) => waiting, ruleName),
  ...single(compare, 'diagnosis-rules', ({ diagnosisNeededFor }) => ({
    neededFor: diagnosisNeededFor,
  })),
  ...compare('diagnosis-rules', ({ diagnosisRules }) => diagnosisRules, ruleName),
  ...compare(
    'ceilings',
    ({ ceilings, deductibles, outOfPocket }): readonly Counter[] => [
      ...ceilings,
      ...deductibles,
      ...outOfPocket,
    ],
    ({ ceilingId }) => ceilingId,
  ),
  ...compare(
    'conditions',
    ({ conditions }) => conditions,
    ({ conditionId }) => conditionId,
  ),
  ...compare('interactions', ({ clinical }) => clinical?.interactions ?? [], idOf),
  ...compare('cautions', ({ clinical }) => clinical?.ageCautions ?? [], idOf),
  ...compare('cautions', ({ clinical }) => clinical?.pregnancyCautions ?? [], idOf),
  ...compare('cautions', ({ clinical }) => clinical?.allergyClasses ?? [], idOf),
  ...single(compare, 'cautions', ({ clinical }) => ({
    childbearing: clinical?.childbearing ?? null,
  })),
  ...single(compare, 'offline', ({ offline }) => offline),
  ...single(compare, 'modes', ({ modes }) => modes),
  ...compare(
    'modes',
    ({ trials = [] }) => trials,
    ({ check, period }) => `${check} from ${period.from}`,
  ),
  ...compare(
    'modes',
    ({ suspensions = [] }) => suspensions,
    ({ rule }) => `${rule} suspended`,
  ),
  ...compare('clauses', ({ clauses }) => clauses, idOf),
];

const single = (compare: Compare, topic: string, pick: (pack: RulePack) => object): Change[] =>
  compare(
    topic,
    (pack) => [pick(pack)],
    () => topic,
  );

const codeOf = ({ code }: { readonly code: string | number }): string => String(code);

const idOf = ({ id }: { readonly id: string }): string => id;

const itemsOf = ({ items }: RulePack, areMedicines: boolean) =>
  items.filter(({ medicine }) => (medicine !== null) === areMedicines);

const plansAlone = ({ plans }: RulePack) =>
  plans.map(({ benefits, excludedItems, ...plan }) => plan);

const planBenefits = ({ plans }: RulePack) =>
  plans.flatMap(({ code, benefits }) => benefits.map((rule) => ({ plan: code, ...rule })));

const planExclusions = ({ plans }: RulePack) =>
  plans.flatMap(({ code, excludedItems }) => excludedItems.map((one) => ({ plan: code, ...one })));

const priceName = ({ scope, item, period, at }: PriceRow): string => {
  const holder = Object.entries(scope).flat().join(' ');
  return `${item}, ${holder}, from ${at ?? period.from}`;
};

interface Bound {
  readonly scope?: object | string | null;
  readonly diagnosis?: string | null;
  readonly plans?: readonly string[] | null;
}

/** A rule without a name of its own is known by what it is for. */
function ruleName({ scope, diagnosis, plans }: Bound): string {
  const things =
    typeof scope === 'object' && scope !== null ? Object.values(scope).flat() : [scope];
  const what = [...things, diagnosis].filter((one) => one !== null && one !== undefined);
  const whose = plans === null || plans === undefined ? '' : `, plans ${plans.join(', ')}`;
  return `${what.length === 0 ? 'everything' : what.join(', ')}${whose}`;
}

const proofName = ({ needs, ...rung }: ProofRule): string => `${ruleName(rung)}, ${needs}`;

const groupName = (group: RulePack['serviceGroups'][number]): string =>
  'panel' in group ? `panel ${group.panel}` : `exclusive ${group.exclusive.join(', ')}`;

/** Rows that stayed as they are fall away; of the others those of one name are the same row, changed. */
function compareRows<Row extends object>(
  topic: string,
  before: readonly Row[],
  after: readonly Row[],
  nameOf: (row: Row) => string,
  exponent: number,
): Change[] {
  const old = group(before, nameOf);
  const fresh = group(after, nameOf);
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((of) => {
    const [gone, come] = withoutSame(old.get(of) ?? [], fresh.get(of) ?? []);
    return Array.from({ length: Math.max(gone.length, come.length) }, (_, at): Change => {
      const [was, is] = [gone[at], come[at]];
      if (was === undefined) return { topic, of, what: 'added', fields: [] };
      if (is === undefined) return { topic, of, what: 'removed', fields: [] };
      return { topic, of, what: 'changed', fields: listFieldChanges(was, is, exponent) };
    });
  });
}

function withoutSame<Row>(before: readonly Row[], after: readonly Row[]): [Row[], Row[]] {
  const come = [...after];
  const gone = before.filter((was) => {
    const at = come.findIndex((is) => isDeepStrictEqual(was, is));
    if (at >= 0) come.splice(at, 1);
    return at < 0;
  });
  return [gone, come];
}

function group<Row>(rows: readonly Row[], nameOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const name = nameOf(row);
    const known = groups.get(name);
    if (known === undefined) groups.set(name, [row]);
    else known.push(row);
  }
  return groups;
}
