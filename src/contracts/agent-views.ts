import type { Counter } from '#domain/adjudication/contract-terms.ts';
import type { Amounts, DecidedLine, Decision, Eligibility } from '#domain/adjudication/decision.ts';
import type { Substitute } from '#domain/adjudication/find-substitute.ts';
import type {
  CardProof,
  HolderConfirmation,
  HolderProofs,
  InsteadOfCard,
} from '#domain/adjudication/input.ts';
import type { Distinction } from '#domain/adjudication/places.ts';
import type { Item } from '#domain/adjudication/rule-pack.ts';
import type {
  Approval,
  Circumstances,
  ClaimLine,
  Clinician,
  EncounterKind,
  OrderedMedicine,
} from '#domain/claims.ts';
import type { Acknowledgement, ClinicalAlert } from '#domain/clinical/alert.ts';
import type { CalendarDate, Instant, Period } from '#domain/dates.ts';
import type { Fact, Unknown } from '#domain/facts.ts';
import type { Failure } from '#domain/failures.ts';
import type { Currency, Money } from '#domain/money.ts';
import type { OtherCardKind, WrittenName } from '#domain/other-cards.ts';
import type { Bilingual, Membership, Person } from '#domain/people.ts';
import type { Permission, Role } from '#domain/roles.ts';
import type { VoidBody } from './events/void.ts';
import type { ExplainedLine } from './messages/explain-decision.ts';
import type { Verdict } from './server-api.ts';

/** What the agent shows: plain data, the same through every door. */

export interface TerminalView {
  readonly version: string;
  readonly terminalId: string | null;
  readonly provider: {
    readonly providerId: string;
    readonly name: Bilingual;
    readonly place: Bilingual;
  };
  readonly insurer: Bilingual;
  readonly contract: string;
  readonly currency: Currency;
  readonly manifestVersion: number;
  readonly isDemo: boolean;
  /** How the database key is protected; `development` is shown as a permanent banner. */
  readonly keyProtection: 'system' | 'passphrase' | 'development';
  /** Clauses that findings cite, by id. */
  readonly clauses: Readonly<
    Record<string, { readonly reference: Bilingual; readonly text: Bilingual }>
  >;
}

export interface UserView {
  readonly userId: string;
  readonly name: Bilingual;
  readonly role: Role;
  readonly permissions: readonly Permission[];
  /** Shown on the sign-in screen of a demonstration only. */
  readonly demoPin: string | null;
}

export type ReaderState =
  | 'no-service' // the operating system's card service is not running
  | 'no-reader'
  | 'empty'
  | 'reading'
  | 'card'
  | 'same-card-wanted' // a visit is open and its card was taken out
  | 'failed';

export interface ReaderView {
  readonly state: ReaderState;
  readonly reader: string | null;
  /** An in-process reader with demo cards, because no real one is attached. */
  readonly isVirtual: boolean;
  readonly failure: Failure | null;
  /** All readers, in the card service's order. */
  readonly attached: readonly AttachedReaderView[];
}

export interface AttachedReaderView {
  readonly name: string;
  readonly state: 'empty' | 'mute' | 'card';
  /** The one whose state is told above. */
  readonly isFollowed: boolean;
  /** T=0 or T=1, as agreed with the card that this terminal holds; null of any other. */
  readonly protocol: 0 | 1 | null;
}

export interface SyncView {
  readonly link: 'online' | 'offline' | 'not-enrolled';
  /** Claims saved here that the server has not taken into custody. */
  readonly waiting: number;
  readonly lastContact: Instant | null;
  readonly lastFailure: Failure | null;
  /** When the reference data in use were published. */
  readonly referenceAsOf: Instant;
  readonly staleness: 'fresh' | 'soft' | 'hard';
}

export interface LineView {
  readonly line: ClaimLine;
  readonly item: Item;
}

/** A line of the visit in progress, with what may tell it apart from another of its kind. */
export interface VisitLineView extends LineView {
  readonly distinction: Distinction;
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

/** What a card is and how it answers, without telling whose it is. */
export interface InspectionView {
  readonly at: Instant;
  readonly reader: string;
  /** Which of its protocols card and reader agreed on; null where no wire lies between. */
  readonly protocol: 0 | 1 | null;
  readonly atr: string;
  /** Null where its lengths do not add up. */
  readonly decodedAtr: {
    readonly convention: 'direct' | 'inverse';
    readonly interfaceBytes: readonly { readonly name: string; readonly value: string }[];
    /** Those that the card offers. */
    readonly protocols: readonly number[];
    readonly historical: string;
    readonly historicalText: string;
    readonly check: { readonly value: string; readonly isRight: boolean } | null;
  } | null;
  readonly kind: 'mc-1' | OtherCardKind | 'unknown';
  /** A version is the newest record's, of the ledger its sequence; null: none, or not to be seen. */
  readonly files: readonly {
    readonly file: string;
    readonly version: number | null;
    readonly records: number | null;
    readonly mayBeMore: boolean;
  }[];
  /** What the ledger's newest table says of itself. */
  readonly tables: {
    readonly hasMoreSupplies: boolean;
    readonly unknownCeilings: number;
  } | null;
  readonly pin: 'verified' | 'wanted' | 'blocked' | 'not-set' | null;
  readonly isAdmitted: boolean | null;
  readonly issuerKeyId: string | null;
  /** What the card proved, or the code of the failure that kept it from being read to the end. */
  readonly authentication: string;
  /** Masked: bodies by their length alone. */
  readonly trace: readonly {
    readonly command: string;
    readonly answer: string;
    readonly statusWord: string | null;
  }[];
}

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

/** A medicine of the same group that is approved in a line's place. Whether it is in stock is not known. */
export interface InsteadView extends Substitute {
  /** By how much less the patient pays than for the line as it stands; null where that is not approved. */
  readonly saved: Money | null;
}

export interface DemoCardView {
  readonly cardId: string;
  readonly title: Bilingual;
  /** What this card is there to show. */
  readonly story: Bilingual;
}

export interface DemoView {
  readonly cards: readonly DemoCardView[];
  readonly inserted: string | null;
  /** Null where the embedded server is not ours to switch. */
  readonly isServerRunning: boolean | null;
}

/** What becomes of the card's history after a visit was saved. */
export interface CardWriteView {
  readonly state: 'writing' | 'written' | 'waiting'; // not confirmed: looked for, and finished, when the card is next read
  readonly claimId: string;
  readonly failure: Failure | null;
}

/** Everything the window's frame and the visit show, pushed whole at each change. */
export interface DeskView {
  readonly reader: ReaderView;
  readonly sync: SyncView;
  readonly user: UserView | null;
  readonly visit: VisitView | null;
  readonly demo: DemoView | null;
  /** The last write to a card; null before the first one, and where nothing had to be written. */
  readonly cardWrite: CardWriteView | null;
  /** The latest answer to a request for approval; null once the requests were looked at. */
  readonly answered: AnsweredRequest | null;
}

/** In the order of a claim's life. */
export const claimStates = [
  'queued',
  'sent',
  'accepted',
  'adjusted',
  'rejected',
  'pended',
  'partly-reversed',
  'reversed',
] as const;

export type ClaimState = (typeof claimStates)[number];

export interface ClaimSummary {
  readonly claimId: string;
  readonly receiptNumber: string;
  readonly serviceDate: CalendarDate;
  readonly savedAt: Instant;
  readonly sentAt: Instant | null;
  readonly verdictAt: Instant | null;
  readonly state: ClaimState;
  readonly member: {
    readonly memberNumber: string;
    readonly nameAr: string;
    readonly nameLatin: string;
  };
  readonly outcome: Decision['outcome'];
  /** What is left once its voids are counted. */
  readonly totals: Amounts;
}

/** The claims of one state: how many, the insurer's part, and how much of it is sure; minor units. */
export interface ClaimCount {
  readonly state: ClaimState;
  readonly claims: number;
  readonly insurer: Money;
  readonly guaranteed: Money;
}

/** A service day: how its claims stand, and when it was closed; null while it is open. */
export interface DayView {
  readonly day: CalendarDate;
  readonly counts: readonly ClaimCount[];
  readonly closedAt: Instant | null;
}

export interface ClaimView extends ClaimSummary {
  /** How the person was known, as the claim's event has it. */
  readonly holder: HolderConfirmation;
  readonly insteadOfCard: InsteadOfCard | null;
  readonly proofs: HolderProofs | null;
  readonly decision: Decision;
  /** Every line's decision in words, as the clauses stand today. */
  readonly explained: readonly ExplainedLine[];
  readonly encounter: EncounterKind;
  /** Null where nobody was named. */
  readonly clinician: Clinician | null;
  readonly lines: readonly LineView[];
  readonly diagnoses: readonly { readonly code: string; readonly name: Bilingual }[];
  /** As they were when it was saved; null where nobody looked, or for those who may not see them. */
  readonly alerts: readonly AlertView[] | null;
  readonly record: { readonly seq: number; readonly hash: string; readonly eventId: string };
  readonly verdict: Verdict | null;
  /** What took it back, oldest first. */
  readonly voids: readonly VoidView[];
  /** What can still be taken back of each line, in base units of the quantity claimed. */
  readonly left: readonly { readonly lineId: string; readonly quantity: number }[];
  /** May the user who asks take it back. */
  readonly isVoidable: boolean;
  /** What the card was given of it; null where nothing was meant for the card. */
  readonly onCard: 'waiting' | 'written' | 'not-ratified' | null;
}

/** A void, with what the member got back and how far it has come. */
export interface VoidView extends Pick<VoidBody, 'reason' | 'lines' | 'refund'> {
  readonly eventId: string;
  readonly voidedAt: Instant;
  readonly sentAt: Instant | null;
  /** Where its correction of the card's history stands; null where nothing of the claim is on a card. */
  readonly onCard: 'waiting' | 'written' | 'not-ratified' | null;
}

/** How far a request for approval has come. */
export const requestStates = [
  'queued',
  'sent',
  'in-review', // a person at the centre has to look at it
  'approved',
  'approved-in-part', // for less than was asked
  'refused',
] as const;

export type RequestState = (typeof requestStates)[number];

/** A line that was sent for approval. */
export interface RequestView {
  readonly requestId: string;
  readonly requestNumber: string;
  readonly requestedAt: Instant;
  readonly sentAt: Instant | null;
  readonly serviceDate: CalendarDate;
  readonly member: ClaimSummary['member'];
  readonly line: LineView;
  readonly state: RequestState;
  /** What this terminal decided of the line, and why. */
  readonly decision: Decision;
  /** What the centre answered: the approval as it was granted, or reasons in its own words. */
  readonly answer: {
    readonly at: Instant;
    readonly approval: Approval | null;
    readonly reasons: readonly string[];
  } | null;
  /** The approval with what the claims saved here have left of it. */
  readonly left: Approval | null;
}

export interface SentRequest {
  readonly requestId: string;
  readonly requestNumber: string;
}

/** An answer of the centre that nobody here has looked at yet. */
export interface AnsweredRequest extends SentRequest {
  readonly state: RequestState;
}

export interface VoidedClaim {
  readonly voidId: string;
  /** What the member gets back in cash, in minor units. */
  readonly refund: Money;
}

export interface SavedClaim {
  readonly claimId: string;
  /** Null where the visit had a prescription only. */
  readonly receiptNumber: string | null;
  readonly prescriptionId: string | null;
  readonly savedAt: Instant;
}
