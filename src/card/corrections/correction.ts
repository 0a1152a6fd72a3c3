import type { LedgerEvent } from '../profile/ledger-builder.ts';
import type { CheckpointRecord, SupplyRow } from '../profile/ledger-record.ts';
import type { BasketUse, KeptBaskets } from '../profile/running-ceilings.ts';

/** What one void takes off a card, in the card's own terms: beyond what the claim's voids before it took. */
export interface Correction {
  /** The claim's records on the card, oldest first. */
  readonly records: readonly PlacedRecord[];
  /** The so-manieth void of the claim, from 1. */
  readonly number: number;
  /** In the order in which they are written: what filled each prescription, and what filled none. */
  readonly groups: readonly ReturnedGroup[];
  /** The baskets that run along; null where none is kept. */
  readonly baskets: KeptBaskets | null;
  /** What it takes away from them, below zero. */
  readonly uses: readonly BasketUse[];
  /** The claim's own rows among the active supplies that are no longer true. */
  readonly gone: readonly SupplyRow[];
  /** What was kept of it, in their stead. */
  readonly left: readonly SupplyRow[];
}

export interface PlacedRecord {
  readonly seq: number;
  /** As the next record names it: 8 bytes, hex. */
  readonly hash: string;
}

export interface ReturnedGroup {
  readonly fills: CheckpointRecord['fills'];
  /** `quantity` in base units. */
  readonly lines: readonly Pick<LedgerEvent['lines'][number], 'cardCode' | 'quantity'>[];
}

/** The record by which the card knows what is corrected. */
export const firstRecordOf = ({ records }: Pick<Correction, 'records'>): PlacedRecord | null =>
  records[0] ?? null;
