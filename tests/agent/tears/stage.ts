import type { VirtualCard } from '#card/virtual/virtual-card.ts';
import type { CardState } from './card-state.ts';
import type { Counters } from './counter.ts';
import type { WritingFlow } from './flows.ts';

/** Where cases take place. */
export interface Stage {
  readonly counters: Counters;
  /** A new card of somebody who has not been here. */
  nextCard(): VirtualCard;
  stateNow(card: VirtualCard): CardState;
}

/** A flow that was let through to its end: what its cases are generated from and held against. */
export interface Undisturbed {
  /** Instructions of the commands that the card was sent, from its insertion on. */
  readonly commands: readonly number[];
  /** What the card may come to when it is pulled out: before, after each record, and at the end. */
  readonly states: readonly CardState[];
  readonly end: CardState;
  /** Kinds of records that were written. */
  readonly written: readonly string[];
}

/** A card that was pulled out of a flow. */
export interface Torn {
  readonly flow: WritingFlow;
  readonly card: VirtualCard;
  /** The claim that the flow is about; null where it makes one itself. */
  readonly prepared: string | null;
  /** The claim that was saved before the card was pulled; null where it was pulled too early. */
  readonly acted: string | null;
  readonly end: CardState;
  /** All of it was on the card already. */
  readonly isNew: boolean;
}

/** What was begun with a card that never came back. */
export interface LostCard {
  readonly flow: WritingFlow;
  readonly claimId: string;
}
