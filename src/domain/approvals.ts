import type { CalendarDate } from './dates.ts';
import type { Money } from './money.ts';

/** An insurer's promise given before the service. */
export interface Approval {
  readonly approvalId: string;
  readonly memberNumber: string;
  /** The birth date of a newborn served on its mother's membership: it is the newborn's, not hers. Left out: the member's. */
  readonly bornOn?: CalendarDate;
  readonly itemCode: string;
  /** Null: any provider of the plan. */
  readonly providerId: string | null;
  /** Both ends included. */
  readonly period: { readonly from: CalendarDate; readonly to: CalendarDate };
  /** What is left of it; null: without a limit. */
  readonly quantity: number | null;
  readonly amount: Money | null;
  /** Checks whose findings it sets aside; they stay visible. */
  readonly waives: readonly string[];
}
