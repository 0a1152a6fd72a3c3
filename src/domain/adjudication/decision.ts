import type { Shown } from '../facts.ts';
import type { Money } from '../money.ts';
import type { Bearer, FactUsed, LineOutcome, NearestChange } from './evidence.ts';
import type { CheckId, ReasonCode } from './reasons.ts';
import type { CheckMode } from './rule-pack.ts';

export type {
  Bearer,
  FactName,
  FactUsed,
  LineOutcome,
  NearestChange,
  NextStep,
} from './evidence.ts';

/** A claim's verdict, the set of X12 278. */
export type ClaimOutcome = 'approved' | 'partial' | 'pended' | 'declined';

/** What one check said of one line (or of the claim as a whole). */
export interface Finding {
  readonly check: CheckId;
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
  /** The approval that sets the finding aside: it stays visible and decides nothing. */
  readonly waivedBy: string | null;
}

/**
 * The money of one line or of a whole claim, in minor units.
 * claimed = insurer + memberShare + memberPrivate + providerWriteOff + otherPayers, exactly; nothing is negative.
 */
export interface Amounts {
  readonly claimed: Money;
  readonly insurer: Money;
  readonly memberShare: Money;
  readonly memberPrivate: Money;
  readonly providerWriteOff: Money;
  /** What other insurances and liable parties paid; left out: nothing. */
  readonly otherPayers?: Money;
}

/** One step of the arithmetic, in the order in which it was done. */
export interface MoneyStep {
  readonly step:
    | 'claimed'
    | 'tax-claimed' // on top of the price
    | 'tax-contained' // in the price
    | 'list-price'
    | 'decree-price'
    | 'discount'
    | 'percent-of'
    | 'allowed'
    | 'above-reference'
    | 'included'
    | 'lowered'
    | 'lowered-own'
    | 'tax-unpaid' // the provider's
    | 'tax-payable'
    | 'deductible'
    | 'co-payment'
    | 'co-insurance'
    | 'out-of-pocket'
    | 'tax-member' // beside the member's share
    | 'over-ceiling'
    | 'other-payers'
    | 'insurer';
  readonly amount: Money;
  readonly shown: Readonly<Record<string, Shown>>;
}

/** A line's tax, in minor units. */
export interface DecidedTax {
  /** Null: the item is of no category, and what was asked is not due. */
  readonly category: string | null;
  /** 825 is 8.25 %; null: no rate is known on the service date. */
  readonly perTenThousand: number | null;
  /** Whether the prices contain it; else it comes on top. */
  readonly isInPrices: boolean;
  /** In what is claimed, in the insurer's part and in the member's share. */
  readonly claimed: Money;
  readonly insurer: Money;
  readonly member: Money;
  /** Whether it uses up ceilings, and whether the member's part of it counts as their share. */
  readonly isCounted: boolean;
  readonly isShared: boolean;
}

export interface DecidedLine {
  readonly lineId: string;
  readonly outcome: LineOutcome;
  /** "Paid for sure": approved or reduced on facts inside the hard limits. */
  readonly guaranteed: boolean;
  /** Every check's finding, worst first, then in the registry's order. */
  readonly findings: readonly Finding[];
  /** Base units that are paid for, and how many days they last; null for what is no supply. */
  readonly allowedQuantity: number;
  readonly allowedDays: number | null;
  readonly amounts: Amounts;
  /** What of the member's share is deductible and fixed co-payment; left out: nothing. */
  readonly deductible?: Money;
  readonly coPayment?: Money;
  /** Contained in the line's amounts; left out: none was due or asked. */
  readonly tax?: DecidedTax;
  /** What is the member's own beyond the share: private once signed for, and until then on nobody. */
  readonly ownPart: Money;
  readonly steps: readonly MoneyStep[];
}

/** The verdict on a claim: can be shown, printed, replayed byte for byte, and argued about. */
export interface Decision {
  readonly engineVersion: number;
  readonly packId: string;
  readonly packVersion: number;
  readonly claimId: string;
  /** The key is told where the contract has several. */
  readonly currency: { readonly code: string; readonly exponent: number; readonly key?: string };
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
