import { clinicalOrigin } from './compile-clinical-terms.ts';
import type { Path } from './problem.ts';
import type { PackSource, Topic } from './source-schema.ts';

/** Where in the source something was written. */
export interface Origin {
  readonly topic: Topic;
  readonly path: Path;
}

/** Tells of a trouble at its place in the source. */
export type Report = (origin: Origin, why: string) => void;

/** Finds where something of the compiled pack was written. */
export function originOf(path: Path, source: PackSource): Origin {
  const [collection, index, ...rest] = path;
  if (collection === 'identity') return { topic: 'identity', path: path.slice(1).map(asWritten) };
  if (collection === 'clinical') return clinicalOrigin(path.slice(1));
  if (typeof index !== 'number') return { topic: topicOf(collection), path: pathInTopic(path) };
  if (collection === 'items') {
    const { topic, path: item } = itemOrigin(index, source);
    return { topic, path: [...item, ...rest.filter((step) => step !== 'medicine')] };
  }
  if (collection === 'prices') return priceOrigin(index, source.prices.lists, 'lists');
  if (collection === 'decrees') return priceOrigin(index, source.prices.decrees ?? [], 'decrees');
  if (collection === 'currencyKeys') {
    const named = rest.map((step) => (step === 'since' ? 'from' : step));
    return { topic: 'contract', path: ['currency', 'redenominations', index - 1, ...named] };
  }
  const list = lists.get(`${collection}`);
  if (list === undefined) return { topic: topicOf(collection), path };
  return { topic: list.topic, path: [list.name, index, ...rest.map(list.fieldAsWritten)] };
}

type AsWritten = (field: string | number) => string | number;
const asItStands: AsWritten = (field) => field;
const asWritten: AsWritten = (field) => (field === 'scope' ? 'for' : field);
const asConditionWritten: AsWritten = (field) =>
  field === 'conditionId' ? 'id' : asWritten(field);
const asBorneWritten: AsWritten = (field) => {
  if (field === 'ceilingId') return 'id';
  return field === 'limit' ? 'amount' : asWritten(field);
};

/** Lists that the source names otherwise, or whose fields it does. */
const lists: ReadonlyMap<
  string,
  { readonly topic: Topic; readonly name: string; readonly fieldAsWritten: AsWritten }
> = new Map([
  ['taxes', { topic: 'prices', name: 'taxes', fieldAsWritten: asItStands }],
  ['repeatKeys', { topic: 'repeat', name: 'keys', fieldAsWritten: asItStands }],
  ['itemRules', { topic: 'item-rules', name: 'rules', fieldAsWritten: asWritten }],
  ['programmes', { topic: 'item-rules', name: 'programmes', fieldAsWritten: asItStands }],
  ['serviceGroups', { topic: 'item-rules', name: 'groups', fieldAsWritten: asItStands }],
  ['diagnosisRules', { topic: 'diagnosis-rules', name: 'rules', fieldAsWritten: asWritten }],
  ['conditions', { topic: 'conditions', name: 'conditions', fieldAsWritten: asConditionWritten }],
  ['frequencies', { topic: 'frequencies', name: 'frequencies', fieldAsWritten: asWritten }],
  ['waiting', { topic: 'waiting', name: 'waiting', fieldAsWritten: asWritten }],
  ['ceilings', { topic: 'ceilings', name: 'ceilings', fieldAsWritten: asWritten }],
  ['deductibles', { topic: 'ceilings', name: 'deductibles', fieldAsWritten: asBorneWritten }],
  ['outOfPocket', { topic: 'ceilings', name: 'outOfPocket', fieldAsWritten: asBorneWritten }],
  ['trials', { topic: 'modes', name: 'trials', fieldAsWritten: asItStands }],
  ['suspensions', { topic: 'modes', name: 'suspended', fieldAsWritten: asItStands }],
]);

const ownTopics: Readonly<Record<string, Topic>> = {
  plans: 'plans',
  networks: 'networks',
  tiers: 'networks',
  providers: 'providers',
  benefits: 'benefits',
  diagnoses: 'diagnoses',
  repeat: 'repeat',
  offline: 'offline',
  modes: 'modes',
  clauses: 'clauses',
};

const topicOf = (collection: string | number | undefined): Topic =>
  ownTopics[String(collection)] ?? 'contract';

const pathInTopic = (path: Path): Path =>
  path[0] === 'repeat' || path[0] === 'offline' ? path.slice(1) : path;

function itemOrigin(index: number, { medicines }: PackSource): Origin {
  const count = medicines.medicines.length;
  return index < count
    ? { topic: 'medicines', path: ['medicines', index] }
    : { topic: 'services', path: ['services', index - count] };
}

function priceOrigin(
  index: number,
  lists: readonly Pick<PackSource['prices']['lists'][number], 'prices'>[],
  named: 'lists' | 'decrees',
): Origin {
  let before = 0;
  for (const [at, list] of lists.entries()) {
    const item = Object.keys(list.prices)[index - before];
    if (item !== undefined) return { topic: 'prices', path: [named, at, 'prices', item] };
    before += Object.keys(list.prices).length;
  }
  return { topic: 'prices', path: [named] };
}
