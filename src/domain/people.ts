import type { BirthDate, CalendarDate, Period } from './dates.ts';

/** ISO/IEC 5218: unknown 0, male 1, female 2, not applicable 9. */
export type Sex = 'unknown' | 'male' | 'female' | 'not-applicable';

/** The same text in both languages of the house. */
export interface Bilingual {
  readonly ar: string;
  readonly en: string;
}

/** Who the card or the members' data say that this is. */
export interface Person {
  readonly memberNumber: string;
  readonly nameAr: string;
  readonly nameLatin: string;
  readonly birth: BirthDate;
  readonly sex: Sex;
}

/** HL7 v3 RoleCode, reduced to what contracts distinguish. */
export type Relationship = 'self' | 'spouse' | 'child' | 'parent' | 'other';

/** What somebody is to the member for whom they collect. */
export type CollectorRelationship =
  | 'spouse'
  | 'parent'
  | 'child'
  | 'sibling'
  | 'other-relative'
  | 'messenger';

/** Who takes away what was given to a member that does not stand at the counter; as the operator typed it. */
export interface Collector {
  readonly name: string;
  readonly relationship: CollectorRelationship;
  /** Of the paper that was shown. */
  readonly idNumber: string;
}

/** Whom the insurer lists for a member as one to whom controlled medicines may be handed. */
export type ListedCollector = Pick<Collector, 'name' | 'idNumber'>;

/** Another insurance of a member, and whether it pays before this one or after it. */
export interface OtherCover {
  readonly insurer: string;
  readonly pays: 'first' | 'second';
  /** Both ends included. */
  readonly period: Period;
}

/** A member's link to a policy, as the insurer publishes it. Card dates never decide cover. */
export interface Membership {
  readonly memberNumber: string;
  readonly policyNumber: string;
  readonly planCode: string;
  readonly relationship: Relationship;
  readonly employer: Bilingual | null;
  readonly policyStatus: 'active' | 'suspended' | 'cancelled';
  /** Both ends included. */
  readonly policyPeriod: Period;
  /** The member's own link to the policy; both ends included. */
  readonly memberPeriod: Period;
  /** The first day of cover without a gap, where it lies before this link; waiting counts from it. */
  readonly insuredSince?: CalendarDate;
  /** The first day in the present plan; left out: the data do not say since when. */
  readonly planSince?: CalendarDate;
  /** Left out: the data do not say whether there are any. */
  readonly otherCovers?: readonly OtherCover[];
  /** What a family has in common, within a policy of many; left out where the data do not tell families apart. */
  readonly familyId?: string;
}
