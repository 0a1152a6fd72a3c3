import type { CalendarDate } from './dates.ts';

/** What a clinician ordered, on paper, on the card or from the centre. */
export interface Prescription {
  readonly prescriptionId: string;
  readonly on: CalendarDate;
  /** As the prescriber limits it, within the contract's own limit; null: as the contract says. */
  readonly validDays: number | null;
  /** Null where it cannot be read. */
  readonly prescriberLicence: string | null;
  /** As a prescription on paper writes it; left out by all others. */
  readonly prescriberName?: string;
  readonly diagnoses: readonly string[];
  /** The episode in which it was ordered, by the number of four bytes that names one on a card; left out: none is known. */
  readonly episode?: number;
  readonly lines: readonly PrescribedLine[];
}

export interface PrescribedLine {
  readonly itemCode: string;
  /** Base units, all fillings together. */
  readonly quantity: number;
  /** Base units dispensed so far; null where that is not known. */
  readonly filled: number | null;
}

/** A medicine as a clinician orders it: what a prescription is written from. */
export interface OrderedMedicine {
  readonly lineId: string;
  readonly itemCode: string;
  /** Base units of one filling. */
  readonly quantity: number;
  /** Tenths of a base unit, taken each time. */
  readonly dose: number;
  readonly timesPerDay: number;
  readonly days: number;
  /** How often it may be filled again. */
  readonly refills: number;
}
