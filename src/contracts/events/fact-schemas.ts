import { z } from 'zod';
import type { Pregnancy } from '#domain/circumstances.ts';
import type { Fact } from '#domain/facts.ts';
import type { Supply } from '#domain/history.ts';
import { calendarDateSchema, instantSchema } from '../schemas.ts';

/** What the bodies of several events are made of. */

/** An identifier: one line of visible text, as it may be stored and shown. */
export const identifierSchema = z
  .string()
  .max(60)
  .regex(/^[^\p{C}]+$/u);
export const count = z.number().int().nonnegative().max(1_000_000);
const source = z.enum(['card', 'terminal', 'centre', 'pack', 'operator']);

export const factOf = <T>(value: z.ZodType<T>): z.ZodType<Fact<T>> =>
  z.discriminatedUnion('known', [
    z.object({ known: z.literal(true), value, source, asOf: instantSchema }),
    z.object({
      known: z.literal(false),
      why: z.enum(['never-synced', 'not-present', 'unreadable', 'unverified', 'card-rolled-back']),
      source,
    }),
  ]) as z.ZodType<Fact<T>>;

export const pregnancySchema: z.ZodType<Pregnancy> = z.object({
  lastPeriod: calendarDateSchema.nullable(),
  delivery: z.enum(['vaginal', 'assisted', 'caesarean']).exactOptional(),
});

export const supplySchema: z.ZodType<Supply> = z.object({
  repeatCode: z.number().int().nonnegative().max(0xff_ff_ff),
  endsOn: calendarDateSchema,
  days: count,
  ownDays: count.nullable().exactOptional(),
  quantity: count.nullable(),
  providerId: z.string().nullable(),
});
