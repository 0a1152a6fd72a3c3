import { z } from 'zod';
import { identifierSchema, supplySchema } from './events/fact-schemas.ts';
import { historySchema } from './events/input-schema.ts';
import { hotlistEntrySchema } from './reference.ts';
import { calendarDateSchema, hexSchema, instantSchema, periodSchema } from './schemas.ts';

/** The part of the central server's API by which a terminal learns, before it decides, what it cannot know by itself. */

/**
 * POST …/member-facts: what a person, and where a counter is the family's the family, used and was given elsewhere.
 * The terminal's own claims of the person on days from `since` on are left out: it tells of those itself.
 */
export const memberFactsRequestSchema = z.object({
  memberNumber: z.string().min(1).max(20),
  /** Of a newborn on its mother's membership, whose number it bears. */
  bornOn: calendarDateSchema.exactOptional(),
  serviceDate: calendarDateSchema,
  since: calendarDateSchema,
  /** The card that was read; left out: none. */
  cardNumber: z.string().min(1).max(40).exactOptional(),
});

/** Signed over "facts1" || JCS(facts). What was claimed and has not arrived, or waits for a person, is not in it. */
export const memberFactsSchema = memberFactsRequestSchema.extend({
  terminalId: z.string(),
  /** Those that lasted on `since` or later. */
  supplies: z.array(supplySchema).max(2000),
  /** The latest ones; from which day on nothing is missing, null: from the beginning. */
  services: historySchema,
  /** Of everything that the contract counts over time: minor units, or a count. */
  usage: z
    .array(
      z.object({
        ceilingId: identifierSchema,
        period: periodSchema.nullable(),
        used: z.number().int().nonnegative(),
        currency: identifierSchema.exactOptional(),
      }),
    )
    .max(500),
  /** Whether the card is blocked; left out: no card was named. */
  hotlist: hotlistEntrySchema.nullable().exactOptional(),
  serverTime: instantSchema,
});
export const signedMemberFactsSchema = z.object({ facts: memberFactsSchema, sig: hexSchema(64) });

export type MemberFactsRequest = z.output<typeof memberFactsRequestSchema>;
export type MemberFacts = z.output<typeof memberFactsSchema>;
