import { z } from 'zod';
import { calendarDateSchema } from '#contracts/schemas.ts';
import { borne, ceiling } from './counters-source.ts';
import { collectionRule, insteadRule, proofRule } from './identity-source.ts';
import { itemRule, serviceGroup } from './item-rules-source.ts';
import {
  ageRange,
  amount,
  bilingual,
  code,
  count,
  diagnosisScope,
  plans,
  scope,
  sex,
  text,
  whole,
} from './source-scalars.ts';
import { encounter, kind, period } from './term-words.ts';

/** The topics of the contract's terms beyond benefits and prices; what a rule leaves out it says nothing of. */

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
