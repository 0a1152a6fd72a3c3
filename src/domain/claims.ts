import type { CalendarDate, Instant } from './dates.ts';
import type { Refraction } from './eyes.ts';
import type { Money } from './money.ts';
import type { OtherCover } from './people.ts';

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
  /** The first day of this service where it is another than the claim's; left out: the claim's. */
  readonly on?: CalendarDate;
  /** What the provider asks for one base unit; null asks for the list price. */
  readonly unitPrice: Money | null;
  /** When it was entered, which fixes its price where one changes within a day; left out: when it is decided. */
  readonly orderedAt?: Instant;
  /** What the line is for; left out: the claim's diagnoses. */
  readonly diagnoses?: readonly string[];
  /** Where on the body, and the how-manieth of the day; left out where it was not said. */
  readonly place?: ServicePlace;
  /** A modifier of the contract, by which it is another service than the bare code. */
  readonly modifier?: string;
  /** Why it is supplied before the last supply is used up; left out: nobody gave a reason. */
  readonly early?: EarlyReason;
  /** The prescription that it fills; left out: whichever orders the item. */
  readonly prescriptionId?: string;
  /** The approval that it rests on; left out: whichever is for it. */
  readonly approvalId?: string;
  /** What others paid of it, as their statement says, minor units; left out: nobody said. */
  readonly paidByOther?: Money;
  /** The tax that the provider states for the whole line, minor units; left out: what is due. */
  readonly tax?: Money;
  /** The member's signed consent to pay what the insurer does not; left out: none was given. */
  readonly consent?: Consent;
  readonly batch?: Batch;
  readonly controlled?: ControlledSupply;
}

/** What the last supply owed is completed; the dose was changed; a journey; the medicine was lost or spoilt. */
export const earlyReasons = ['owed', 'dose-change', 'travel', 'lost'] as const;
export type EarlyReason = (typeof earlyReasons)[number];

/** From which production a medicine comes; it may be handed out on its last day. */
export interface Batch {
  readonly number: string;
  readonly expiresOn: CalendarDate;
}

/** What is taken down when a controlled medicine is handed out; each is left out where it was not. */
export interface ControlledSupply {
  /** Of the special form on which it was prescribed. */
  readonly prescriptionNumber?: string;
  /** Of the paper that the patient showed; of a collector the holder's confirmation says it. */
  readonly takerId?: string;
}

/** The member signed, before the service, to pay up to so much beyond the share. */
export interface Consent {
  /** Minor units; what comes to more is not covered by the signature. */
  readonly upTo: Money;
  readonly at: Instant;
  /** Who took the signature. */
  readonly userId: string;
}

/** What distinguishes two services of one code; each part is left out where it was not said. */
export interface ServicePlace {
  readonly site?: string;
  readonly side?: 'left' | 'right' | 'both';
  /** FDI two-digit notation (ISO 3950). */
  readonly tooth?: string;
  readonly surface?: string;
  /** 1, 2… on one day. */
  readonly session?: number;
}

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

/** What is asked of the insurer for one encounter, before anything is decided. */
export interface Claim extends Circumstances {
  readonly claimId: string;
  readonly encounter: EncounterKind;
  /** The currency key in which its amounts are stated; left out: the contract's first, while that holds. */
  readonly currency?: string;
  /** First day of the service, in the provider's own calendar day; a line may have a later one of its own. */
  readonly serviceDate: CalendarDate;
  readonly providerId: string;
  /** ICD-10 codes, the principal one first. */
  readonly diagnoses: readonly string[];
  readonly lines: readonly ClaimLine[];
}

/** The first day of a line's service. */
export const dayOfLine = (
  { serviceDate }: Pick<Claim, 'serviceDate'>,
  { on = serviceDate }: Pick<ClaimLine, 'on'>,
): CalendarDate => on;

/** Days in a bed, first and last included. */
export interface Stay {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly roomClass: string;
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
  /**
   * Its own days, where `days` also counts what was left over of earlier supplies, as a card's row may; null where
   * the card does not tell. Left out: `days`, if who supplied it is known.
   */
  readonly ownDays?: number | null;
  /** Base units supplied, where known. */
  readonly quantity: number | null;
  /** Who supplied it, where known. */
  readonly providerId: string | null;
}

/** An earlier service or supply, of which more is known than when the next is due. */
export interface PastService {
  readonly itemCode: string;
  readonly on: CalendarDate;
  /** Base units; null where that is not known. */
  readonly quantity: number | null;
  readonly providerId: string | null;
  /** Null where nobody recorded it, as on the card. */
  readonly place: ServicePlace | null;
  readonly modifier: string | null;
  /** Who treated, the principal diagnosis and the episode; each is left out where nobody recorded it. */
  readonly clinician?: Pick<Clinician, 'licence' | 'specialty'>;
  readonly diagnosis?: string;
  readonly episode?: string;
}

/** What one place knows of earlier services. */
export interface ServiceHistory {
  /** The first day from which nothing is missing; null: from the beginning. */
  readonly since: CalendarDate | null;
  readonly services: readonly PastService[];
}

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

/** A supply for which a special prescription was used up. */
export interface SpecialUse {
  /** The number of the special form, as `asWritten` compares it. */
  readonly number: string;
  readonly on: CalendarDate;
  readonly itemCode: string;
  /** Where; null where that is not known. */
  readonly providerId: string | null;
}

/** A batch that its maker or the authority calls back. */
export interface Recall {
  readonly itemCode: string;
  readonly batch: string;
}

/** An insurer's promise given before the service. */
export interface Approval {
  readonly approvalId: string;
  readonly memberNumber: string;
  /** The birth date of a newborn served on its mother's membership: it is the newborn's, not hers. Left out: the member's. */
  readonly bornOn?: CalendarDate;
  readonly itemCode: string;
  /** Null: any provider of the plan. */
  readonly providerId: string | null;
  /** Both ends included. */
  readonly period: { readonly from: CalendarDate; readonly to: CalendarDate };
  /** What is left of it; null: without a limit. */
  readonly quantity: number | null;
  readonly amount: Money | null;
  /** Checks whose findings it sets aside; they stay visible. */
  readonly waives: readonly string[];
}
