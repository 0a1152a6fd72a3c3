import type { CalendarDate } from './dates.ts';
import type { Money } from './money.ts';

/** HL7 FHIR Encounter class, reduced to what contracts distinguish. */
export type EncounterKind = 'outpatient' | 'inpatient' | 'day-case' | 'emergency';

/** One thing asked for: a medicine, a service or a device. */
export interface ClaimLine {
  readonly lineId: string;
  readonly itemCode: string;
  /** In base units of the item: tablets, millilitres, sessions. A whole number, at least 1. */
  readonly quantity: number;
  /** How many days the quantity lasts; null for anything that is not a supply. */
  readonly daysSupply: number | null;
  /** What the provider asks for one base unit; null asks for the list price. */
  readonly unitPrice: Money | null;
}

/** What is asked of the insurer for one encounter, before anything is decided. */
export interface Claim {
  readonly claimId: string;
  readonly encounter: EncounterKind;
  /** First day of the service, in the provider's own calendar day. */
  readonly serviceDate: CalendarDate;
  readonly providerId: string;
  /** ICD-10 codes, the principal one first. */
  readonly diagnoses: readonly string[];
  readonly lines: readonly ClaimLine[];
}

/**
 * An earlier supply of a medicine that may still last, as known from the card, this terminal or the centre.
 * The supply covers `days` days, the last of which is `endsOn`.
 */
export interface Supply {
  /** The insurer's 24-bit code of the repeat key (ingredient, route, strength where stated). */
  readonly repeatCode: number;
  readonly endsOn: CalendarDate;
  readonly days: number;
  /** Base units supplied, where known. */
  readonly quantity: number | null;
  /** Who supplied it, where known. */
  readonly providerId: string | null;
}
