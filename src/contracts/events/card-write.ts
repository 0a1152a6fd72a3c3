import { z } from 'zod';
import { hexSchema } from '../schemas.ts';
import { identifierSchema } from './fact-schemas.ts';

/**
 * Body of a `card-write` event: what became of a claim or a prescription on the member's card. Its own event
 * is never changed for it.
 */
export const cardWriteBodySchema = z.object({
  /** Of the visit, also where that had a prescription only. */
  claimId: identifierSchema,
  /** The `claim` or `prescription` event that was to be written, or the `void` event whose correction was. */
  claimEventId: z.uuid(),
  cardNumber: z.string().regex(/^\d{16}$/),
  /** Of the ledger record, counted by the card. */
  seq: z.number().int().positive().max(0xff_ff_ff),
  /** First 8 bytes of the record's SHA-256, as the next record names it. */
  recordHash: hexSchema(8),
  /**
   * `committed`: the record is on the card. `not-ratified`: the card never came back to say so.
   * `rebuilt`: it was not there, and another was signed in its stead, of which an event of its own will tell.
   */
  state: z.enum(['committed', 'not-ratified', 'rebuilt']),
  /** With this record all of the void's correction is on the card; left out of everything else. */
  completes: z.literal(true).exactOptional(),
});

export type CardWriteBody = z.output<typeof cardWriteBodySchema>;
