import type { Approval } from '../approvals.ts';
import type { Claim, Recall } from '../claims.ts';
import type { CalendarDate, Instant, Period } from '../dates.ts';
import type { Enrolment } from '../enrolments.ts';
import type { Fact } from '../facts.ts';
import type { ServiceHistory, SpecialUse, Supply } from '../history.ts';
import type { Money } from '../money.ts';
import type { OtherCardKind } from '../other-cards.ts';
import type { Collector, ListedCollector, Membership, Person } from '../people.ts';
import type { Prescription } from '../prescriptions.ts';

/** What the card proved, by CARD's passive and active authentication. */
export type CardProof =
  | 'genuine' // issuer's signature and the card's own key both verified
  | 'copy-suspected' // the issuer's signature holds, the card's key did not answer
  | 'forged' // the issuer's signature does not hold
  | 'issuer-unknown' // this terminal does not know the issuer's key
  | 'unauthenticated' // a health card of another kind, which proves nothing here
  | 'none'; // no card was presented

export interface CardEvidence {
  readonly proof: CardProof;
  readonly cardNumber: string | null;
  /** The card's own validity, both ends included; null without a card. It never decides cover. */
  readonly validity: Period | null;
  /** Of an unauthenticated card. */
  readonly kind?: OtherCardKind;
}

/** How the operator answered "is this the person in front of you?". */
export type HolderConfirmation =
  | 'confirmed'
  | 'not-yet'
  | 'refused'
  /** The holder is not here: this person collects for them. */
  | { readonly collectedBy: Collector };

/** The answer as a word: whoever collects, it is collected. */
export const holderWord = (holder: HolderConfirmation) =>
  typeof holder === 'object' ? 'collected' : holder;

export type HolderProofKind = 'pin' | 'signature';

/** How the PIN of the person's own card stands in this visit. */
export type HolderPin =
  | 'verified'
  | 'wanted'
  /** Entered wrongly too often, until the issuer unblocks it. */
  | 'blocked'
  /** The card has none. */
  | 'not-set';

/** How the holder proved to be the one, beyond the card and the operator's look. */
export interface HolderProofs {
  /** By the card, as of when it was entered; unknown while no card is in the reader. */
  readonly pin?: Fact<HolderPin>;
  /** Whoever is served, or collects, signed the visit's paper: by whom of the staff, and when it was stated. */
  readonly signed?: { readonly at: Instant; readonly userId: string };
}

/** What stands in place of the person's own card; stated by the operator. */
export type InsteadOfCard =
  /** A forgotten or broken card: the person was looked up in the members' data. */
  | { readonly kind: 'member-number'; readonly why: 'forgotten' | 'broken' }
  | { readonly kind: 'emergency' }
  /** A child, present with whoever holds the card that was read. */
  | { readonly kind: 'guardian-card'; readonly guardian: CardHolder }
  /** A newborn, whom no data know yet: served on its mother's membership, whose number the person bears. */
  | { readonly kind: 'mother-card' };

/** The holder of a card on which somebody else is served. */
export interface CardHolder {
  readonly memberNumber: string;
  /** By the members' data; null where they do not have the holder. */
  readonly policyNumber: string | null;
  /** As the members' data name the family; null, or left out, where they do not. */
  readonly familyId?: string | null;
}

/**
 * Under what the person's supplies and services are kept: the member number; for a newborn, who bears its
 * mother's, that and its birth date, so that neither keeps the other from a repeat. Null: nobody knows who.
 */
export const historyKey = (whose: Served): string | null =>
  whose.person === null ? null : newbornKey(whose.person.memberNumber, newbornBirth(whose));

/** Who is served, and on whose card. */
type Served = Pick<AdjudicationInput, 'person' | 'insteadOfCard'>;

/** The birth date by which a newborn is told from its mother; left out of what is somebody's own. */
export const newbornBirth = ({ person, insteadOfCard }: Served): CalendarDate | undefined =>
  insteadOfCard?.kind === 'mother-card' ? person?.birth.date : undefined;

/** The member number, or the mother's with the newborn's birth date. */
export const newbornKey = (memberNumber: string, bornOn: CalendarDate | undefined): string =>
  bornOn === undefined ? memberNumber : `${memberNumber}/${bornOn}`;

/** An entry of the insurer's list of blocked cards. */
export interface HotlistEntry {
  readonly cardNumber: string;
  readonly since: Instant;
  readonly why: 'lost' | 'stolen' | 'replaced' | 'cancelled' | 'fraud';
}

/** What is known of one ceiling's use in the period that contains the service date. */
export interface CeilingUse {
  readonly ceilingId: string;
  /** Null: of a lifetime, or of a course. */
  readonly period: Period | null;
  /** Of which course, as `courseKey` names it; left out: it is counted over a period. */
  readonly course?: string;
  /**
   * All that was used, one fact per place that knows (card, centre), each with this terminal's own claims
   * that the place has not seen yet. Minor units or counts, as the ceiling's basis says. The greatest counts.
   */
  readonly totals: readonly Fact<number>[];
  /** What this terminal's own claims used of it. */
  readonly own: Fact<number>;
  /** The currency key of its amounts; left out: the contract's first, while that holds. */
  readonly currency?: string;
}

/** What this terminal let through since the centre last took its claims, before this one. */
export interface OfflineTotals {
  /** The facts of this claim were fetched from the centre before deciding: the limits are not asked. */
  readonly isOnline: boolean;
  /** The currency key of its amounts; left out: the contract's first, while that holds. */
  readonly currency?: string;
  readonly member: { readonly claims: number; readonly amount: Money };
  readonly terminal: { readonly claims: number; readonly amount: Money };
  /** What the issuer wrote on the person's own card for it; left out: nothing. */
  readonly card?: CardLimits;
}

/** What a card bounds for its holder beyond what the contract does for everybody; null: not that. */
export interface CardLimits {
  /** Most per claim. */
  readonly perClaim: Money | null;
  readonly amount: Money | null;
  readonly claims: number | null;
}

/** The wall clock against the latest time that is certain: signed, or of an event that could be believed. */
export interface ClockReading {
  readonly bound: Instant;
  readonly wall: Instant;
  /** The last day that was closed here; null before the first. */
  readonly lastDayClose: CalendarDate | null;
}

/**
 * Everything the engine may look at. Events carry it whole, so that any decision can be replayed.
 * Plain JSON: no functions, no dates as objects, no undefined.
 */
export interface AdjudicationInput {
  /** Seeds what must look random yet be replayable. */
  readonly eventId: string;
  /** The terminal's time when it decided; ages of facts are measured against it. */
  readonly decidedAt: Instant;
  readonly claim: Claim;
  readonly person: Person | null;
  readonly card: CardEvidence;
  readonly holder: HolderConfirmation;
  /** Known null: the members' data are here and do not contain this member. */
  readonly membership: Fact<Membership | null>;
  /** Known null: the hotlist is here and this card is not on it. */
  readonly hotlist: Fact<HotlistEntry | null>;
  /** One fact per place that knows earlier supplies; an unknown one refers what would need it. */
  readonly supplies: readonly Fact<readonly Supply[]>[];
  /** What follows may be left out: nobody was asked. Where the contract needs it, that refers. */

  /** Left out: the person's own card was read. */
  readonly insteadOfCard?: InsteadOfCard;
  readonly proofs?: HolderProofs;
  /** Data of the person that are marked as not verified: what would decline on them refers. */
  readonly unverified?: readonly ('sex' | 'birth')[];
  /** One fact per place that knows earlier services, medicines included. */
  readonly services?: readonly Fact<ServiceHistory>[];
  /** One fact per place that knows prescriptions. */
  readonly prescriptions?: readonly Fact<readonly Prescription[]>[];
  /** One fact per place that knows approvals. */
  readonly approvals?: readonly Fact<readonly Approval[]>[];
  /** The member's places in programmes. */
  readonly enrolments?: Fact<readonly Enrolment[]>;
  /** To whom controlled medicines may be handed in the member's place. */
  readonly collectors?: Fact<readonly ListedCollector[]>;
  /** Batches of the claim's items that are called back. */
  readonly recalls?: Fact<readonly Recall[]>;
  /** One fact per place that knows which of the claim's special prescriptions were used up before. */
  readonly specialUses?: readonly Fact<readonly SpecialUse[]>[];
  readonly usage?: readonly CeilingUse[];
  readonly offline?: Fact<OfflineTotals>;
  readonly clock?: ClockReading;
  /** When the rule pack was published. */
  readonly rulesAsOf?: Instant;
}
