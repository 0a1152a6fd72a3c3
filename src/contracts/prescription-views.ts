import type { DecidedLine } from '#domain/adjudication/decision.ts';
import type { Item } from '#domain/adjudication/rule-pack.ts';
import type { CalendarDate } from '#domain/dates.ts';
import type { Unknown } from '#domain/facts.ts';
import type { Bilingual } from '#domain/people.ts';
import type { OrderedMedicine } from '#domain/prescriptions.ts';

/** What the agent shows of prescriptions in an open visit: on the card, on paper, and ordered in it. */

/** A prescription on the card of which something is open. */
export interface OpenPrescriptionView {
  readonly prescriptionId: string;
  readonly on: CalendarDate;
  readonly licence: string | null;
  readonly providerName: Bilingual | null;
  /** False: the terminal that wrote it is not known here, so what it orders is referred. */
  readonly isVerified: boolean;
  readonly diagnoses: readonly { readonly code: string; readonly name: Bilingual }[];
  readonly lines: readonly OpenPrescriptionLine[];
}

export interface OpenPrescriptionLine {
  readonly item: Item;
  /** Base units, all fillings together. */
  readonly ordered: number;
  /** Dispensed so far, and what is left; null where nobody can tell. */
  readonly filled: number | null;
  readonly left: number | null;
  /** Tenths of a base unit, and how often a day. */
  readonly dose: number;
  readonly timesPerDay: number;
  /** The last day on which it is filled. */
  readonly until: CalendarDate;
}

/** A prescription on paper, as it was entered. */
export interface PaperView {
  readonly prescriptionId: string;
  readonly on: CalendarDate;
  readonly prescriberName: string;
  readonly licence: string;
  /** Base units, all fillings together. */
  readonly lines: readonly { readonly item: Item; readonly quantity: number }[];
}

/** The card's open prescriptions, or why they are not known. */
export type OpenPrescriptions =
  | { readonly state: 'reading' }
  | { readonly state: 'not-permitted' }
  | { readonly state: 'unknown'; readonly why: Unknown }
  | {
      readonly state: 'read';
      readonly prescriptions: readonly OpenPrescriptionView[];
      /** Why there may be others; null: these are all. */
      readonly doubt: Unknown | null;
    };

/** What the doctor orders in this visit, each medicine as a pharmacy would be told today. */
export interface OrderView {
  readonly medicines: readonly {
    readonly medicine: OrderedMedicine;
    readonly item: Item;
    readonly decided: DecidedLine | null;
  }[];
  /** Within the contract's own limits. */
  readonly until: CalendarDate;
}
