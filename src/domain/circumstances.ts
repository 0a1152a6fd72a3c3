import type { CalendarDate } from './dates.ts';
import type { Refraction } from './eyes.ts';
import type { OtherCover } from './people.ts';

/** Who treats. */
export interface Clinician {
  readonly name: string;
  readonly licence: string;
  readonly specialty: string;
}

/** Whether what is treated comes from an accident, and whose. */
export type Accident = 'none' | 'own' | 'traffic' | 'work' | 'other-party';

/** What was said of the encounter as a whole; each is left out where it was not said, which is not the same as "no". */
export interface Circumstances {
  readonly clinician?: Clinician;
  readonly accident?: Accident;
  /** When the complaint began. */
  readonly onset?: CalendarDate;
  /** Papers that accompany the claim. */
  readonly documents?: readonly Paper[];
  readonly stay?: Stay;
  /** Null: it was said that there is none. */
  readonly pregnancy?: Pregnancy | null;
  readonly refraction?: MeasuredRefraction;
  readonly referral?: Referral;
  /** Another insurance, as it was stated; null: it was said that there is none. */
  readonly otherCover?: Omit<OtherCover, 'period'> | null;
  /** The number of the episode that it continues; left out: it opens one, under the claim's own number. */
  readonly episode?: string;
}

/** The eyes as measured now, and as the lenses worn so far correct them; `before` is left out where nobody measured those. */
export interface MeasuredRefraction extends Refraction {
  readonly before?: Refraction;
}

/** A pregnancy, or the childbed after it, as it was stated. */
export interface Pregnancy {
  /** First day of the last menstrual period; null: not known. */
  readonly lastPeriod: CalendarDate | null;
  /** How the child was born; left out: it is not born yet. */
  readonly delivery?: Delivery;
}

export type Delivery = 'vaginal' | 'assisted' | 'caesarean';

export type Paper = 'referral' | 'report';

/** By whom, to which specialty and for what the member was sent, as the paper says. */
export interface Referral {
  readonly fromSpecialty: string;
  /** Of the clinician who refers; empty where it cannot be read. */
  readonly licence: string;
  readonly toSpecialty: string;
  readonly on: CalendarDate;
  /** As the referrer limits it, within the contract's own limit; null: as the contract says. */
  readonly validDays: number | null;
  /** ICD-10; null where it names none. */
  readonly diagnosis: string | null;
}

/** Days in a bed, first and last included. */
export interface Stay {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly roomClass: string;
}
