import { z } from 'zod';
import { bilingualSchema, instantSchema, moneySchema, periodSchema } from '#contracts/schemas.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import { earlyReasons } from '#domain/claims.ts';
import type { Failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { clinicalTermsSchema } from './clinical-terms-schema.ts';
import {
  contractTermsSchema,
  planTermsSchema,
  providerTermsSchema,
} from './contract-terms-schema.ts';
import { findContradictions } from './cross-check.ts';
import { currencySchema } from './currency-source.ts';
import { explainIssue, type Problem, problemsAsFailure } from './problem.ts';
import { taxSchema } from './tax-source.ts';
import { scope } from './term-scalars.ts';
import { encounter, kind } from './term-words.ts';

const code24 = z.number().int().min(1).max(0xfffffe);
const named = z.object({ code: z.string(), name: bilingualSchema });

const planSchema = z.object({
  code: z.string(),
  name: bilingualSchema,
  networks: z.array(z.string()),
  benefits: z.array(
    z.object({
      benefit: z.string(),
      networks: z.array(z.string()).exactOptional(),
      settings: z.array(encounter).exactOptional(),
      covered: z.boolean(),
      coInsurancePercent: z.number().int().min(0).max(100),
      coInsuranceMinimum: moneySchema.nullable(),
      coInsuranceMaximum: moneySchema.nullable(),
      coPayment: z
        .object({
          amount: moneySchema,
          per: z.enum(['line', 'visit', 'day', 'episode', 'prescription']),
        })
        .exactOptional(),
      formulary: z.object({ contains: z.array(scope), clause: z.string() }).exactOptional(),
      clause: z.string(),
    }),
  ),
  excludedItems: z.array(z.object({ item: z.string(), clause: z.string() })),
  ...planTermsSchema,
});

const medicineSchema = z.object({
  atc: z.string(),
  ingredient: z.string(),
  strength: z.string(),
  form: z.string(),
  packSize: z.number().int().positive(),
  saleableUnit: z.number().int().positive(),
  gtins: z.array(z.string()),
  repeatCode: code24.nullable(),
  dailyDose: z.number().positive().nullable(),
  substitutionGroup: z.string().exactOptional(),
  isNarrowIndex: z.literal(true).exactOptional(),
});

const itemSchema = z.object({
  code: z.string(),
  cardCode: code24,
  kind: kind,
  name: bilingualSchema,
  benefit: z.string(),
  unit: z.string(),
  medicine: medicineSchema.nullable(),
});

const datedPrice = {
  item: z.string(),
  period: periodSchema,
  at: instantSchema.exactOptional(),
  unitPrice: moneySchema,
};

const mode = z.enum(['observe', 'warn', 'enforce']);

/** The compiled pack as it travels: plain JSON, money in minor units. */
export const rulePackSchema = z.object({
  packId: z.string(),
  version: z.number().int().positive(),
  insurer: named,
  contract: named.extend({ period: periodSchema }),
  ...currencySchema,
  plans: z.array(planSchema),
  networks: z.array(named.extend({ withoutItems: z.array(z.string()).exactOptional() })),
  tiers: z.array(named).exactOptional(),
  providers: z.array(
    z.object({
      providerId: z.string(),
      name: bilingualSchema,
      place: bilingualSchema,
      network: z.string(),
      tier: z.string().exactOptional(),
      ...providerTermsSchema,
    }),
  ),
  benefits: z.array(named),
  items: z.array(itemSchema),
  prices: z.array(
    z.object({
      scope: z.union([
        z.strictObject({ provider: z.string() }),
        z.strictObject({ tier: z.string() }),
        z.strictObject({ network: z.string() }),
      ]),
      ...datedPrice,
    }),
  ),
  decrees: z.array(z.object(datedPrice)).default([]),
  taxes: z.array(taxSchema).default([]),
  diagnoses: z.array(named),
  repeatKeys: z.array(z.object({ code: code24, name: bilingualSchema })),
  repeat: z.object({
    thresholdPercent: z.number().int().min(0).max(100),
    carriedDaysMost: z.number().int().positive().exactOptional(),
    accepts: z.array(z.enum(earlyReasons)).exactOptional(),
    clause: z.string(),
  }),
  ...contractTermsSchema,
  clinical: clinicalTermsSchema.exactOptional(),
  modes: z.record(z.string(), mode),
  trials: z
    .array(
      z.object({
        check: z.string(),
        mode,
        providers: z.array(z.string()).nullable(),
        period: periodSchema,
      }),
    )
    .exactOptional(),
  suspensions: z
    .array(z.object({ rule: z.string(), since: instantSchema, until: instantSchema.nullable() }))
    .exactOptional(),
  clauses: z.array(z.object({ id: z.string(), reference: bilingualSchema, text: bilingualSchema })),
});

/** Parses a compiled pack and checks that it is of one piece; fails with `reference-malformed`. */
export function parseRulePack(input: unknown): Result<RulePack, Failure> {
  const parsed = rulePackSchema.safeParse(input, { reportInput: true });
  const problems: Problem[] = parsed.success
    ? findContradictions(parsed.data).map((one) => ({ file: 'rule pack', line: null, ...one }))
    : parsed.error.issues.map((issue) => ({
        file: 'rule pack',
        path: issue.path.filter((step) => typeof step !== 'symbol'),
        line: null,
        why: explainIssue(issue),
      }));
  const [first, ...others] = problems;
  if (first !== undefined) return failWith(problemsAsFailure([first, ...others]));
  return succeed(parsed.data as RulePack);
}
