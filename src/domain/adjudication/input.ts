import type { Claim, Supply } from '../claims.ts';
import type { Instant, Period } from '../dates.ts';
import type { Fact } from '../facts.ts';
import type { Membership, Person } from '../people.ts';

/** What the card proved, by CARD's passive and active authentication. */
export type CardProof =
  | 'genuine' // issuer's signature and the card's own key both verified
  | 'copy-suspected' // the issuer's signature holds, the card's key did not answer
  | 'forged' // the issuer's signature does not hold
  | 'issuer-unknown' // this terminal does not know the issuer's key
  | 'none'; // no card was presented

export interface CardEvidence {
  readonly proof: CardProof;
  readonly cardNumber: string | null;
  /** The card's own validity, both ends included; null without a card. It never decides cover. */
  readonly validity: Period | null;
}

/** How the operator answered "is this the person in front of you?". */
export type HolderConfirmation = 'confirmed' | 'not-yet' | 'refused';

/** An entry of the insurer's list of blocked cards. */
export interface HotlistEntry {
  readonly cardNumber: string;
  readonly since: Instant;
  readonly why: 'lost' | 'stolen' | 'replaced' | 'cancelled' | 'fraud';
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
}
