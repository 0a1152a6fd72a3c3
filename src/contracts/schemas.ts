import { z } from 'zod';
import { type CalendarDate, findCalendarDate, type Instant } from '#domain/dates.ts';
import { type Money, money } from '#domain/money.ts';

/** The scalar shapes that every contract shares. */

export const calendarDateSchema = z.string().transform((text, context): CalendarDate => {
  const date = findCalendarDate(text);
  if (date !== null) return date;
  context.addIssue({ code: 'custom', message: 'expected a calendar date, YYYY-MM-DD' });
  return z.NEVER;
});

export const instantSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, 'expected UTC with milliseconds')
  .refine((text) => !Number.isNaN(Date.parse(text)), 'expected an existing moment')
  .transform((text) => text as Instant);

/** Integer minor units, never negative. */
export const moneySchema = z
  .number()
  .int()
  .nonnegative()
  .max(Number.MAX_SAFE_INTEGER)
  .transform((minor): Money => money(minor));

export const hexSchema = (bytes: number) =>
  z
    .string()
    .regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`), `expected ${bytes} bytes in lower-case hex`);

export const bilingualSchema = z.object({ ar: z.string().min(1), en: z.string().min(1) });

/** Both ends included; `to: null` is open. */
export const periodSchema = z
  .object({ from: calendarDateSchema, to: calendarDateSchema.nullable() })
  .refine(({ from, to }) => to === null || from <= to, 'the period ends before it begins');

export const base64Schema = z.base64();
