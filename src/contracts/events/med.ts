import { z } from 'zod';
import { hexSchema } from '../schemas.ts';
import { identifierSchema } from './fact-schemas.ts';

/**
 * Body of a `med` event: a doctor wrote what is to be known of the holder in an emergency. The record is as it was
 * signed for the card, so that a card that takes its place can be given the same.
 */
export const medBodySchema = z.object({
  cardNumber: z.string().regex(/^\d{16}$/),
  memberNumber: z.string().max(20),
  providerId: identifierSchema,
  writer: z.object({ userId: identifierSchema, licence: z.string().max(60) }),
  version: z.number().int().min(1).max(0xff_ff),
  record: hexSchema(252),
});

export type MedBody = z.output<typeof medBodySchema>;
