import { z } from 'zod';
import { bilingualSchema, moneySchema, periodSchema } from '#contracts/schemas.ts';
import { careTermsSchema } from './care-terms-schema.ts';
import { ceiling, deductible, outOfPocket } from './counter-terms-schema.ts';
import { courseTermsSchema } from './course-terms.ts';
import { identity } from './identity-terms-schema.ts';
import { ageRange, count, plans, scope, sex } from './term-scalars.ts';
import { encounter, kind, period } from './term-words.ts';

/** The terms of a compiled pack beyond benefits and prices, as they travel. Packs of before have none. */

const itemRule = z.object({
  scope,
  plans,
  sex,
  age: ageRange.nullable(),
  indications: z.array(z.string()).nullable().default(null),
  quantity: z
    .object({
      perDispensing: count.nullable(),
      perDay: z.number().nonnegative().nullable(),
      maximumDays: count.nullable(),
      perPeriod: z.object({ period, units: count }).nullable(),
    })
    .nullable(),
  duplicate: z.object({ windowDays: count, modifiers: z.array(z.string()) }).nullable(),
  prescription: z
    .object({ isNeeded: z.boolean(), validDays: count, takesPaper: z.boolean() })
    .nullable(),
  approval: z.object({ isNeeded: z.boolean(), above: moneySchema.nullable() }).nullable(),
  price: z
    .object({
      discountPercent: count.min(1).max(100).nullable(),
      percentOf: z.object({ item: z.string(), percent: count.min(1).max(100) }).nullable(),
      reference: moneySchema.nullable(),
    })
    .nullable()
    .default(null),
  tax: z.string().nullable().default(null),
  settings: z.array(encounter).nullable(),
  specialties: z.array(z.string()).nullable(),
  ...careTermsSchema,
  ...courseTermsSchema,
  globalPeriod: z
    .object({
      before: count,
      after: count,
      contains: scope,
      same: z.enum(['provider', 'clinician', 'specialty']),
      modifiers: z.array(z.string()),
    })
    .nullable()
    .default(null),
  clause: z.string(),
});

const serviceGroup = z.union([
  z.strictObject({ exclusive: z.array(z.string()), clause: z.string() }),
  z.strictObject({
    panel: z.string(),
    parts: z.array(z.string()),
    excess: z.enum(['provider', 'member']).exactOptional(),
    clause: z.string(),
  }),
]);

const diagnosisRule = z.object({
  scope: z.string(),
  plans,
  isCovered: z.boolean().nullable(),
  sex,
  age: ageRange.nullable(),
  conditions: z
    .object({
      needsReferral: z.boolean(),
      needsReport: z.boolean(),
      specialties: z.array(z.string()),
      needsApproval: z.boolean(),
      preExistingMonths: count.nullable(),
      asksForAccident: z.boolean(),
    })
    .nullable(),
  clause: z.string(),
});

const condition = z.object({
  conditionId: z.string(),
  scope: scope.nullable(),
  diagnosis: z.string().nullable(),
  plans,
  when: z.string(),
  outcome: z.enum(['decline', 'refer', 'reduce']),
  pays: z
    .object({ percent: count.exactOptional(), most: moneySchema.exactOptional() })
    .exactOptional(),
  mode: z.enum(['observe', 'warn', 'enforce']).exactOptional(),
  bearer: z.enum(['provider', 'member']),
  text: bilingualSchema,
  clause: z.string(),
});

const staleness = z.object({ softHours: z.number().int(), hardHours: z.number().int() });
const counted = z.object({ claims: count, amount: moneySchema });

export const providerTermsSchema = {
  contract: periodSchema.nullable().default(null),
  licences: z.array(kind).nullable().default(null),
  settings: z.array(encounter).nullable().default(null),
};

export const planTermsSchema = {
  coordination: z
    .object({
      isAsked: z.boolean(),
      liable: z.array(z.enum(['none', 'own', 'traffic', 'work', 'other-party'])),
      clause: z.string(),
    })
    .exactOptional(),
  isEmergencyAnywhere: z.boolean().default(false),
  stay: z
    .object({
      maximumDays: count,
      roomClasses: z.array(z.string()),
      rooms: z
        .array(z.object({ roomClass: z.string(), item: z.string() }))
        .readonly()
        .exactOptional(),
      isUpgradePaidByMember: z.boolean().exactOptional(),
      runOffDays: count.exactOptional(),
      clause: z.string(),
    })
    .nullable()
    .default(null),
};

export const contractTermsSchema = {
  identity: identity.default({ collection: [], insteadOfCard: [] }),
  itemRules: z.array(itemRule).default([]),
  programmes: z.array(z.object({ code: z.string(), name: bilingualSchema })).default([]),
  serviceGroups: z.array(serviceGroup).default([]),
  frequencies: z
    .array(
      z.object({
        scope,
        plans,
        limit: count,
        period,
        counts: z.enum(['times', 'units']),
        clause: z.string(),
      }),
    )
    .default([]),
  waiting: z
    .array(
      z.object({
        scope: scope.nullable(),
        diagnosis: z.string().nullable(),
        plans,
        months: count,
        isWaivedForAccident: z.boolean(),
        isWaivedForEmergency: z.boolean(),
        clause: z.string(),
      }),
    )
    .default([]),
  diagnosisRules: z.array(diagnosisRule).default([]),
  diagnosisNeededFor: z.array(kind).default([]),
  ceilings: z.array(ceiling).default([]),
  deductibles: z.array(deductible).default([]),
  outOfPocket: z.array(outOfPocket).default([]),
  conditions: z.array(condition).default([]),
  offline: z.object({
    membership: staleness.extend({ graceDays: z.number().int().positive().exactOptional() }),
    hotlist: staleness,
    rules: staleness.nullable().default(null),
    limits: z
      .object({
        floor: moneySchema,
        perMember: counted,
        perTerminal: counted,
        referPerThousand: count.max(1000),
        clause: z.string(),
      })
      .nullable()
      .default(null),
    clock: z.object({ aheadHours: count, clause: z.string() }).nullable().default(null),
    otherCards: z.enum(['refer', 'accept']).exactOptional(),
    proveAppends: z.boolean().exactOptional(),
  }),
};
