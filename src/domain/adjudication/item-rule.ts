import type { EncounterKind } from '../claims.ts';
import type { Money } from '../money.ts';
import type { DentalTerm, MaternityTerm, OpticalTerm } from './care-terms.ts';
import type { AgeRange, CountingPeriod, ItemScope } from './contract-terms.ts';

/** What the contract says of the items in a scope; null: nothing. */
export interface ItemRule {
  readonly scope: ItemScope;
  /** Null: every plan. */
  readonly plans: readonly string[] | null;
  readonly sex: 'male' | 'female' | null;
  readonly age: AgeRange | null;
  /** Codes, categories and ranges of ICD-10 for which it is paid; null: for whatever it is given. */
  readonly indications: readonly string[] | null;
  readonly quantity: QuantityTerm | null;
  readonly duplicate: DuplicateTerm | null;
  readonly prescription: PrescriptionTerm | null;
  readonly approval: ApprovalTerm | null;
  readonly price: PriceTerm | null;
  /** The category of tax; see the pack's taxes. */
  readonly tax: string | null;
  /** Encounters in which it is payable. */
  readonly settings: readonly EncounterKind[] | null;
  /** Specialties of which the clinician must have one. */
  readonly specialties: readonly string[] | null;
  readonly maternity: MaternityTerm | null;
  readonly dental: DentalTerm | null;
  readonly optical: OpticalTerm | null;
  readonly followUp: FollowUpTerm | null;
  readonly referral: ReferralTerm | null;
  readonly controlled: ControlledTerm | null;
  readonly programme: ProgrammeTerm | null;
  readonly globalPeriod: GlobalPeriodTerm | null;
  readonly clause: string;
}

/** Most base units payable; each bound is inclusive and null where there is none. */
export interface QuantityTerm {
  readonly perDispensing: number | null;
  /** Units a day: quantity / days' supply. */
  readonly perDay: number | null;
  /** Days' supply. */
  readonly maximumDays: number | null;
  readonly perPeriod: { readonly period: CountingPeriod; readonly units: number } | null;
}

/** The same service is not paid twice within so many days, either way; 0 is the same day. */
export interface DuplicateTerm {
  readonly windowDays: number;
  /** Modifiers that make it another service; others are ignored. */
  readonly modifiers: readonly string[];
}

/** A prescription that the contract demands; it is valid on the last of its days too. */
export interface PrescriptionTerm {
  readonly isNeeded: boolean;
  readonly validDays: number;
  /** Whether one on paper will do, as whoever dispenses enters it. */
  readonly takesPaper: boolean;
}

/** A paper by which another clinician sent the member here; it is valid on the last of its days too. */
export interface ReferralTerm {
  readonly isNeeded: boolean;
  /** The specialty to which it must send. */
  readonly to: string;
  /** The specialties that may send; null: any. */
  readonly from: readonly string[] | null;
  readonly validDays: number;
  readonly isWaivedForEmergency: boolean;
}

/** A medicine whose every supply is taken down: special prescription, whoever takes it, batch. */
export interface ControlledTerm {
  /** To whom it is handed in the patient's place: to nobody, or to those whom the insurer lists. */
  readonly collectors: 'nobody' | 'listed';
}

/** What is paid for only to those who are enrolled in a programme, as it was approved for them there. */
export interface ProgrammeTerm {
  readonly code: string;
}

/** A consultation so soon after the first for the same illness that it belongs to it. */
export interface FollowUpTerm {
  /** Days between the first consultation and one that follows it, or was held before and claimed later; inclusive. */
  readonly days: number;
  /** Whose: the same clinician's, or those of one specialty. */
  readonly same: 'clinician' | 'specialty';
  /** Wherever the first one was; else at the same provider only. */
  readonly isAnywhere: boolean;
  /** Whether the first one's fee contains it; else the insurer pays it. Either way the member owes nothing. */
  readonly isFeeIncluded: boolean;
}

/** A price that contains other services so many days before and after its own day, both included. */
export interface GlobalPeriodTerm {
  readonly before: number;
  readonly after: number;
  readonly contains: ItemScope;
  /** Whose: of the same provider, or also of the same clinician or specialty. */
  readonly same: 'provider' | 'clinician' | 'specialty';
  /** Modifiers by which a service stands on its own. */
  readonly modifiers: readonly string[];
}

export interface ApprovalTerm {
  readonly isNeeded: boolean;
  /** Needed only for a line that claims more than this; null: for every line. */
  readonly above: Money | null;
}

/** What the contract says of a unit's price beyond its lists. */
export interface PriceTerm {
  /** Off the list price, in whole percent; null: nothing. */
  readonly discountPercent: number | null;
  /** At most this part of the price allowed for another item on the claim; null: on its own. */
  readonly percentOf: { readonly item: string; readonly percent: number } | null;
  /** Reference price, or cap: most paid of a unit. What lies above is the member's own; null: no such bound. */
  readonly reference: Money | null;
}
