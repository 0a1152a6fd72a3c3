import type { ClaimLine } from '../claims.ts';
import type { Shown } from '../facts.ts';
import type { Bearer, FactUsed, LineOutcome, NearestChange } from './decision.ts';
import type { AdjudicationInput } from './input.ts';
import type { CompiledPack, Item, PriceRow } from './rule-pack.ts';

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

/** What a line's check may look at besides: the line, what the pack knows of it, and the lines before it. */
export interface LineContext extends ClaimContext {
  readonly line: ClaimLine;
  /** Null when the pack does not know the code. */
  readonly item: Item | null;
  readonly price: PriceRow | null;
  /** Earlier lines of this claim that were allowed: what line 1 used, line 2 no longer has. */
  readonly allowedBefore: readonly ClaimLine[];
}

/** A question about the person and the card, asked once for the whole claim. */
export interface ClaimCheck<Code extends string = string> {
  readonly id: string;
  readonly scope: 'claim';
  /** The requirements it answers: `M5`. */
  readonly requirements: readonly string[];
  readonly reasons: readonly Code[];
  run(context: ClaimContext): Said<Code>;
}

/** A question about one line. */
export interface LineCheck<Code extends string = string> {
  readonly id: string;
  readonly scope: 'line';
  readonly requirements: readonly string[];
  readonly reasons: readonly Code[];
  run(context: LineContext): Said<Code>;
}
