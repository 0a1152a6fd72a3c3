import type { Money } from '../money.ts';

/** How far the terminal may decide by itself; null where the contract sets no limit. */
export interface OfflinePolicy {
  readonly membership: StalenessLimit & {
    /** Days after the end of a cover in which it passes where it may have been renewed since; left out: none. */
    readonly graceDays?: number;
  };
  readonly hotlist: StalenessLimit;
  /** The pack itself: rules and prices. */
  readonly rules: StalenessLimit | null;
  readonly limits: OfflineLimits | null;
  readonly clock: ClockLimits | null;
  /** Whether a health card of another kind, which proves nothing, will do; left out: it refers. */
  readonly otherCards?: 'refer' | 'accept';
  /** Whether a card must prove, after each record, that it holds it; left out: its status word will do. */
  readonly proveAppends?: boolean;
}

/** Soft limits warn, hard limits refer; in hours. */
export interface StalenessLimit {
  readonly softHours: number;
  readonly hardHours: number;
}

/** What a terminal may let through while it is offline; amounts are the insurer's shares. */
export interface OfflineLimits {
  /** Most per claim; half of it once membership, hotlist or rules are past their soft age. */
  readonly floor: Money;
  readonly perMember: { readonly claims: number; readonly amount: Money };
  readonly perTerminal: { readonly claims: number; readonly amount: Money };
  /** How many claims in a thousand are referred at random. */
  readonly referPerThousand: number;
  readonly clause: string;
}

/** How far the wall clock may run ahead of the latest time that is certain. */
export interface ClockLimits {
  readonly aheadHours: number;
  readonly clause: string;
}
