import { z } from 'zod';
import { calendarDateSchema } from '#contracts/schemas.ts';
import { careTopics } from './care-terms-schema.ts';
import { courseTopics } from './course-terms.ts';
import { amount, bilingual, code, count, text, whole } from './source-scalars.ts';

/** The topics of the contract's terms beyond benefits and prices; what a rule leaves out it says nothing of. */

const kind = z.enum(['medicine', 'procedure', 'laboratory', 'imaging', 'consultation', 'device']);
const encounter = z.enum(['outpatient', 'inpatient', 'day-case', 'emergency']);
const period = z.enum([
  'visit',
  'day',
  'week',
  'month',
  'calendar-year',
  'policy-year',
  'lifetime',
]);
const sex = z.enum(['male', 'female']);
const plans = z.array(code).min(1).optional();

const agePattern = /^(\d{1,3}) (days|months|years)$/;
const age = z
  .string()
  .regex(agePattern, 'write the age as a number and days, months or years: 3 months')
  .transform((written) => {
    const [, value = '', unit = 'years'] = agePattern.exec(written) ?? [];
    return { value: Number(value), unit: unit as 'days' | 'months' | 'years' };
  });
export const ageRange = z.strictObject({ from: age.optional(), to: age.optional() });

const diagnosisScope = z
  .string()
  .regex(
    /^[A-Z]\d{2}(\.[0-9A-Z]{1,4}|-[A-Z]\d{2})?$/,
    'write an ICD-10 code, a category or a range: E11.9, E11 or E10-E14',
  );

export const scope = z.union(
  [
    z.strictObject({ item: code }),
    z.strictObject({ items: z.array(code).min(1) }),
    z.strictObject({ atc: z.string().regex(/^[A-Z](\d{2}([A-Z]{1,2}(\d{2})?)?)?$/) }),
    z.strictObject({ benefit: code }),
    z.strictObject({ kind }),
  ],
  'name exactly one of item, items, atc, benefit and kind',
);

const itemRule = z.strictObject({
  for: scope,
  plans,
  sex: sex.optional(),
  age: ageRange.optional(),
  indications: z.array(diagnosisScope).min(1).optional(),
  quantity: z
    .strictObject({
      perDispensing: whole.optional(),
      perDay: z.number().positive().optional(),
      maximumDays: whole.optional(),
      perPeriod: z.strictObject({ period, units: whole }).optional(),
    })
    .optional(),
  duplicate: z.strictObject({ windowDays: count, modifiers: z.array(text).optional() }).optional(),
  prescription: z
    .strictObject({ needed: z.boolean(), validDays: count, paper: z.boolean().optional() })
    .optional(),
  approval: z.strictObject({ needed: z.boolean(), above: amount.optional() }).optional(),
  price: z
    .strictObject({
      discount: whole.max(100).optional(),
      percentOf: z.strictObject({ item: code, percent: whole.max(100) }).optional(),
      reference: amount.optional(),
    })
    .optional(),
  tax: code.optional(),
  settings: z.array(encounter).min(1).optional(),
  specialties: z.array(text).min(1).optional(),
  ...careTopics,
  ...courseTopics,
  globalPeriod: z
    .strictObject({
      before: count.optional(),
      after: count,
      contains: scope,
      same: z.enum(['provider', 'clinician', 'specialty']),
      modifiers: z.array(text).optional(),
    })
    .optional(),
  clause: code,
});

const serviceGroup = z.union(
  [
    z.strictObject({ exclusive: z.array(code).min(2), clause: code }),
    z.strictObject({
      panel: code,
      parts: z.array(code).min(1),
      abovePrice: z.enum(['provider', 'member']).optional(),
      clause: code,
    }),
  ],
  'write either exclusive, or panel with its parts',
);

const diagnosisRule = z.strictObject({
  for: diagnosisScope,
  plans,
  covered: z.boolean().optional(),
  sex: sex.optional(),
  age: ageRange.optional(),
  conditions: z
    .strictObject({
      referral: z.boolean().optional(),
      report: z.boolean().optional(),
      specialties: z.array(text).min(1).optional(),
      approval: z.boolean().optional(),
      preExistingMonths: whole.optional(),
      accident: z.boolean().optional(),
    })
    .optional(),
  clause: code,
});

const limit = z.union([amount, whole], 'write an amount in quotes, or a count');

const afterPlanChange = z.enum(['carry', 'reset', 'prorate']).optional();

const ceiling = z.strictObject({
  ceilingId: code,
  name: bilingual,
  plans,
  for: scope.optional(),
  diagnosis: diagnosisScope.optional(),
  per: z.enum(['line', ...period.options]),
  of: z.enum(['member', 'family']),
  afterPlanChange,
  basis: z.enum(['net', 'gross', 'visits', 'units']),
  limit,
  offlineAllowance: limit.optional(),
  basket: z.strictObject({ number: whole.max(255), unit: whole }).optional(),
  clause: code,
});

/** A deductible, or the most that a member pays. */
const borne = z.strictObject({
  id: code,
  name: bilingual,
  plans,
  for: scope.optional(),
  per: z.enum(['visit', 'calendar-year', 'policy-year']),
  of: z.enum(['member', 'family']),
  afterPlanChange,
  amount,
  offlineAllowance: amount.optional(),
  basket: z.strictObject({ number: whole.max(255), unit: whole }).optional(),
  clause: code,
});

const conditionText = text.regex(/[^.]$/, 'write it without a full stop at the end');

const condition = z.strictObject({
  id: code,
  for: scope.optional(),
  diagnosis: diagnosisScope.optional(),
  plans,
  when: text,
  outcome: z.enum(['decline', 'refer', 'reduce']),
  pays: z.strictObject({ percent: count.max(99).optional(), most: amount.optional() }).optional(),
  mode: z.enum(['observe', 'warn', 'enforce']).optional(),
  bearer: z.enum(['provider', 'member']).optional(),
  text: z.strictObject({ ar: conditionText, en: conditionText }),
  clause: code,
});

const relationship = z.enum([
  'spouse',
  'parent',
  'child',
  'sibling',
  'other-relative',
  'messenger',
]);

const collectionRule = z.strictObject({
  for: scope,
  plans,
  permitted: z.boolean(),
  relationships: z.array(relationship).min(1).optional(),
  clause: code,
});

/** A newborn is served on its mother's card for so many days, the last included, unless the contract says otherwise. */
const usualAges = { 'mother-card': { to: { value: 30, unit: 'days' } } } as const;

const insteadRule = z
  .strictObject({
    path: z.enum(['member-number', 'emergency', 'guardian-card', 'mother-card']),
    encounters: z.array(encounter).min(1).optional(),
    items: z.array(scope).min(1).optional(),
    age: ageRange.optional(),
    mostPerClaim: amount.optional(),
    policyIsEnough: z.boolean().optional(),
    clause: code,
  })
  .transform((rule) =>
    rule.path === 'mother-card' ? { age: usualAges[rule.path], ...rule } : rule,
  );

const proofRule = z.strictObject({
  for: scope.exactOptional(),
  plans,
  above: amount.exactOptional(),
  needs: z.enum(['pin', 'signature']),
  clause: code,
});

const counted = z.strictObject({ claims: whole, amount });

export const termTopics = {
  identity: z.strictObject({
    collection: z.array(collectionRule),
    insteadOfCard: z.array(insteadRule),
    proofs: z.array(proofRule).min(1).exactOptional(),
  }),
  'item-rules': z.strictObject({
    rules: z.array(itemRule),
    groups: z.array(serviceGroup),
    programmes: z.array(z.strictObject({ code, name: bilingual })).optional(),
  }),
  frequencies: z.strictObject({
    frequencies: z.array(
      z.strictObject({
        for: scope,
        plans,
        limit: whole,
        period,
        counts: z.enum(['times', 'units']),
        clause: code,
      }),
    ),
  }),
  waiting: z.strictObject({
    waiting: z.array(
      z.strictObject({
        for: scope.optional(),
        diagnosis: diagnosisScope.optional(),
        plans,
        months: whole,
        exceptAccident: z.boolean(),
        exceptEmergency: z.boolean(),
        clause: code,
      }),
    ),
  }),
  'diagnosis-rules': z.strictObject({
    neededFor: z.array(kind),
    rules: z.array(diagnosisRule),
  }),
  ceilings: z.strictObject({
    ceilings: z.array(ceiling),
    deductibles: z.array(borne).optional(),
    outOfPocket: z.array(borne).optional(),
  }),
  conditions: z.strictObject({ conditions: z.array(condition) }),
} as const;

export const providerTerms = {
  contract: z
    .strictObject({ from: calendarDateSchema, to: calendarDateSchema.nullable() })
    .optional(),
  licences: z.array(kind).min(1).optional(),
  settings: z.array(encounter).min(1).optional(),
};

const accident = z.enum(['none', 'own', 'traffic', 'work', 'other-party']);

export const planTerms = {
  coordination: z
    .strictObject({
      asked: z.boolean().optional(),
      liable: z
        .array(accident.exclude(['none']))
        .min(1)
        .optional(),
      clause: code,
    })
    .optional(),
  emergencyAnywhere: z.boolean().optional(),
  stay: z
    .strictObject({
      maximumDays: whole,
      roomClasses: z.array(text).min(1),
      rooms: z.record(text, code).optional(),
      upgrade: z.literal('member-pays').optional(),
      runOffDays: count.optional(),
      clause: code,
    })
    .optional(),
};

export const offlineTerms = {
  limits: z
    .strictObject({
      floor: amount,
      perMember: counted,
      perTerminal: counted,
      referPerThousand: count.max(1000),
      clause: code,
    })
    .optional(),
  clock: z.strictObject({ aheadHours: whole, clause: code }).optional(),
  otherCards: z.enum(['refer', 'accept']).optional(),
  proveAppends: z.boolean().optional(),
};
