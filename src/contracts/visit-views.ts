import type { Counter } from '#domain/adjudication/counter-terms.ts';
import type { Decision, Eligibility } from '#domain/adjudication/decision.ts';
import type { Substitute } from '#domain/adjudication/find-substitute.ts';
import type {
  CardProof,
  HolderConfirmation,
  HolderProofs,
  InsteadOfCard,
} from '#domain/adjudication/input.ts';
import type { Distinction } from '#domain/adjudication/places.ts';
import type { Item } from '#domain/adjudication/rule-pack.ts';
import type { Circumstances, Clinician } from '#domain/circumstances.ts';
import type { ClaimLine, EarlyReason, EncounterKind } from '#domain/claims.ts';
import type { Acknowledgement, ClinicalAlert } from '#domain/clinical/alert.ts';
import type { CalendarDate, Instant, Period } from '#domain/dates.ts';
import type { Fact, Unknown } from '#domain/facts.ts';
import type { Failure } from '#domain/failures.ts';
import type { Money } from '#domain/money.ts';
import type { OtherCardKind, WrittenName } from '#domain/other-cards.ts';
import type { Bilingual, Membership, Person } from '#domain/people.ts';
import type { OpenPrescriptions, OrderView, PaperView } from './prescription-views.ts';

/** What the agent shows of an open visit: plain data, the same through every door. */

export interface LineView {
  readonly line: ClaimLine;
  readonly item: Item;
}

/** A line of the visit in progress, with what may tell it apart from another of its kind. */
export interface VisitLineView extends LineView {
  readonly distinction: Distinction;
  readonly statable: Statable;
}

/** What the contract lets be stated of a line. */
export interface Statable {
  /** The tax that the contract knows on it; null: none. */
  readonly tax: Bilingual | null;
  /** For which reasons it may be supplied too early; none where its repeats are not watched. */
  readonly early: readonly EarlyReason[];
}

/** One entry of the card's history, newest first. */
export interface CardHistoryEntry {
  readonly on: CalendarDate;
  readonly kind: 'dispense' | 'service' | 'prescription' | 'correction' | 'checkpoint' | 'anchor';
  readonly providerName: Bilingual | null;
  readonly isVerified: boolean;
  readonly items: readonly {
    readonly name: Bilingual | null;
    readonly quantity: number;
    readonly days: number;
  }[];
}

/** The card's history, or why it cannot be shown. */
export type CardHistory =
  | { readonly state: 'reading' }
  | { readonly state: 'not-permitted' }
  | { readonly state: 'unknown'; readonly why: Unknown }
  | { readonly state: 'read'; readonly entries: readonly CardHistoryEntry[] };

/** What the card says for emergencies, or why it cannot be shown. */
export type MedView =
  | { readonly state: 'reading' }
  | { readonly state: 'not-permitted' }
  | { readonly state: 'unknown'; readonly why: Unknown }
  /** The card has none. */
  | { readonly state: 'none' }
  | ({ readonly state: 'read' } & MedRecord);

/** Names are null where the insurer's lists do not have the code. */
export interface MedRecord {
  readonly bloodGroup: string | null;
  readonly conditions: readonly { readonly code: string; readonly name: Bilingual | null }[];
  readonly allergies: readonly {
    /** An ATC code, or a name as it was written. */
    readonly name: string;
    readonly isClass: boolean;
    /** Medicines of the insurer's list under that code. */
    readonly examples: readonly Bilingual[];
  }[];
  readonly medicines: readonly {
    readonly cardCode: number;
    readonly itemCode: string | null;
    readonly name: Bilingual | null;
  }[];
  readonly contact: { readonly name: string; readonly phone: string } | null;
  readonly writtenOn: CalendarDate;
  readonly writer: Bilingual | 'issuer' | null;
  readonly isVerified: boolean;
}

/** A clinical alert with who answered for it; null while nobody did, which a note does not ask for. */
export interface AlertView extends ClinicalAlert {
  readonly acknowledgement:
    | (Acknowledgement & {
        /** Null where the user is not known here any more. */
        readonly userName: Bilingual | null;
      })
    | null;
}

/** The clinical alerts of what is claimed and ordered, and how many of them somebody still has to answer for. */
export type AlertsView =
  | { readonly state: 'not-permitted'; readonly waiting: number }
  | { readonly state: 'found'; readonly waiting: number; readonly alerts: readonly AlertView[] };

/** The holder's photo: `wrong` where it is not the one that the issuer signed for. */
export type PhotoView =
  | { readonly state: 'none' | 'reading' | 'unreadable' | 'wrong' }
  | { readonly state: 'here'; readonly hash: string };

export interface PhotoFile {
  readonly type: 'image/jpeg' | 'image/png';
  readonly base64: string;
}

/** How the holder's PIN stands: until it is verified the card keeps its older records to itself. */
export type PinView =
  | { readonly state: 'wanted'; readonly triesLeft: number }
  | { readonly state: 'verified' }
  /** Three wrong tries, or a card to which the issuer has yet to give one. */
  | { readonly state: 'blocked' | 'not-set' };

/** A ceiling, deductible or maximum that is counted over time, as far as this terminal knows; minor units or counts, as its basis says. */
export interface CeilingView
  extends Pick<Counter, 'ceilingId' | 'name' | 'basis' | 'limit' | 'of'> {
  /** Last day of the period in which it is counted; null: of a lifetime. */
  readonly until: CalendarDate | null;
  /** Since when it counts, where that is since the member changed to the present plan; null: the whole period. */
  readonly sincePlan: CalendarDate | null;
  /** All that was used of it. */
  readonly used: Fact<number>;
  /** What this terminal's own claims used of it. */
  readonly own: Fact<number>;
}

export interface VisitView {
  readonly visitId: string;
  readonly claimId: string;
  readonly openedAt: Instant;
  readonly serviceDate: CalendarDate;
  readonly person: Person;
  /** Completed years, the same or differing by one where the birth date is known only in part. */
  readonly age: { readonly from: number; readonly to: number };
  readonly card: {
    readonly cardNumber: string | null;
    readonly proof: CardProof;
    readonly validity: Period | null;
    /** Of an unauthenticated card. */
    readonly kind?: OtherCardKind;
    /** As an unauthenticated card writes them; empty for MC-1. */
    readonly names: readonly WrittenName[];
    readonly isPresent: boolean;
  };
  readonly membership: Membership | null;
  readonly planName: Bilingual | null;
  readonly eligibility: Eligibility;
  readonly holder: HolderConfirmation;
  /** Null: the person's own card was read. */
  readonly insteadOfCard: InsteadOfCard | null;
  /** Null where the contract asks for none. */
  readonly proofs: HolderProofs | null;
  readonly med: MedView;
  readonly alerts: AlertsView;
  /** Medicines whose repeat is permitted, the longest due first; null for those who may not see them. */
  readonly refillsDue: readonly { readonly name: Bilingual; readonly since: CalendarDate }[] | null;
  readonly photo: PhotoView;
  /** Null: the card asks for no PIN. */
  readonly pin: PinView | null;
  /** The reader has keys of its own on which the PIN is typed. */
  readonly hasPinPad: boolean;
  /** The insurer has something new for the card in the reader: it is put there when the operator says so. */
  readonly isRenewalOffered: boolean;
  /** Something that the card tells of came back: it counts no longer, or is taken off the card too. Null: nothing did. */
  readonly returns: 'honoured' | 'appended' | null;
  readonly ceilings: readonly CeilingView[];
  readonly history: CardHistory;
  readonly encounter: EncounterKind;
  readonly diagnoses: readonly { readonly code: string; readonly name: Bilingual }[];
  readonly circumstances: Circumstances;
  /** Who may be treating: the signed-in doctor first, then whoever was named here lately. */
  readonly clinicians: readonly Clinician[];
  /** What the contract names: specialties that it asks for and classes of room that its plans pay. */
  readonly terms: {
    readonly specialties: readonly string[];
    readonly roomClasses: readonly string[];
  };
  readonly lines: readonly VisitLineView[];
  /** Null while there is no line. */
  readonly decision: Decision | null;
  readonly prescriptions: OpenPrescriptions;
  /** Prescriptions on paper that were entered in this visit. */
  readonly papers: readonly PaperView[];
  /** Null while nothing is ordered. */
  readonly order: OrderView | null;
}

/** A medicine of the same group that is approved in a line's place. Whether it is in stock is not known. */
export interface InsteadView extends Substitute {
  /** By how much less the patient pays than for the line as it stands; null where that is not approved. */
  readonly saved: Money | null;
}

/** What becomes of the card's history after a visit was saved. */
export interface CardWriteView {
  readonly state: 'writing' | 'written' | 'waiting'; // not confirmed: looked for, and finished, when the card is next read
  readonly claimId: string;
  readonly failure: Failure | null;
}
