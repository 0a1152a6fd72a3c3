import type { Bilingual } from '../people.ts';
import type { CountingPeriod, Course, ItemScope } from './contract-terms.ts';

/** Something that a contract counts over a period, for one member or a family. What was used of it is a fact. */
export interface Counter {
  /** Under which its use is told; no two counters of a pack share one. */
  readonly ceilingId: string;
  readonly name: Bilingual;
  readonly plans: readonly string[] | null;
  /** Null: everything. */
  readonly scope: ItemScope | null;
  /** An ICD-10 scope: the counter of a diagnosis. Null: whatever the diagnosis. */
  readonly diagnosis: string | null;
  readonly per: 'line' | CountingPeriod | Course;
  readonly of: 'member' | 'family';
  /**
   * What becomes of it when the member changes plans: use before that day is not counted, and the limit is either
   * whole or that of the days left. Left out: use is carried over.
   */
  readonly afterPlanChange?: 'reset' | 'prorate';
  readonly basis: CountedBasis;
  /** Minor units for money, else a count. */
  readonly limit: number;
  /** What this terminal may let through while it cannot know what was used elsewhere; null: nothing. */
  readonly offlineAllowance: number | null;
  /** The card's basket that runs along with it; null where the card keeps none. */
  readonly basket: { readonly number: number; readonly unit: number } | null;
  readonly clause: string;
}

export type CountedBasis =
  | 'net' // the insurer's share
  | 'gross' // what is payable before sharing
  | 'visits'
  | 'units'
  | 'deductible' // what the member bore as deductible
  | 'out-of-pocket' // the member's share
  | 'co-payment';

// fixed co-payments

/** Most that is paid in a period; ceilings are nested, and the smallest remainder wins. */
export interface Ceiling extends Counter {
  readonly per: 'line' | CountingPeriod;
  readonly basis: 'net' | 'gross' | 'visits' | 'units';
}

/**
 * What the member bears before the insurer pays anything, in minor units. Where several hold of a line, the
 * smallest remainder wins: once one of them is met, all are.
 */
export interface Deductible extends Counter {
  readonly per: 'visit' | 'calendar-year' | 'policy-year';
  readonly basis: 'deductible';
}

/** Most that the member's share comes to in a period, in minor units; what lies above is the insurer's. */
export interface OutOfPocketMaximum extends Counter {
  readonly per: 'visit' | 'calendar-year' | 'policy-year';
  readonly basis: 'out-of-pocket';
}
