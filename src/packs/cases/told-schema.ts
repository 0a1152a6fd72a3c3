import { z } from 'zod';
import { reasonTexts } from '#contracts/messages/reasons.ts';
import { checks } from '#domain/adjudication/checks/index.ts';

/** What `adjudicate` prints, as docs/adjudicate.md explains it. Later programs may add fields; none is taken away. */

const text = z.looseObject({ ar: z.string(), en: z.string() });
const count = z.number().int().nonnegative();
const lineOutcome = z.enum(['approved', 'reduced', 'referred', 'declined']);
const bearer = z.enum(['provider', 'member']).nullable();
const currency = z.looseObject({
  code: z.string().regex(/^[A-Z]{3}$/),
  exponent: z.number().int().min(0).max(4),
});

const amount = z.looseObject({
  minor: count,
  decimal: z.string().regex(/^\d+(\.\d+)?$/),
});
const amounts = z
  .looseObject({
    claimed: amount,
    insurer: amount,
    memberShare: amount,
    memberPrivate: amount,
    providerWriteOff: amount,
    otherPayers: amount.optional(),
  })
  .describe('claimed is the sum of the others, exactly');

const reason = z.looseObject({
  check: z.enum(checks.map(({ id }) => id)),
  code: z.enum(Object.keys(reasonTexts)),
  outcome: lineOutcome,
  mode: z.enum(['observe', 'warn', 'enforce']),
  short: text,
  text,
  clause: z.string().nullable(),
  bearer,
  nearest: z.looseObject({ kind: z.string() }).nullable(),
  waivedBy: z.string().nullable(),
  standard: z.looseObject({
    x12: z.looseObject({ group: z.enum(['CO', 'PR', 'OA']), code: z.string() }),
    hcx: z.string().nullable(),
    hl7: z.enum(['ar001', 'ar002']).nullable(),
  }),
});

const line = z.looseObject({
  lineId: z.string(),
  item: z.string(),
  date: z.string().optional(),
  outcome: lineOutcome,
  guaranteed: z.boolean(),
  quantity: count.min(1),
  allowedQuantity: count,
  allowedDays: count.nullable(),
  bearer,
  reasons: z.array(reason).describe('what did not pass, worst first'),
  amounts,
  deductible: amount.optional(),
  coPayment: amount.optional(),
  tax: z
    .looseObject({
      category: z.string().nullable(),
      percent: z.string().nullable(),
      isInPrices: z.boolean(),
      claimed: amount,
      insurer: amount,
      member: amount,
    })
    .describe('contained in the amounts')
    .optional(),
});

const alert = z.looseObject({
  alertId: z.string(),
  kind: z.string(),
  code: z.string(),
  severity: z.enum(['contraindicated', 'serious', 'caution', 'note']),
  lines: z.array(z.string()),
  text,
  warning: text.nullable(),
  management: text,
});

const finding = z.looseObject({
  check: z.string(),
  outcome: lineOutcome,
  mode: z.enum(['observe', 'warn', 'enforce']),
  reason: z.string().nullable(),
  facts: z.array(
    z.looseObject({ name: z.string(), source: z.string(), asOf: z.string().nullable() }),
  ),
  clause: z.string().nullable(),
});
/** Negative where a step gives the member something back. */
const step = z.looseObject({ step: z.string(), amount: z.number().int() });
const engineLine = z.looseObject({
  lineId: z.string(),
  outcome: lineOutcome,
  findings: z.array(finding),
  steps: z.array(step),
});

const decided = z.looseObject({
  claimId: z.string(),
  outcome: z.enum(['approved', 'partial', 'pended', 'declined']),
  currency,
  lines: z.array(line),
  totals: amounts,
  outsideTotal: amount,
  cashDue: amount,
  used: z
    .array(
      z.looseObject({
        ceiling: z.string(),
        used: z.union([z.string(), count]),
        period: z.looseObject({ from: z.string(), to: z.string().nullable() }).optional(),
      }),
    )
    .describe(
      'what the claim took of ceilings, deductibles and maxima, as a claim’s usage states it',
    ),
  decision: z
    .looseObject({ engineVersion: count, packId: z.string(), lines: z.array(engineLine) })
    .describe('as the engine gave it, amounts in minor units; left out with --brief')
    .optional(),
  clinicalAlerts: z.array(alert).optional(),
  explanation: z.array(z.looseObject({ lineId: z.string() })).optional(),
});

const unread = z
  .looseObject({
    line: count.min(1),
    error: z.looseObject({
      code: z.literal('input-malformed'),
      problems: z.array(z.looseObject({ path: z.string(), why: z.string() })).min(1),
    }),
  })
  .describe('with --batch, in the place of a line that cannot be read');

export const toldSchema = z.union([decided, unread]);
