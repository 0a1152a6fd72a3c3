import type { Amounts, Decision } from '#domain/adjudication/decision.ts';
import type {
  HolderConfirmation,
  HolderProofs,
  InsteadOfCard,
} from '#domain/adjudication/input.ts';
import type { Approval } from '#domain/approvals.ts';
import type { Clinician } from '#domain/circumstances.ts';
import type { EncounterKind } from '#domain/claims.ts';
import type { CalendarDate, Instant } from '#domain/dates.ts';
import type { Money } from '#domain/money.ts';
import type { Bilingual } from '#domain/people.ts';
import type { VoidBody } from './events/void.ts';
import type { ExplainedLine } from './messages/explain-decision.ts';
import type { Verdict } from './verdicts-api.ts';
import type { AlertView, LineView } from './visit-views.ts';

/** What the agent shows of claims and requests that were saved: plain data, the same through every door. */

/** In the order of a claim's life. */
export const claimStates = [
  'queued',
  'sent',
  'accepted',
  'adjusted',
  'rejected',
  'pended',
  'partly-reversed',
  'reversed',
] as const;

export type ClaimState = (typeof claimStates)[number];

export interface ClaimSummary {
  readonly claimId: string;
  readonly receiptNumber: string;
  readonly serviceDate: CalendarDate;
  readonly savedAt: Instant;
  readonly sentAt: Instant | null;
  readonly verdictAt: Instant | null;
  readonly state: ClaimState;
  readonly member: {
    readonly memberNumber: string;
    readonly nameAr: string;
    readonly nameLatin: string;
  };
  readonly outcome: Decision['outcome'];
  /** What is left once its voids are counted. */
  readonly totals: Amounts;
}

/** The claims of one state: how many, the insurer's part, and how much of it is sure; minor units. */
export interface ClaimCount {
  readonly state: ClaimState;
  readonly claims: number;
  readonly insurer: Money;
  readonly guaranteed: Money;
}

/** A service day: how its claims stand, and when it was closed; null while it is open. */
export interface DayView {
  readonly day: CalendarDate;
  readonly counts: readonly ClaimCount[];
  readonly closedAt: Instant | null;
}

export interface ClaimView extends ClaimSummary {
  /** How the person was known, as the claim's event has it. */
  readonly holder: HolderConfirmation;
  readonly insteadOfCard: InsteadOfCard | null;
  readonly proofs: HolderProofs | null;
  readonly decision: Decision;
  /** Every line's decision in words, as the clauses stand today. */
  readonly explained: readonly ExplainedLine[];
  readonly encounter: EncounterKind;
  /** Null where nobody was named. */
  readonly clinician: Clinician | null;
  readonly lines: readonly LineView[];
  readonly diagnoses: readonly { readonly code: string; readonly name: Bilingual }[];
  /** As they were when it was saved; null where nobody looked, or for those who may not see them. */
  readonly alerts: readonly AlertView[] | null;
  readonly record: { readonly seq: number; readonly hash: string; readonly eventId: string };
  readonly verdict: Verdict | null;
  /** What took it back, oldest first. */
  readonly voids: readonly VoidView[];
  /** What can still be taken back of each line, in base units of the quantity claimed. */
  readonly left: readonly { readonly lineId: string; readonly quantity: number }[];
  /** May the user who asks take it back. */
  readonly isVoidable: boolean;
  /** What the card was given of it; null where nothing was meant for the card. */
  readonly onCard: 'waiting' | 'written' | 'not-ratified' | null;
}

/** A void, with what the member got back and how far it has come. */
export interface VoidView extends Pick<VoidBody, 'reason' | 'lines' | 'refund'> {
  readonly eventId: string;
  readonly voidedAt: Instant;
  readonly sentAt: Instant | null;
  /** Where its correction of the card's history stands; null where nothing of the claim is on a card. */
  readonly onCard: 'waiting' | 'written' | 'not-ratified' | null;
}

/** How far a request for approval has come. */
export const requestStates = [
  'queued',
  'sent',
  'in-review', // a person at the centre has to look at it
  'approved',
  'approved-in-part', // for less than was asked
  'refused',
] as const;

export type RequestState = (typeof requestStates)[number];

/** A line that was sent for approval. */
export interface RequestView {
  readonly requestId: string;
  readonly requestNumber: string;
  readonly requestedAt: Instant;
  readonly sentAt: Instant | null;
  readonly serviceDate: CalendarDate;
  readonly member: ClaimSummary['member'];
  readonly line: LineView;
  readonly state: RequestState;
  /** What this terminal decided of the line, and why. */
  readonly decision: Decision;
  /** What the centre answered: the approval as it was granted, or reasons in its own words. */
  readonly answer: {
    readonly at: Instant;
    readonly approval: Approval | null;
    readonly reasons: readonly string[];
  } | null;
  /** The approval with what the claims saved here have left of it. */
  readonly left: Approval | null;
}

export interface SentRequest {
  readonly requestId: string;
  readonly requestNumber: string;
}

/** An answer of the centre that nobody here has looked at yet. */
export interface AnsweredRequest extends SentRequest {
  readonly state: RequestState;
}

export interface VoidedClaim {
  readonly voidId: string;
  /** What the member gets back in cash, in minor units. */
  readonly refund: Money;
}

export interface SavedClaim {
  readonly claimId: string;
  /** Null where the visit had a prescription only. */
  readonly receiptNumber: string | null;
  readonly prescriptionId: string | null;
  readonly savedAt: Instant;
}
