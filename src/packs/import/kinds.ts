import { z } from 'zod';
import { membershipSchema, personSchema } from '#contracts/reference.ts';
import { topicSchemas } from '../source-schema.ts';

/** How a field's text is read: as it stands, as a decimal or whole number, a date, or texts between semicolons. */
export type Reading = 'text' | 'amount' | 'number' | 'date' | 'texts' | 'word';

export interface Kind {
  /** What may be mapped, by the path of the field in a row of the pack; a name that ends in ? may be left out. */
  readonly fields: Readonly<Record<string, Reading>>;
  /** The shape of one row. */
  readonly row: z.ZodType;
  /** Lays down what follows from the rest. */
  readonly complete?: (row: Row) => Row;
  /** What no two rows may share. */
  readonly key: readonly string[];
  /** Rows as the file's content. */
  readonly file: (rows: readonly Row[]) => object;
}

export type Row = Readonly<Record<string, unknown>>;

const listed = {
  code: 'text',
  cardCode: 'number',
  'name.ar': 'text',
  'name.en': 'text',
  benefit: 'text',
  unit: 'text',
} as const;

/** Every kind of table that can be imported: the topics of a pack, and its members. */
export const kinds = {
  medicines: {
    fields: {
      ...listed,
      atc: 'text',
      ingredient: 'text',
      strength: 'text',
      form: 'text',
      packSize: 'number',
      saleableUnit: 'number',
      'gtins?': 'texts',
      'repeatCode?': 'number',
      'dailyDose?': 'number',
      'substitutionGroup?': 'text',
      'narrowIndex?': 'word',
    },
    row: topicSchemas.medicines.shape.medicines.element,
    complete: completeMedicine,
    key: ['code'],
    file: (medicines) => ({ medicines }),
  },
  services: {
    fields: { ...listed, kind: 'word' },
    row: topicSchemas.services.shape.services.element,
    key: ['code'],
    file: (services) => ({ services }),
  },
  diagnoses: {
    fields: { code: 'text', 'name.ar': 'text', 'name.en': 'text' },
    row: topicSchemas.diagnoses.shape.diagnoses.element,
    key: ['code'],
    file: (diagnoses) => ({ diagnoses }),
  },
  prices: {
    fields: {
      item: 'text',
      price: 'amount',
      'network?': 'text',
      'tier?': 'text',
      'provider?': 'text',
      from: 'date',
      'at?': 'text',
      'to?': 'date',
    },
    row: z
      .strictObject({
        item: z.string().min(1),
        price: z.string(),
        network: z.string().min(1).nullable(),
        tier: z.string().min(1).nullable(),
        provider: z.string().min(1).nullable(),
        from: topicSchemas.prices.shape.lists.element.shape.from,
        at: topicSchemas.prices.shape.lists.element.shape.at.unwrap().nullable(),
        to: topicSchemas.prices.shape.lists.element.shape.to,
      })
      .refine(
        ({ network, tier, provider }) =>
          [network, tier, provider].filter((one) => one !== null).length === 1,
        'a price belongs to one network, tier or provider: name exactly one',
      ),
    key: ['item', 'network', 'tier', 'provider', 'from', 'at'],
    file: (rows) => ({ lists: asLists(rows) }),
  },
  members: {
    fields: {
      'person.memberNumber': 'text',
      'person.nameAr': 'text',
      'person.nameLatin': 'text',
      'person.birth.date': 'date',
      'person.birth.precision?': 'word',
      'person.sex': 'word',
      'membership.policyNumber': 'text',
      'membership.planCode': 'text',
      'membership.relationship': 'word',
      'membership.policyStatus?': 'word',
      'membership.policyPeriod.from': 'date',
      'membership.policyPeriod.to?': 'date',
      'membership.memberPeriod.from': 'date',
      'membership.memberPeriod.to?': 'date',
      'membership.planSince?': 'date',
    },
    row: z.strictObject({ person: personSchema, membership: membershipSchema }),
    complete: completeMember,
    key: ['person.memberNumber'],
    file: (members) => ({ members }),
  },
} satisfies Readonly<Record<string, Kind>>;

export type KindName = keyof typeof kinds;

/** What a field that is left out, or empty, stands for. */
export const leftOut: Readonly<Record<string, unknown>> = {
  gtins: [],
  repeatCode: null,
  dailyDose: null,
  network: null,
  tier: null,
  at: null,
  provider: null,
  to: null,
  'person.birth.precision': 'day',
  'membership.policyStatus': 'active',
  'membership.policyPeriod.to': null,
  'membership.memberPeriod.to': null,
};

/** Prices of one holder and period are one list. */
function asLists(rows: readonly Row[]): readonly object[] {
  const lists = new Map<string, { holder: object; prices: Record<string, unknown> }>();
  for (const { item, price, from, at, to, ...named } of rows) {
    const whose = Object.entries(named).filter(([, code]) => code !== null);
    const holder = { ...Object.fromEntries(whose), from, ...(at === null ? {} : { at }), to };
    const key = JSON.stringify(holder);
    const list = lists.get(key) ?? { holder, prices: {} };
    list.prices[String(item)] = price;
    lists.set(key, list);
  }
  return [...lists.values()].map(({ holder, prices }) => ({ ...holder, prices }));
}

/** What a medicine does not say is left out; whether its index is narrow is a word: yes or no. */
function completeMedicine({ substitutionGroup, narrowIndex, ...known }: Row): Row {
  const isSaid = narrowIndex !== null && narrowIndex !== 'no';
  return {
    ...known,
    ...(substitutionGroup === null ? {} : { substitutionGroup }),
    ...(isSaid ? { narrowIndex: narrowIndex === 'yes' ? true : narrowIndex } : {}),
  };
}

/** A member's number stands at the person and at the membership; a table names no employer in both languages. */
function completeMember(row: Row): Row {
  const { person, membership } = row as { readonly person: Row; readonly membership: Row };
  const { memberNumber } = person;
  const { planSince, ...known } = membership;
  return {
    person,
    membership: {
      ...{ memberNumber, ...known, employer: null },
      // What a table does not say nobody was asked.
      ...(planSince === null ? {} : { planSince }),
    },
  };
}
