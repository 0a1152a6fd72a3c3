import { type } from '@orpc/contract';
import { z } from 'zod';
import type { Item } from '#domain/adjudication/rule-pack.ts';
import { acknowledgementReasons } from '#domain/clinical/alert.ts';
import { verb } from './agent-verb.ts';
import type { SavedClaim, SentRequest } from './claim-views.ts';
import { encounterWishSchema, lineDetails } from './encounter-wish.ts';
import { collectorSchema } from './presence.ts';
import { calendarDateSchema, moneySchema } from './schemas.ts';
import type { InsteadView } from './visit-views.ts';

const quantity = z.number().int().min(1).max(100_000);
const daysSupply = z.number().int().min(1).max(366).nullable();
const memberNumber = z.string().regex(/^\d{1,20}$/);

/** All that is done at the open visit. */
export const visitVerbs = {
  answerHolder: verb
    .input(
      z.object({
        answer: z.union([
          z.enum(['confirmed', 'refused']),
          z.object({ collectedBy: collectorSchema }),
        ]),
      }),
    )
    .output(type<null>()),
  /** A member found by number: the card was forgotten, is broken, or could not be waited for. */
  openWithoutCard: verb
    .input(z.object({ memberNumber, why: z.enum(['forgotten', 'broken', 'emergency']) }))
    .output(type<null>()),
  /** The card in the reader is the guardian's of this member. */
  serveChild: verb.input(z.object({ memberNumber })).output(type<null>()),
  /** The card in the reader is the mother's of this newborn. */
  serveNewborn: verb
    .input(z.object({ born: calendarDateSchema, sex: z.enum(['unknown', 'male', 'female']) }))
    .output(type<null>()),
  setDiagnoses: verb
    .input(z.object({ codes: z.array(z.string().max(8)).max(12) }))
    .output(type<null>()),
  /** Without a quantity the usual pack is proposed; without a price the list price is asked. */
  addLine: verb
    .input(
      z.object({
        itemCode: z.string().max(40),
        quantity: quantity.optional(),
        daysSupply: daysSupply.optional(),
        unitPrice: moneySchema.nullable().optional(),
      }),
    )
    .output(type<{ readonly lineId: string }>()),
  changeLine: verb
    .input(
      z.object({
        lineId: z.string().max(40),
        quantity: quantity.optional(),
        daysSupply: daysSupply.optional(),
        unitPrice: moneySchema.nullable().optional(),
        ...lineDetails,
      }),
    )
    .output(type<null>()),
  /** What is left out stays; null takes back what was said. */
  describeEncounter: verb.input(encounterWishSchema).output(type<null>()),
  /** The member signed, or takes back, to pay what the line's decision leaves to him or her. */
  recordConsent: verb
    .input(z.object({ lineId: z.string().max(40), isSigned: z.boolean() }))
    .output(type<null>()),
  /** Whoever is served, or collects, signed the visit's paper; a change of the lines takes it back. */
  recordSignature: verb.input(z.object({ isSigned: z.boolean() })).output(type<null>()),
  /** The referred line leaves the visit as a request for approval of its own. */
  sendForApproval: verb.input(z.object({ lineId: z.string().max(40) })).output(type<SentRequest>()),
  /** What may be given instead of a line's medicine: approved, and better for the patient; null: nothing. */
  findInstead: verb
    .input(z.object({ lineId: z.string().max(40) }))
    .output(type<InsteadView | null>()),
  /** What is not given in the place of a line that is not approved whole, for a narrow therapeutic index; null: nothing. */
  findNotExchangeable: verb
    .input(z.object({ lineId: z.string().max(40) }))
    .output(type<Item | null>()),
  /** Puts what was found in the line's place; refused where something else would be found now. */
  giveInstead: verb
    .input(z.object({ lineId: z.string().max(40), itemCode: z.string().max(40) }))
    .output(type<null>()),
  removeLine: verb.input(z.object({ lineId: z.string().max(40) })).output(type<null>()),
  /** Orders a medicine; without a quantity, what the dose takes over its days. */
  prescribe: verb
    .input(
      z.object({
        itemCode: z.string().max(40),
        /** Tenths of a base unit. */
        dose: z.number().int().min(1).max(10_000),
        timesPerDay: z.number().int().min(1).max(24),
        days: z.number().int().min(1).max(255),
        refills: z.number().int().min(0).max(11).default(0),
        quantity: z.number().int().min(1).max(0xff_ff).optional(),
      }),
    )
    .output(type<{ readonly lineId: string }>()),
  removeOrdered: verb.input(z.object({ lineId: z.string().max(40) })).output(type<null>()),
  /** Adds what is left of a prescription on the card: one medicine, or without one all of them. */
  fillPrescription: verb
    .input(
      z.object({
        prescriptionId: z.string().max(60),
        itemCode: z.string().max(40).nullable().default(null),
      }),
    )
    .output(type<null>()),
  /** Enters what a prescription on paper orders of a line's medicine. */
  enterPaper: verb
    .input(
      z.object({
        lineId: z.string().max(40),
        prescriberName: z.string().trim().min(1).max(60),
        licence: z
          .string()
          .trim()
          .min(1)
          .max(20)
          .regex(/^[^\p{C}]+$/u),
        on: calendarDateSchema,
        /** Base units, all fillings together. */
        quantity: z.number().int().min(1).max(0xff_ff),
      }),
    )
    .output(type<null>()),
  dropPaper: verb.input(z.object({ prescriptionId: z.string().max(60) })).output(type<null>()),
  /** Answers for going on in spite of a clinical alert; without one of the reasons it takes words of one's own. */
  acknowledgeAlert: verb
    .input(
      z
        .object({
          alertId: z.string().max(300),
          reason: z.enum(acknowledgementReasons),
          note: z
            .string()
            .trim()
            .max(200)
            .regex(/^[^\p{C}]*$/u)
            .transform((words) => (words === '' ? null : words))
            .nullable()
            .default(null),
        })
        .refine(({ reason, note }) => reason !== 'other' || note !== null, { path: ['note'] }),
    )
    .output(type<null>()),
  /** Saves claim and prescription durably: what it returns survives a power cut. */
  save: verb.output(type<SavedClaim>()),
  /** Opens a new visit for the card that is still in the reader after one has ended. */
  openAgain: verb.output(type<null>()),
  /** Sets the visit aside without saving anything. */
  close: verb.output(type<null>()),
};
