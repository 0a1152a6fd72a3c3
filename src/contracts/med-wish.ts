import { z } from 'zod';

/** What a doctor writes for emergencies; each list as a card takes it, its room for all of them together is checked later. */
export const medWishSchema = z.object({
  bloodGroup: z.enum(['A+', 'A-', 'B+', 'B-', 'AB+', 'AB-', 'O+', 'O-']).nullable(),
  /** ICD-10 codes with their dot. */
  conditions: z.array(z.string().regex(/^[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?$/)).max(12),
  allergies: z
    .array(
      z.object({
        to: z.enum(['substance', 'class']),
        /** Its ATC code where it has one. */
        name: z.string().trim().min(1).max(24),
      }),
    )
    .max(12),
  /** Items of the insurer's list, or `#` and the card's own code for one that the list does not have. */
  medicines: z.array(z.string().trim().min(1).max(40)).max(16),
  contact: z
    .object({
      name: z.string().trim().min(1).max(40),
      phone: z
        .string()
        .trim()
        .max(20)
        .regex(/^\+?[0-9][0-9 ]*$/),
    })
    .nullable(),
});

export type MedWish = z.output<typeof medWishSchema>;
