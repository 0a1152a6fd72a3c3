import { z } from 'zod';
import { type BirthDate, findCalendarDate, type Instant } from '#domain/dates.ts';
import { money } from '#domain/money.ts';
import { parseAmount } from '../amount-text.ts';

/** The scalars of a case. Every message says what is expected, by an example to copy. */

/** A code, number or id: one line of visible text. */
export const code = z
  .string('write a code as text, in quotes')
  .regex(/^[^\p{C}]+$/u, 'write one line of visible text')
  .max(60, 'write at most 60 characters')
  // For its JSON Schema: not every reader of one knows Unicode's classes.
  .meta({ pattern: '^[^\\u0000-\\u001f\\u007f]+$' });

/** An object of just these fields; anything else is told what to write. */
export const shaped = <Shape extends z.ZodRawShape>(shape: Shape, expected: string) =>
  z.strictObject(shape, {
    error: ({ code: trouble }) => (trouble === 'invalid_type' ? `write ${expected}` : undefined),
  });

/** One word or code, or an object: an object tells itself what is wrong in it. */
export const wordOr = <Word extends z.ZodType, Shape extends z.ZodType>(
  word: Word,
  shape: Shape,
  expected: string,
) =>
  z.union([word, shape], {
    error: ({ input }) =>
      typeof input === 'object' && input !== null ? undefined : `write ${expected}`,
  });

/** A list of at most so many; anything else is told what to write. */
export const listOf = <Item extends z.ZodType>(item: Item, most: number, expected: string) =>
  z.array(item, `write a list of ${expected}`).max(most, `write at most ${most} ${expected}`);

export const date = z
  .string('write the date as "2026-11-22"')
  .meta({ format: 'date' })
  .transform((text, context) => {
    const found = findCalendarDate(text);
    if (found !== null) return found;
    context.addIssue({
      code: 'custom',
      message: 'not a day of the calendar: write it as "2026-11-22"',
    });
    return z.NEVER;
  });

export const instant = z
  .string('write the moment in UTC as "2026-11-22T10:00:00.000Z"')
  .meta({ format: 'date-time', pattern: 'Z$' })
  .transform((text, context): Instant => {
    const found = findInstant(text);
    if (found !== null) return found;
    const message = 'not a moment in UTC: write it as "2026-11-22T10:00:00.000Z"';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

const wholeFrom = (least: number) =>
  z
    .number('write a whole number without quotes, such as 30')
    .int('write a whole number, such as 30')
    .min(least, `write a whole number, at least ${least}`)
    .max(1_000_000, 'write at most 1000000');

export const count = wholeFrom(0);
export const atLeastOne = wholeFrom(1);

/** `"-2.25"`, into hundredths. */
export const dioptres = z
  .string('write dioptres as text, such as "-2.25"')
  .regex(/^[+-]?\d{1,2}\.\d{2}$/, 'write dioptres with two decimals, such as "-2.25"')
  .transform((text) => Number(text.replace('.', '')));

/** `1968-03-14`, or as much of it as is known: `1968-03`, `1968`. */
export const birthDate = z
  .string('write the birth date as "1968-03-14", or what is known of it: "1968-03", "1968"')
  .meta({ pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' })
  .transform((text, context): BirthDate => {
    const written = /^\d{4}$/.test(text) ? `${text}-01-01` : text;
    const whole = /^\d{4}-\d{2}$/.test(written) ? `${written}-01` : written;
    const found = findCalendarDate(whole);
    if (found !== null) return { date: found, precision: precisionOf(text) };
    context.addIssue({
      code: 'custom',
      message:
        'not a birth date: write it as "1968-03-14", or what is known of it: "1968-03", "1968"',
    });
    return z.NEVER;
  });

/** Decimal text in the pack's currency, or `{ "minor": 4500 }`; into minor units. */
export const amountIn = (exponent: number) => {
  const example = `"45${exponent === 0 ? '' : `.${'0'.repeat(exponent)}`}"`;
  const cure = `write the amount as text with at most ${exponent} decimals, such as ${example}, or in minor units as {"minor": ${45 * 10 ** exponent}}`;
  const whole = `write minor units as a whole number from 0 to ${Number.MAX_SAFE_INTEGER}`;
  const minor = z.number(whole).int(whole).min(0, whole).max(Number.MAX_SAFE_INTEGER, whole);
  const decimal = z.string().meta({ pattern: '^(0|[1-9]\\d*)(\\.\\d+)?$' });
  return z.union([decimal, z.strictObject({ minor })], cure).transform((written, context) => {
    const found =
      typeof written === 'string' ? parseAmount(written, exponent) : money(written.minor);
    if (found !== null) return found;
    context.addIssue({ code: 'custom', message: cure });
    return z.NEVER;
  });
};

const precisionOf = ({ length }: string): BirthDate['precision'] => {
  if (length === 4) return 'year';
  return length === 7 ? 'month' : 'day';
};

function findInstant(text: string): Instant | null {
  const match = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{3})?Z$/.exec(text);
  if (match === null || findCalendarDate(match[1] ?? '') === null) return null;
  return (match[2] === undefined ? text.replace('Z', '.000Z') : text) as Instant;
}
