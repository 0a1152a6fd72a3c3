import type { Accident } from '../circumstances.ts';
import type { EncounterKind } from '../claims.ts';
import type { Money } from '../money.ts';
import type { Bilingual } from '../people.ts';
import type { DentalTerm, MaternityTerm, OpticalTerm } from './care-terms.ts';
import type { Bearer } from './evidence.ts';

/** Terms of a contract beyond benefits and prices. Where a contract sets no term, nothing is asked. */

export type ItemKind =
  | 'medicine'
  | 'procedure'
  | 'laboratory'
  | 'imaging'
  | 'consultation'
  | 'device';

/** What a term is about. Where several speak, the most specific wins: item, group, ATC, benefit, kind. */
export type ItemScope =
  | { readonly item: string }
  | { readonly items: readonly string[] }
  /** An ATC code or the beginning of one; the longer beginning wins. */
  | { readonly atc: string }
  | { readonly benefit: string }
  | { readonly kind: ItemKind };

/** Completed days, months or years, by the calendar. */
export interface Age {
  readonly value: number;
  readonly unit: 'days' | 'months' | 'years';
}

/** Both ends included; null is open. */
export interface AgeRange {
  readonly from: Age | null;
  readonly to: Age | null;
}

/** A stretch of time in which something is counted; it contains the service date. */
export type CountingPeriod =
  | 'visit'
  | 'day'
  | 'week' // ISO 8601: Monday to Sunday
  | 'month'
  | 'calendar-year'
  | 'policy-year' // from each anniversary of the policy's first day
  | 'lifetime';

/** What lasts as long as it lasts: an episode of care, or a prescription with all its fillings. */
export type Course = 'episode' | 'prescription';

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
  /** At most this part of the price allowed for another item before it on the claim; null: on its own. */
  readonly percentOf: { readonly item: string; readonly percent: number } | null;
  /** Reference price, or cap: most paid of a unit. What lies above is the member's own; null: no such bound. */
  readonly reference: Money | null;
}

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

/** Services that are not paid beside each other on one day. */
export type ServiceGroup =
  /** Any two of them. */
  | { readonly exclusive: readonly string[]; readonly clause: string }
  /** The whole contains its parts. */
  | {
      readonly panel: string;
      readonly parts: readonly string[];
      /** Its parts, claimed one by one, come to no more than its own price a day; who bears the rest. Left out: to any sum. */
      readonly excess?: Bearer;
      readonly clause: string;
    };

/** At most so many in a period, over all items of the scope together. */
export interface FrequencyRule {
  readonly scope: ItemScope;
  readonly plans: readonly string[] | null;
  readonly limit: number;
  readonly period: CountingPeriod;
  /** Lines, or their base units. */
  readonly counts: 'times' | 'units';
  readonly clause: string;
}

/** Cover of what is in the scope, and of the diagnosis, begins so many months after the member's own cover. */
export interface WaitingRule {
  readonly scope: ItemScope | null;
  readonly diagnosis: string | null;
  readonly plans: readonly string[] | null;
  readonly months: number;
  readonly isWaivedForAccident: boolean;
  readonly isWaivedForEmergency: boolean;
  readonly clause: string;
}

/**
 * What the contract says of a diagnosis. `scope` is an ICD-10 code (`E11.9`), a category (`E11`), or a range
 * of categories (`E10-E14`: a block; `E00-E90`: a chapter). The narrowest that speaks wins, topic by topic.
 */
export interface DiagnosisRule {
  readonly scope: string;
  readonly plans: readonly string[] | null;
  readonly isCovered: boolean | null;
  readonly sex: 'male' | 'female' | null;
  readonly age: AgeRange | null;
  readonly conditions: DiagnosisConditions | null;
  readonly clause: string;
}

export interface DiagnosisConditions {
  readonly needsReferral: boolean;
  readonly needsReport: boolean;
  /** Empty: any clinician. */
  readonly specialties: readonly string[];
  readonly needsApproval: boolean;
  /** An illness that began before the member's cover is paid for only after so many months; null: at once. */
  readonly preExistingMonths: number | null;
  /** It must be said whether somebody else is liable. */
  readonly asksForAccident: boolean;
}

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
  | 'co-payment'; // fixed co-payments

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

/** A fixed amount, in minor units, that the member bears of each line, or once of what lasts longer, over all lines of the benefit. */
export interface CoPayment {
  readonly amount: Money;
  readonly per: 'line' | 'visit' | 'day' | Course;
}

/** How a plan stands to others who pay. */
export interface CoordinationTerm {
  /** Whether there is another insurance must be said, where the members' data do not tell. */
  readonly isAsked: boolean;
  /** Accidents for which somebody else pays first. */
  readonly liable: readonly Accident[];
  readonly clause: string;
}

/** What a plan pays of a stay. */
export interface StayTerm {
  /** Days without an approval, first and last included. */
  readonly maximumDays: number;
  readonly roomClasses: readonly string[];
  /** Items that are a day in a room of a class; left out: beds are not told apart. */
  readonly rooms?: readonly { readonly roomClass: string; readonly item: string }[];
  /** A better room is paid as the plan's best, and the difference is the member's own; left out: it refers. */
  readonly isUpgradePaidByMember?: boolean;
  /** Days after the end of the cover for which a stay is still paid that began within it; left out: none. */
  readonly runOffDays?: number;
  readonly clause: string;
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
