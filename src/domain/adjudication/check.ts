import type { Approval } from '../approvals.ts';
import type { ClaimLine } from '../claims.ts';
import type { CalendarDate, Instant } from '../dates.ts';
import type { Shown } from '../facts.ts';
import type { Money } from '../money.ts';
import type { CeilingState } from './ceilings.ts';
import type { DecidedLine } from './decision.ts';
import type { Bearer, FactUsed, LineOutcome, NearestChange } from './evidence.ts';
import type { Freed } from './freed.ts';
import type { AdjudicationInput } from './input.ts';
import type { ItemTerms } from './item-terms.ts';
import type { LineMoney } from './line-money.ts';
import type { Lowering } from './lower-line.ts';
import type { BenefitRule, CheckMode, CompiledPack, Item, PriceRow } from './rule-pack.ts';

/** What a check says; the engine adds the check's id and mode to make the finding. */
export interface Said<Code extends string> {
  readonly outcome: LineOutcome;
  readonly reason: Code | null;
  readonly shown: Readonly<Record<string, Shown>>;
  readonly facts: readonly FactUsed[];
  readonly clause: string | null;
  readonly bearer: Bearer | null;
  readonly nearest: NearestChange | null;
  /** What is said more softly than the check speaks; left out: as it speaks. */
  readonly mode?: CheckMode;
}

/** What every check may look at. */
export interface ClaimContext {
  /** As of the line's own day, which its claim then bears. */
  readonly input: AdjudicationInput;
  readonly pack: CompiledPack;
}

/** An earlier line of the claim as it was allowed: what it used, later lines no longer have. */
export interface AllowedLine extends ClaimLine {
  /** Base units allowed. */
  readonly quantity: number;
  readonly day: CalendarDate;
  readonly insurer: Money;
  /** Payable before it is shared. */
  readonly payable: Money;
  /** Payable at the contract's prices: before tax and ceilings. */
  readonly priced: Money;
  /** What was allowed for one unit. */
  readonly allowedPrice: Money;
  /** As it was decided: what counters count of it. */
  readonly decided: DecidedLine;
  /** The approval on which it rests, and the prescription that it fills. */
  readonly restsOn: string | null;
  readonly fills: string | null;
}

/** An item under a plan, with what the pack says of it whatever the claim. */
export interface Subject {
  readonly pack: CompiledPack;
  /** Null when the pack does not know the code. */
  readonly item: Item | null;
  readonly planCode: string | null;
  /** Null when the member's plan is unknown or says nothing of the item's benefit. */
  readonly rule: BenefitRule | null;
  /** Null when the item is unknown. */
  readonly terms: ItemTerms | null;
}

/** A line with what the pack knows of it, before anything is reckoned. */
export interface LineBase extends ClaimContext, Subject {
  readonly line: ClaimLine;
  /** When it was entered: of a line that does not say, when it is decided. */
  readonly orderedAt: Instant;
  readonly price: PriceRow | null;
  /** What the line is for: its own diagnoses, else the claim's; the principal one first. */
  readonly diagnoses: readonly string[];
  /** The insurer's approval on which the line rests, if there is one. */
  readonly approval: Approval | null;
  readonly allowedBefore: readonly AllowedLine[];
  /** Those of them of the line's own day; the services and supplies of the others are in its history. */
  readonly allowedThatDay: readonly AllowedLine[];
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
export interface LineCheck<
  Code extends string = string,
  Id extends string = string,
  Asked = unknown,
> extends Described<Code, Id> {
  readonly scope: 'line';
  /**
   * What the contract asks of the item under the plan, looked up once for both; null: nothing, and every line
   * passes unasked. Left out: each line is asked.
   */
  asks?(subject: Subject): Asked | null;
  /** A check that may pay for fewer units than are asked: how many, and who bears the others. */
  readonly limit?: UnitLimit<Asked>;
  /** A check that may free the line of the member's share, or of any payment: of which; null: of neither. */
  frees?(base: LineBase, asked: NoInfer<Asked>): Freed | null;
  /** A check that may pay less of what is payable: the terms that hold of the line. */
  lowers?(base: LineBase, asked: NoInfer<Asked>): readonly Lowering[];
  /** The ceilings within which it holds the insurer's share. */
  caps?(base: LineBase, asked: NoInfer<Asked>): readonly CeilingState[];
  run(context: LineContext, asked: NoInfer<Asked>): Said<NoInfer<Code>>;
}

export interface UnitLimit<Asked = unknown> {
  readonly bearer: Bearer;
  /** Base units, whole saleable ones; null where it does not limit. Below one the check itself refuses. */
  units(base: LineBase, asked: NoInfer<Asked>): number | null;
}

/** Declares a check of the claim: its id and its reasons become types. */
export const claimCheck = <const Code extends string, const Id extends string>(
  check: Omit<ClaimCheck<Code, Id>, 'scope'>,
): ClaimCheck<Code, Id> => ({ ...check, scope: 'claim' });

/** Declares a check of one line: its id and its reasons become types. */
export const lineCheck = <const Code extends string, const Id extends string, Asked>(
  check: Omit<LineCheck<Code, Id, Asked>, 'scope'>,
): LineCheck<Code, Id> => ({ ...check, scope: 'line' });

interface Details {
  readonly shown?: Readonly<Record<string, Shown>>;
  readonly facts: readonly FactUsed[];
  readonly clause?: string | null;
  readonly nearest?: NearestChange | null;
}

export const nothingShown: Readonly<Record<string, Shown>> = {};

export const pass = (details: Details): Said<never> =>
  say<never>('approved', null, null, details, null);

/** What a check says of a line of which the contract asks nothing. */
export const nothingAsked: Said<never> = pass({ facts: [] });

/** Cannot be decided here: a fact is missing, stale or unverifiable. Without a nearer step the insurer is asked. */
export const refer = <const Code extends string>(reason: Code, details: Details): Said<Code> =>
  say('referred', reason, null, details, { kind: 'request-approval' });

/** Payable in part; the bearer takes the rest. */
export const reduce = <const Code extends string>(
  reason: Code,
  bearer: Bearer,
  details: Details,
): Said<Code> => say('reduced', reason, bearer, details, null);

/** Not payable; the bearer takes all of it. Without a nearer step the member pays, or the line is left out. */
export const decline = <const Code extends string>(
  reason: Code,
  bearer: Bearer,
  details: Details,
): Said<Code> =>
  say('declined', reason, bearer, details, {
    kind: bearer === 'member' ? 'member-pays' : 'leave-out',
  });

function say<Code extends string>(
  outcome: LineOutcome,
  reason: Code | null,
  bearer: Bearer | null,
  { shown = nothingShown, facts, clause = null, nearest }: Details,
  usual: NearestChange | null,
): Said<Code> {
  return {
    outcome,
    reason,
    shown,
    facts,
    clause,
    bearer,
    nearest: nearest === undefined ? usual : nearest,
  };
}
