import type { CalendarDate, Instant } from '../dates.ts';
import type { Shown, Source } from '../facts.ts';
import type { Money } from '../money.ts';
import type { CheckMode } from './rule-pack.ts';
import type { ReasonCode } from './reasons.ts';

/** A line's verdict, from best to worst. */
export type LineOutcome = 'approved' | 'reduced' | 'referred' | 'declined';

/** A claim's verdict, the set of X12 278. */
export type ClaimOutcome = 'approved' | 'partial' | 'pended' | 'declined';

/** Who bears what is not payable: the provider, or the member by prior signed consent. */
export type Bearer = 'provider' | 'member';

/** One fact that a check looked at, as it is shown and argued about. */
export interface FactUsed {
  /** Names the fact; its label is a text of the house: `cover`, `price`, `last-supply`… */
  readonly name: FactName;
  /** Null when the fact is unknown. */
  readonly value: Shown | null;
  readonly source: Source;
  readonly asOf: Instant | null;
}

export type FactName =
  | 'card-authentication'
  | 'holder-confirmation'
  | 'card-validity'
  | 'hotlist'
  | 'policy-status'
  | 'policy-period'
  | 'member-period'
  | 'service-date'
  | 'plan'
  | 'benefit'
  | 'item'
  | 'list-price'
  | 'asked-price'
  | 'last-supply'
  | 'days-supplied'
  | 'repeat-threshold'
  | 'supplier'
  | 'co-insurance';

/** The nearest change that would make the line pass. */
export type NearestChange =
  | { readonly kind: 'wait-until'; readonly date: CalendarDate }
  | { readonly kind: 'unit-price'; readonly price: Money }
  | { readonly kind: 'request-approval' }
  | { readonly kind: 'confirm-holder' }
  | { readonly kind: 'member-pays' };

/** What one check said of one line (or of the claim as a whole). */
export interface Finding {
  readonly check: string;
  readonly outcome: LineOutcome;
  readonly mode: CheckMode;
  /** Null when the check passed. */
  readonly reason: ReasonCode | null;
  /** Values that the reason's sentence shows, by placeholder. */
  readonly shown: Readonly<Record<string, Shown>>;
  readonly facts: readonly FactUsed[];
  readonly clause: string | null;
  readonly bearer: Bearer | null;
  readonly nearest: NearestChange | null;
}

/**
 * The money of one line or of a whole claim, in minor units.
 * claimed = insurer + memberShare + memberPrivate + providerWriteOff, exactly; nothing is negative.
 */
export interface Amounts {
  readonly claimed: Money;
  readonly insurer: Money;
  readonly memberShare: Money;
  readonly memberPrivate: Money;
  readonly providerWriteOff: Money;
}

/** One step of the arithmetic, in the order in which it was done. */
export interface MoneyStep {
  readonly step: 'claimed' | 'list-price' | 'allowed' | 'co-insurance' | 'insurer';
  readonly amount: Money;
  readonly shown: Readonly<Record<string, Shown>>;
}

export interface DecidedLine {
  readonly lineId: string;
  readonly outcome: LineOutcome;
  /** "Paid for sure": approved or reduced on facts inside the hard limits. */
  readonly guaranteed: boolean;
  /** Every check's finding, worst first, then in the registry's order. */
  readonly findings: readonly Finding[];
  readonly allowedQuantity: number;
  readonly amounts: Amounts;
  readonly steps: readonly MoneyStep[];
}

/** The verdict on a claim: can be shown, printed, replayed byte for byte, and argued about. */
export interface Decision {
  readonly engineVersion: number;
  readonly packId: string;
  readonly packVersion: number;
  readonly claimId: string;
  readonly currency: { readonly code: string; readonly exponent: number };
  readonly outcome: ClaimOutcome;
  readonly lines: readonly DecidedLine[];
  /** Totals over lines that are in the claim; referred lines stand outside (`outsideTotal`). */
  readonly totals: Amounts;
  /** What is claimed by referred lines, outside the totals until they are approved. */
  readonly outsideTotal: Money;
  /** The member's part (share + private), rounded to the pack's cash step. */
  readonly cashDue: Money;
}

/** Whether this person is covered here today, before any line is entered. */
export interface Eligibility {
  readonly outcome: LineOutcome;
  readonly findings: readonly Finding[];
}
