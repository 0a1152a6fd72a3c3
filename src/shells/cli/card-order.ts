import { randomInt } from 'node:crypto';
import { parse as parseYaml, YAMLError } from 'yaml';
import { z } from 'zod';
import type { CardOrder } from '#card/issue/issue-card.ts';
import { ledgerCapacities } from '#card/profile/layout.ts';
import { personSchema } from '#contracts/reference.ts';
import { periodSchema } from '#contracts/schemas.ts';
import { addDays, type CalendarDate } from '#domain/dates.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';

/** A person's record as an issuer writes it. */
const recordSchema = z.strictObject({
  person: personSchema,
  policyNumber: z.string().min(1),
  planCode: z.string().min(1),
  cardNumber: z
    .string()
    .regex(/^\d{16}$/, 'expected 16 digits')
    .optional(),
  /** The chip's: how many ledger records it keeps. */
  memory: z.enum(['32 KB', '64 KB']).default('32 KB'),
  validity: periodSchema.refine(({ to }) => to !== null, 'a card’s validity ends').optional(),
});

const fiveYears = 5 * 365;

/** Reads a person's record, YAML or JSON; fails with `input-malformed` naming the field. */
export function readCardOrder(text: string, today: CalendarDate): Result<CardOrder, Failure> {
  const document = readDocument(text);
  if (!document.ok) return document;
  const parsed = recordSchema.safeParse(document.value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return malformed(issue?.path.join('.') || 'the record', issue?.message ?? '');
  }
  const { cardNumber, memory, validity, ...rest } = parsed.data;
  return succeed({
    ...rest,
    cardNumber: cardNumber ?? drawCardNumber(),
    ledgerCapacity: ledgerCapacities[memory],
    validity: validity ?? { from: today, to: addDays(today, fiveYears) },
  });
}

function readDocument(text: string): Result<unknown, Failure> {
  try {
    // Every scalar as written: a date or a number with zeros in front stays text.
    return succeed(parseYaml(text, { schema: 'failsafe' }));
  } catch (error) {
    if (!(error instanceof YAMLError)) throw error;
    return malformed(`line ${error.linePos?.[0].line ?? 1}`, error.code);
  }
}

const drawCardNumber = (): string =>
  Array.from({ length: 16 }, (_, place) => randomInt(place === 0 ? 1 : 0, 10)).join('');

const malformed = (where: string, why: string) =>
  failWith(failure('input-malformed', { where, why }));
