import { stringify } from 'yaml';
import type { PackSource, Topic } from '../../source-schema.ts';
import { refuseOtherThanNumbers, tellColumns } from './columns.ts';
import { layOutItems, ownBenefits } from './lay-out-items.ts';
import { layOutMembers } from './lay-out-members.ts';
import { layOutPrices } from './lay-out-prices.ts';
import { layOutProducts } from './lay-out-products.ts';
import type { OpenImis } from './read-openimis.ts';
import { clauses, type Refuse, untranslated } from './words.ts';

export interface ImportedOpenImis {
  /** Each `items.csv:12: why, and the cure`. Nothing may be written while there are any. */
  readonly refused: readonly string[];
  /** Rows and columns on which nothing in the pack rests, or that it cannot hold: told, and left out. */
  readonly leftOut: readonly string[];
  /** The pack's files by name, and `members.yaml` for its reference data. */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Makes a pack and its members out of an openIMIS database; `contract` is the pack's own topic of that name, of
 * which openIMIS knows nothing. docs/importing.md says what becomes of each column.
 */
export function importOpenImis(
  tables: OpenImis,
  contract: PackSource['contract'],
): ImportedOpenImis {
  const refused: string[] = [];
  const leftOut: string[] = [];
  const tell: Refuse = (place, why) => leftOut.push(`${place}: ${why}`);
  const refuse: Refuse = (place, why) => refused.push(`${place}: ${why}`);
  tellColumns(tables, tell);
  refuseOtherThanNumbers(tables, refuse);
  const items = layOutItems(tables, refuse);
  const { lists, networks, providers, unlisted } = layOutPrices(
    tables,
    items,
    contract.contract.period,
    refuse,
  );
  const { benefits, ofItem, plans, fixedLimits, conditionsByAge, ...terms } = layOutProducts(
    tables,
    items,
    networks,
    refuse,
  );
  const topics: Readonly<Record<Topic, object>> = {
    contract,
    clauses: { clauses },
    benefits: { benefits },
    plans: { plans },
    networks: { networks },
    providers: { providers },
    medicines: { medicines: [] },
    services: { services: items.map((item) => ownBenefits(item, ofItem)) },
    prices: { lists },
    diagnoses: {
      diagnoses: layOutDiagnoses(tables, tell),
    },
    repeat: { thresholdPercent: 75, clause: 'items', keys: [] },
    identity: { collection: [], insteadOfCard: [] },
    'item-rules': { rules: [...items.flatMap(({ rules }) => rules), ...fixedLimits], groups: [] },
    ...terms,
    'diagnosis-rules': { neededFor: [], rules: [] },
    conditions: { conditions: [...unlisted, ...conditionsByAge] },
    interactions: { interactions: [] },
    cautions: {
      childbearing: { from: '12 years', to: '55 years' },
      ages: [],
      pregnancy: [],
      allergies: [],
    },
    offline: {
      membership: { softHours: 168, hardHours: 720 },
      hotlist: { softHours: 72, hardHours: 336 },
    },
    modes: { modes: {} },
  };
  const members = layOutMembers(tables, refuse, tell);
  const files = [...Object.entries(topics), ['reference/members', { members }] as const];
  return {
    refused,
    leftOut,
    files: Object.fromEntries(
      files.map(([name, content]) => [
        `${name}.yaml`,
        stringify(content, { lineWidth: 0, aliasDuplicateObjects: false }),
      ]),
    ),
  };
}

/** Some editions have categories such as C4A; no rule of a pack can name them. */
const layOutDiagnoses = ({ icd10 }: OpenImis, leaveOut: Refuse) =>
  icd10.flatMap((row) => {
    const code = row.cell('ICDCode');
    if (/^[A-Z]\d{2}(\.\d{1,2})?$/.test(code))
      return [{ code, name: untranslated(row.cell('ICDName')) }];
    leaveOut(row.place, `"${code}" is no code of the WHO's ICD-10`);
    return [];
  });
