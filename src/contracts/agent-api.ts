import { eventIterator, type } from '@orpc/contract';
import { z } from 'zod';
import type { Item } from '#domain/adjudication/rule-pack.ts';
import type { Money } from '#domain/money.ts';
import type { Bilingual } from '#domain/people.ts';
import { verb } from './agent-verb.ts';
import type {
  AskedCentre,
  DeskView,
  InspectionView,
  TerminalView,
  UserView,
} from './agent-views.ts';
import {
  type ClaimCount,
  type ClaimSummary,
  type ClaimView,
  claimStates,
  type DayView,
  type RequestView,
  type VoidedClaim,
} from './claim-views.ts';
import { takenLinesSchema, voidReasons } from './events/void.ts';
import { medWishSchema } from './med-wish.ts';
import { calendarDateSchema } from './schemas.ts';
import { visitVerbs } from './visit-verbs.ts';
import type { PhotoFile } from './visit-views.ts';

/** Digits and not text: they are overwritten after use. */
const holderPin = z.array(z.number().int().min(0).max(9)).min(4).max(12);
const query = z.object({
  query: z.string().max(100),
  limit: z.number().int().min(1).max(50).default(12),
});

/**
 * The agent's API: one contract behind the window's message port and the loopback host's HTTP.
 * Every expected failure travels as the error FAILED, its data being the Failure.
 */
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
  visit: visitVerbs,
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
    /** Asks the centre now about the visit's person and card, and answers what came of it. */
    ask: verb.output(type<AskedCentre>()),
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
