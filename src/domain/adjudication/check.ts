import type { Approval, ClaimLine } from '../claims.ts';
import type { Shown } from '../facts.ts';
import type { Money } from '../money.ts';
import type { Bearer, FactUsed, LineOutcome, NearestChange } from './evidence.ts';
import type { AdjudicationInput } from './input.ts';
import type { ItemTerms } from './item-terms.ts';
import type { LineMoney } from './line-money.ts';
import type { BenefitRule, CompiledPack, Item, PriceRow } from './rule-pack.ts';

/** What a check says; the engine adds the check's id and mode to make the finding. */
export interface Said<Code extends string> {
  readonly outcome: LineOutcome;
  readonly reason: Code | null;
  readonly shown?: Readonly<Record<string, Shown>>;
  readonly facts?: readonly FactUsed[];
  readonly clause?: string | null;
  readonly bearer?: Bearer | null;
  readonly nearest?: NearestChange | null;
}

/** What every check may look at. */
export interface ClaimContext {
  readonly input: AdjudicationInput;
  readonly pack: CompiledPack;
}

/** An earlier line of the claim as it was allowed: what it used, later lines no longer have. */
export interface AllowedLine extends ClaimLine {
  /** Base units allowed. */
  readonly quantity: number;
  readonly insurer: Money;
  /** Payable before it is shared. */
  readonly payable: Money;
  /** The approval on which it rests, and the prescription that it fills. */
  readonly restsOn: string | null;
  readonly fills: string | null;
}

/** A line with what the pack knows of it, before anything is reckoned. */
export interface LineBase extends ClaimContext {
  readonly line: ClaimLine;
  /** Null when the pack does not know the code. */
  readonly item: Item | null;
  readonly price: PriceRow | null;
  readonly planCode: string | null;
  /** Null when the member's plan is unknown or says nothing of the item's benefit. */
  readonly rule: BenefitRule | null;
  /** Null when the item is unknown. */
  readonly terms: ItemTerms | null;
  /** What the line is for: its own diagnoses, else the claim's; the principal one first. */
  readonly diagnoses: readonly string[];
  /** The insurer's approval on which the line rests, if there is one. */
  readonly approval: Approval | null;
  readonly allowedBefore: readonly AllowedLine[];
}

/** What a line's check may look at. */
export interface LineContext extends LineBase {
  /** The line's arithmetic; null without an asked or a list price that can be reckoned with. */
  readonly money: LineMoney | null;
}

interface Described<Code extends string, Id extends string> {
  readonly id: Id;
  /** The requirements it answers: `M5`. */
  readonly requirements: readonly string[];
  /** Every reason it can give; `run` may give no other. */
  readonly reasons: readonly Code[];
  /** The amounts rest on it: no mode of the pack can silence it. */
  readonly alwaysEnforced?: true;
}

/** A question about the person and the card, asked once for the whole claim. */
export interface ClaimCheck<Code extends string = string, Id extends string = string>
  extends Described<Code, Id> {
  readonly scope: 'claim';
  run(context: ClaimContext): Said<NoInfer<Code>>;
}

/** A question about one line. */
export interface LineCheck<Code extends string = string, Id extends string = string>
  extends Described<Code, Id> {
  readonly scope: 'line';
  /** A check that may pay for fewer units than are asked: how many, and who bears the others. */
  readonly limit?: UnitLimit;
  run(context: LineContext): Said<NoInfer<Code>>;
}

export interface UnitLimit {
  readonly bearer: Bearer;
  /** Base units, whole saleable ones; null where it does not limit. Below one the check itself refuses. */
  units(base: LineBase): number | null;
}

/** Declares a check of the claim: its id and its reasons become types. */
export const claimCheck = <const Code extends string, const Id extends string>(
  check: Omit<ClaimCheck<Code, Id>, 'scope'>,
): ClaimCheck<Code, Id> => ({ ...check, scope: 'claim' });

/** Declares a check of one line: its id and its reasons become types. */
export const lineCheck = <const Code extends string, const Id extends string>(
  check: Omit<LineCheck<Code, Id>, 'scope'>,
): LineCheck<Code, Id> => ({ ...check, scope: 'line' });

interface Details {
  readonly shown?: Readonly<Record<string, Shown>>;
  readonly facts: readonly FactUsed[];
  readonly clause?: string | null;
  readonly nearest?: NearestChange | null;
}

export const pass = (details: Details): Said<never> => ({
  ...details,
  outcome: 'approved',
  reason: null,
});

/** Cannot be decided here: a fact is missing, stale or unverifiable. Without a nearer step the insurer is asked. */
export const refer = <const Code extends string>(reason: Code, details: Details): Said<Code> => ({
  nearest: { kind: 'request-approval' },
  ...details,
  outcome: 'referred',
  reason,
});

/** Payable in part; the bearer takes the rest. */
export const reduce = <const Code extends string>(
  reason: Code,
  bearer: Bearer,
  details: Details,
): Said<Code> => ({ ...details, outcome: 'reduced', reason, bearer });

/** Not payable; the bearer takes all of it. Without a nearer step the member pays, or the line is left out. */
export const decline = <const Code extends string>(
  reason: Code,
  bearer: Bearer,
  details: Details,
): Said<Code> => ({
  nearest: { kind: bearer === 'member' ? 'member-pays' : 'leave-out' },
  ...details,
  outcome: 'declined',
  reason,
  bearer,
});
