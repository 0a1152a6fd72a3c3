import type { Circumstances } from './circumstances.ts';
import type { CalendarDate, Instant } from './dates.ts';
import type { Money } from './money.ts';

/** HL7 FHIR Encounter class, reduced to what contracts distinguish. */
export const encounterKinds = ['outpatient', 'inpatient', 'day-case', 'emergency'] as const;
export type EncounterKind = (typeof encounterKinds)[number];

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

/** A batch that its maker or the authority calls back. */
export interface Recall {
  readonly itemCode: string;
  readonly batch: string;
}
