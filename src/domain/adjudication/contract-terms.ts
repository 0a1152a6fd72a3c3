import type { Accident } from '../circumstances.ts';
import type { Money } from '../money.ts';
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
  | { readonly benefits: readonly string[] }
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
