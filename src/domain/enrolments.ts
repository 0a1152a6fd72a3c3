import type { CalendarDate } from './dates.ts';

/** A member's place in a programme for the chronically ill, as the insurer publishes it. */
export interface Enrolment {
  readonly programme: string;
  /** Both ends included. */
  readonly period: { readonly from: CalendarDate; readonly to: CalendarDate | null };
  /** Where the member chose to be supplied; null: anywhere. */
  readonly providerId: string | null;
  readonly medicines: readonly ProgrammeMedicine[];
}

/** A medicine that a programme approved for a member, by whatever brand. */
export interface ProgrammeMedicine {
  readonly itemCode: string;
  /** Base units in a calendar month. */
  readonly monthly: number;
  /** The first day on which it is due again; null: at once. */
  readonly nextOn: CalendarDate | null;
}
