import { eventIterator, oc, type } from '@orpc/contract';
import { z } from 'zod';
import type { Item } from '#domain/adjudication/rule-pack.ts';
import { acknowledgementReasons } from '#domain/clinical/alert.ts';
import type { Failure } from '#domain/failures.ts';
import type { Money } from '#domain/money.ts';
import type { Bilingual } from '#domain/people.ts';
import type { DeskView, InspectionView, TerminalView, UserView } from './agent-views.ts';
import {
  type ClaimCount,
  type ClaimSummary,
  type ClaimView,
  claimStates,
  type DayView,
  type RequestView,
  type SavedClaim,
  type SentRequest,
  type VoidedClaim,
} from './claim-views.ts';
import { encounterWishSchema, lineDetails } from './encounter-wish.ts';
import { takenLinesSchema, voidReasons } from './events/void.ts';
import { medWishSchema } from './med-wish.ts';
import { collectorSchema } from './presence.ts';
import { calendarDateSchema, moneySchema } from './schemas.ts';
import type { InsteadView, PhotoFile } from './visit-views.ts';

/**
 * The agent's API: one contract behind the window's message port and the loopback host's HTTP.
 * Every expected failure travels as the error FAILED, its data being the Failure.
 */
const verb = oc.errors({ FAILED: { status: 422, data: type<Failure>() } });

const quantity = z.number().int().min(1).max(100_000);
const daysSupply = z.number().int().min(1).max(366).nullable();
const memberNumber = z.string().regex(/^\d{1,20}$/);
/** Digits and not text: they are overwritten after use. */
const holderPin = z.array(z.number().int().min(0).max(9)).min(4).max(12);
const query = z.object({
  query: z.string().max(100),
  limit: z.number().int().min(1).max(50).default(12),
});

export const agentContract = {
  terminal: {
    describe: verb.output(type<TerminalView>()),
  },
  session: {
    listUsers: verb.output(type<readonly UserView[]>()),
    signIn: verb
      .input(z.object({ userId: z.string().max(40), pin: z.string().regex(/^\d{4,12}$/) }))
      .output(type<UserView>()),
    signOut: verb.output(type<null>()),
  },
  desk: {
    /** Yields the present state at once, then again at each change. */
    watch: verb.output(eventIterator(type<DeskView>())),
  },
  visit: {
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
    sendForApproval: verb
      .input(z.object({ lineId: z.string().max(40) }))
      .output(type<SentRequest>()),
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
  },
  card: {
    /** The holder enters the PIN of the card in the reader: its older records are then read. Null: on the reader's keys. */
    enterPin: verb.input(z.object({ pin: holderPin.nullable() })).output(type<null>()),
    /** A photo that a visit shows, by its hash. */
    photo: verb
      .input(z.object({ hash: z.string().regex(/^[0-9a-f]{32}$/) }))
      .output(type<PhotoFile>()),
    changePin: verb
      .input(z.object({ old: holderPin.nullable(), next: holderPin.nullable() }))
      .output(type<null>()),
    /** The holder sets a new PIN with the insurer's leave: the PIN goes to the card and nowhere else. */
    unblockPin: verb.input(z.object({ next: holderPin.nullable() })).output(type<null>()),
    /** A doctor writes anew what is to be known in an emergency; false: it waits for the card. */
    writeMed: verb.input(medWishSchema).output(type<{ readonly isOnCard: boolean }>()),
    /** Lets the insurer put on the card in the reader what it has for it; the card is read anew afterwards. */
    renew: verb.output(type<null>()),
  },
  catalogue: {
    findItems: verb
      .input(query.extend({ kinds: z.enum(['medicines', 'services', 'all']).default('all') }))
      .output(type<readonly Item[]>()),
    findDiagnoses: verb
      .input(query)
      .output(type<readonly { readonly code: string; readonly name: Bilingual }[]>()),
  },
  claims: {
    /** The newest 200 that answer to all that is given: newest first. */
    list: verb
      .input(
        z.object({
          day: calendarDateSchema.nullable().default(null),
          state: z.enum(claimStates).nullable().default(null),
          /** Beginnings of words: receipt, member's name or number, item's name or code. */
          words: z.string().max(100).nullable().default(null),
        }),
      )
      .output(type<readonly ClaimSummary[]>()),
    /** Of a service day, or of all days. */
    count: verb
      .input(z.object({ day: calendarDateSchema.nullable() }))
      .output(type<readonly ClaimCount[]>()),
    /** Takes back all that is left of a claim (null), or quantities of its lines. */
    void: verb
      .input(
        z.object({
          claimId: z.string().max(60),
          lines: takenLinesSchema,
          reason: z.enum(voidReasons),
        }),
      )
      .output(type<VoidedClaim>()),
    /** What the member would get back in cash for that, in minor units; nothing is saved. */
    quoteVoid: verb
      .input(z.object({ claimId: z.string().max(60), lines: takenLinesSchema }))
      .output(type<Money>()),
    find: verb.input(z.object({ claimId: z.string().max(60) })).output(type<ClaimView>()),
  },
  requests: {
    /** The newest 100, newest first. */
    list: verb.output(type<readonly RequestView[]>()),
    /** The answers that came were looked at. */
    notice: verb.output(type<null>()),
  },
  day: {
    show: verb.input(z.object({ day: calendarDateSchema })).output(type<DayView>()),
    /** Closes a service day: what is saved for it afterwards is for a person to look at. */
    close: verb.input(z.object({ day: calendarDateSchema })).output(type<DayView>()),
  },
  readers: {
    /** Looks at the card in the reader, for whoever mends readers; it is read anew afterwards. */
    inspect: verb.output(type<InspectionView>()),
  },
  sync: {
    /** Tries now instead of waiting for the next turn. */
    wake: verb.output(type<null>()),
  },
  demo: {
    insertCard: verb.input(z.object({ cardId: z.string().max(40) })).output(type<null>()),
    removeCard: verb.output(type<null>()),
    /** The card loses power in the middle of the next record that is written to it, as when it is pulled. */
    tearNextWrite: verb.output(type<null>()),
    switchServer: verb.input(z.object({ running: z.boolean() })).output(type<null>()),
  },
};

export type AgentContract = typeof agentContract;
