import type { Delivery } from '../circumstances.ts';
import type { ToothKind } from '../teeth.ts';

/** Terms of a contract that rest on what is stated of a pregnancy, a tooth or the eyes. */

/** When the contract pays for a service of maternity. */
export interface MaternityTerm {
  /** The last period began so many months after the member's cover, or later; null: whenever it began. */
  readonly waitingMonths: number | null;
  /** Completed weeks of pregnancy on the service date, both included; null: any. */
  readonly weeks: { readonly from: number; readonly to: number } | null;
  /** How the child was born; null: it is not asked. */
  readonly deliveries: readonly Delivery[] | null;
}

/** For which teeth the contract pays for a service, and how often. */
export interface DentalTerm {
  /** What it does to the tooth: whoever replaces one does not need it, everybody else does. */
  readonly does: 'treats' | 'removes' | 'replaces';
  readonly dentition: 'primary' | 'permanent' | null;
  /** Null: every kind of tooth. */
  readonly kinds: readonly ToothKind[] | null;
  /** Surfaces of the tooth that one unit pays for; null: they are not counted. */
  readonly surfaces: number | null;
  /** Once on a tooth in its lifetime. */
  readonly isOncePerTooth: boolean;
}

/** When the contract pays for new lenses. */
export interface OpticalTerm {
  /** Months after the last ones, from which they are paid for without asking further. */
  readonly everyMonths: number;
  /** Before that: a change of some value of some eye by so much, in hundredths of a dioptre; null: not before. */
  readonly change: number | null;
}
