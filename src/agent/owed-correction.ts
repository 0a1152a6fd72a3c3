import type { Correction } from '#card/corrections/correction.ts';
import type { LedgerState } from '#card/profile/ledger-builder.ts';
import type { Instant } from '#domain/dates.ts';

/** What a void owes to the card in the reader. */
export interface OwedCorrection {
  /** The `void` event. */
  readonly voidId: string;
  /** The claim; of another terminal's, which it does not name, the void again. */
  readonly claimId: string;
  readonly correction: Correction;
  /** When the centre told of it; null for a void of this terminal's own. */
  readonly toldAt: Instant | null;
}

/** Its records as the card lacks them, signed, oldest first, and where the ledger stands behind them. */
export interface PlannedCorrection {
  readonly owed: OwedCorrection;
  readonly records: readonly Uint8Array[];
  readonly ledger: LedgerState;
}

/** All that came back of what a card tells. */
export interface PlannedReturns {
  /** What the first of their records follows. */
  readonly before: LedgerState;
  readonly corrections: readonly PlannedCorrection[];
}
