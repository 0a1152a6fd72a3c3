import { z } from 'zod';
import { calendarDateSchema, instantSchema } from '#contracts/schemas.ts';
import { earlyReasons } from '#domain/claims.ts';
import { clinicalTopics } from './clinical-source-schema.ts';
import { currencySource } from './currency-source.ts';
import { amount, bilingual, code, scope, text, whole } from './source-scalars.ts';
import { taxSource } from './tax-source.ts';
import { encounter, kind } from './term-words.ts';
import { offlineTerms, planTerms, providerTerms, termTopics } from './terms-source-schema.ts';

/**
 * The shapes of a pack's source: one YAML file per topic, written and read by people.
 * Amounts are decimal text in quotes ("12.50"); dates are YYYY-MM-DD. Unknown fields are refused.
 */

const named = z.strictObject({ code, name: bilingual });
const code24 = z.number().int().min(1).max(0xfffffe, 'it must fit in 24 bits below FFFFFF');
const hours = z.number().int().min(0);
const percent = z.number().int().min(0).max(100);

const benefitRule = z.strictObject({
  benefit: code,
  networks: z.array(code).min(1).exactOptional(),
  settings: z.array(encounter).min(1).exactOptional(),
  covered: z.boolean(),
  coInsurance: z
    .strictObject({ percent, minimum: amount.nullish(), maximum: amount.nullish() })
    .nullish(),
  coPayment: z
    .strictObject({ amount, per: z.enum(['line', 'visit', 'day', 'episode', 'prescription']) })
    .optional(),
  formulary: z.strictObject({ contains: z.array(scope).min(1), clause: code }).exactOptional(),
  clause: code,
});

const listedItem = { code, cardCode: code24, name: bilingual, benefit: code, unit: text };

const asMoment = 'write the moment in UTC as "2026-11-22T10:00:00.000Z", in quotes';
const moment = z.string(asMoment).pipe(instantSchema);

const priceList = z.strictObject({
  network: code.optional(),
  tier: code.optional(),
  provider: code.optional(),
  from: calendarDateSchema,
  at: moment.exactOptional(),
  to: calendarDateSchema.nullable(),
  prices: z.record(code, amount),
});

const mode = z.enum(['observe', 'warn', 'enforce']);

const staleness = z.strictObject({ softHours: hours, hardHours: hours });

/** Every topic of a pack, by the name of its file without `.yaml`; none may be missing. */
export const topicSchemas = {
  contract: z.strictObject({
    packId: code,
    version: whole,
    insurer: named,
    contract: z.strictObject({
      code,
      name: bilingual,
      period: z.strictObject({ from: calendarDateSchema, to: calendarDateSchema.nullable() }),
    }),
    currency: currencySource,
  }),
  clauses: z.strictObject({
    clauses: z.array(z.strictObject({ id: code, reference: bilingual, text: bilingual })),
  }),
  benefits: z.strictObject({ benefits: z.array(named) }),
  plans: z.strictObject({
    plans: z.array(
      z.strictObject({
        code,
        name: bilingual,
        networks: z.array(code).min(1),
        benefits: z.array(benefitRule).min(1),
        excludedItems: z.array(z.strictObject({ item: code, clause: code })).nullish(),
        ...planTerms,
      }),
    ),
  }),
  networks: z.strictObject({
    networks: z.array(named.extend({ withoutItems: z.array(code).exactOptional() })).min(1),
    tiers: z.array(named).min(1).exactOptional(),
  }),
  providers: z.strictObject({
    providers: z.array(
      z.strictObject({
        providerId: code,
        name: bilingual,
        place: bilingual,
        network: code,
        tier: code.exactOptional(),
        ...providerTerms,
      }),
    ),
  }),
  medicines: z.strictObject({
    medicines: z.array(
      z.strictObject({
        ...listedItem,
        atc: z
          .string()
          .regex(/^[A-Z]\d{2}[A-Z]{2}\d{2}$/, 'write a whole ATC code, such as A10BA02'),
        ingredient: text,
        strength: text,
        form: text,
        packSize: whole,
        saleableUnit: whole,
        gtins: z.array(
          z.string().regex(/^(\d{8}|\d{12,14})$/, 'write 8, 12, 13 or 14 digits in quotes'),
        ),
        repeatCode: code24.nullable(),
        dailyDose: z.number().positive().nullable(),
        substitutionGroup: code.exactOptional(),
        narrowIndex: z.boolean().exactOptional(),
      }),
    ),
  }),
  services: z.strictObject({
    services: z.array(
      z.strictObject({
        ...listedItem,
        /** A medicine stands here when no ATC code, ingredient and form of it are known. */
        kind: kind,
      }),
    ),
  }),
  prices: z.strictObject({
    lists: z.array(priceList).min(1),
    decrees: z.array(priceList.omit({ network: true, tier: true, provider: true })).optional(),
    taxes: z.array(taxSource).optional(),
  }),
  diagnoses: z.strictObject({
    diagnoses: z.array(
      z.strictObject({
        code: z.string().regex(/^[A-Z]\d{2}(\.\d{1,2})?$/, 'write an ICD-10 code, such as E11.9'),
        name: bilingual,
      }),
    ),
  }),
  repeat: z.strictObject({
    thresholdPercent: percent,
    carriedDaysMost: z.number().int().min(1).max(366).exactOptional(),
    accepts: z.array(z.enum(earlyReasons)).min(1).exactOptional(),
    clause: code,
    keys: z.array(z.strictObject({ code: code24, name: bilingual })),
  }),
  ...termTopics,
  ...clinicalTopics,
  offline: z.strictObject({
    membership: staleness.extend({ graceDays: whole.exactOptional() }),
    hotlist: staleness,
    rules: staleness.optional(),
    ...offlineTerms,
  }),
  modes: z.strictObject({
    modes: z.record(z.string(), mode),
    trials: z
      .array(
        z.strictObject({
          check: text,
          mode,
          providers: z.array(code).min(1).optional(),
          from: calendarDateSchema,
          to: calendarDateSchema.nullable(),
        }),
      )
      .optional(),
    suspended: z
      .array(z.strictObject({ rule: text, since: moment, until: moment.nullable().optional() }))
      .optional(),
  }),
} as const;

/** The least that a topic's file holds, where the contract says nothing on it: told when it is missing. */
export const smallest: Partial<Readonly<Record<Topic, string>>> = {
  medicines: 'medicines: []',
  services: 'services: []',
  diagnoses: 'diagnoses: []',
  identity: '{ collection: [], insteadOfCard: [] }',
  'item-rules': '{ rules: [], groups: [] }',
  frequencies: 'frequencies: []',
  waiting: 'waiting: []',
  'diagnosis-rules': '{ neededFor: [], rules: [] }',
  ceilings: 'ceilings: []',
  conditions: 'conditions: []',
  interactions: 'interactions: []',
  cautions: '{ childbearing: {}, ages: [], pregnancy: [], allergies: [] }',
  modes: 'modes: {}',
};

export type Topic = keyof typeof topicSchemas;
export type PackSource = { readonly [T in Topic]: z.output<(typeof topicSchemas)[T]> };

export const topics = Object.keys(topicSchemas) as readonly Topic[];
