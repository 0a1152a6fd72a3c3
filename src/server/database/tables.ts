import type { ColumnType, Kysely, Transaction } from 'kysely';

/** Given by the database, for order alone. */
type Serial = ColumnType<never, never, never>;
/** Written as an ISO string, read as a Date. */
type Moment = ColumnType<Date, string, string>;
type NullableMoment = ColumnType<Date | null, string | null, string | null>;
/** Written and read as bytes, as PGlite and node-postgres both do. */
type Bytes = ColumnType<Uint8Array, Uint8Array, never>;

export interface EnrolmentCodeTable {
  /** SHA-256 of the code, hex: the code itself is never stored. */
  readonly code_hash: string;
  readonly provider_id: string;
  readonly expires_at: Moment;
  readonly used_at: NullableMoment;
  /** The keys that used it, hex, and the reply that they were given, as JSON. */
  readonly chain_key: string | null;
  readonly card_key: string | null;
  readonly reply: string | null;
  /** What cards may let the terminal do at most, `MED+LEDGER`; null: all that its provider may. */
  readonly card_roles: string | null;
}

export interface TerminalTable {
  readonly terminal_id: string;
  readonly provider_id: string;
  readonly chain_key: string;
  readonly card_key: string;
  readonly epoch: number;
  /** The chain's end that is in custody: 0 and 64 zeros before the first event. */
  readonly head_seq: number;
  readonly head_hash: string;
  /** The last sequence number given to a verdict for this terminal. */
  readonly down_seq: number;
  /** Its chain was forked or altered: what it sends is kept, nothing is paid unseen until re-enrolment. */
  readonly is_suspect: boolean;
  readonly enrolled_at: Moment;
  /** As its enrolment code said. */
  readonly card_roles: string | null;
}

/**
 * `waiting` is worked on next; `kept` says nothing here; `held` waits for what it names; `done` was taken in;
 * `quarantined` could not be read.
 */
export type InboxState = 'waiting' | 'kept' | 'held' | 'done' | 'quarantined';

export interface InboxTable {
  readonly arrival: Serial;
  readonly terminal_id: string;
  readonly epoch: number;
  readonly seq: number;
  readonly event_id: string;
  /** The event's id was used before, by another event: unique for ever. */
  readonly is_repeated: boolean;
  /** Arrived while the terminal was suspect. */
  readonly is_suspect: boolean;
  readonly type: string;
  readonly hash: string;
  /** The NDJSON line, byte for byte. */
  readonly line: Bytes;
  readonly received_at: Moment;
  readonly state: InboxState;
}

/** What a terminal offered against its own chain. */
export interface EvidenceTable {
  readonly evidence_id: Serial;
  readonly terminal_id: string;
  readonly epoch: number;
  readonly seq: number;
  readonly kind: 'forked' | 'altered';
  readonly line_sha256: string;
  readonly line: Bytes;
  readonly found_at: Moment;
}

export interface VerdictTable {
  readonly terminal_id: string;
  readonly down_seq: number;
  readonly claim_id: string;
  readonly version: number;
  readonly event_id: string;
  readonly epoch: number;
  readonly seq: number;
  readonly outcome: string;
  /** The verdict as it is sent, JSON. */
  readonly content: string;
}

/** Card keys of enrolled terminals as they are published: the latest entry of a key holds. */
export interface TerminalKeyTable {
  readonly seq: number;
  readonly terminal_id: string;
  readonly public_key: string;
  readonly provider_id: string;
  readonly from_day: string;
  readonly to_day: string | null;
  readonly is_revoked: boolean;
}

/** One row: the last number given to a published key. */
export interface TerminalKeyCountTable {
  readonly published: number;
}

/** One row per card that was written to: locked while a report on it is taken in. */
export interface CardTable {
  readonly card_number: string;
}

/** Records that terminals reported to be on a card; the highest place is its watermark. */
export interface CardMarkTable {
  readonly card_number: string;
  readonly card_seq: number;
  readonly record_hash: string;
  /** By the clock of the terminal that reported it; an instant's text. */
  readonly reported_at: string;
  /** The event that did. */
  readonly terminal_id: string;
  readonly epoch: number;
  readonly seq: number;
}

/** Reports that do not go with an earlier one, which `known` names. */
export interface CardConflictTable {
  readonly terminal_id: string;
  readonly epoch: number;
  readonly seq: number;
  readonly card_number: string;
  readonly card_seq: number;
  readonly record_hash: string;
  /** `other-hash`: two records in one place. `behind`: reported later than a higher place, and new there. */
  readonly kind: 'other-hash' | 'behind';
  readonly known_seq: number;
  readonly known_hash: string;
  readonly found_at: Moment;
}

/** What the issuer is to do with cards; at most one open order for each work on a card. */
export interface CardOrderTable {
  readonly number: ColumnType<number, never, never>;
  readonly card_number: string;
  readonly work: string;
  /** The order as it was given, JSON. */
  readonly content: string;
  /** What was signed for the card, hex; null before that. */
  readonly record: string | null;
  readonly state: 'open' | 'done' | 'replaced';
  readonly ordered_at: Moment;
  readonly expires_at: NullableMoment;
  readonly done_at: NullableMoment;
  /** In whose reader it was done. */
  readonly terminal_id: string | null;
}

/** Every claim id that was ever adjudicated, whoever sent it. */
export interface ClaimTable {
  readonly claim_id: string;
  readonly terminal_id: string;
  readonly epoch: number;
  readonly seq: number;
  readonly member_number: string | null;
}

/** What terminals took back of their claims. */
export interface ClaimVoidTable {
  readonly event_id: string;
  readonly claim_id: string;
  /** Where the event stands. */
  readonly terminal_id: string;
  readonly epoch: number;
  readonly seq: number;
  /** As the event names them, JSON; `null` is all that is left. */
  readonly lines: string;
}

/** What voids owe to cards. */
export interface CardCorrectionTable {
  /** The `void` event. */
  readonly void_id: string;
  readonly card_number: string;
  /** As the void states it, JSON; null where a card had it before its void was read. */
  readonly content: string | null;
  /** `held`: its claim has not come. `done`: the card has it. */
  readonly state: 'held' | 'owed' | 'done';
  readonly known_at: Moment;
}

/** The order in which terminals are told that something is owed to a card, or no longer. */
export interface CardCorrectionToldTable {
  readonly seq: number;
  readonly void_id: string;
}

/** One row: the last number given. */
export interface CardCorrectionCountTable {
  readonly told: number;
}

/** Lines that were sent for approval, and what became of each. */
export interface ApprovalRequestTable {
  /** Names the approval. */
  readonly number: ColumnType<string | number, never, never>;
  readonly request_id: string;
  readonly request_number: string;
  readonly event_id: string;
  /** Where the event stands. */
  readonly terminal_id: string;
  readonly epoch: number;
  readonly seq: number;
  readonly member_number: string;
  /** Of a newborn on its mother's membership. */
  readonly born_on: string | null;
  readonly provider_id: string;
  readonly item_code: string;
  readonly quantity: number;
  readonly claimed: ColumnType<string | number, number, number>;
  readonly service_date: string;
  /** Codes of reasons, JSON. */
  readonly reasons: string;
  readonly state: 'pended' | 'approved' | 'refused';
  /** As it was granted, JSON. */
  readonly approval: string | null;
}

/** What the lines of claims take of approvals. */
export interface ApprovalUseTable {
  readonly claim_id: string;
  readonly line_id: string;
  readonly approval_id: string;
  readonly quantity: number;
  readonly amount: ColumnType<string | number, number, number>;
}

/** Supplies of medicines that were paid: what other terminals did not know. */
export interface SupplyTable {
  readonly supply_id: Serial;
  readonly member_number: string;
  readonly terminal_id: string;
  readonly claim_id: string;
  readonly line_id: string;
  readonly repeat_code: number;
  readonly ends_on: string;
  readonly days: number;
  readonly quantity: number;
  readonly provider_id: string;
}

/** What is left of a claim that was decided and is not held. */
export interface SettledClaimTable {
  readonly claim_id: string;
  readonly terminal_id: string;
  readonly member_number: string;
  /** Whose services they are: a newborn's apart from its mother's. */
  readonly history_key: string;
  readonly service_date: string;
  /** The claim and what of its lines is counted, JSON. */
  readonly content: string;
}

/** When a terminal was told what the centre knows of a member; an instant's text. */
export interface ToldFactsTable {
  readonly terminal_id: string;
  readonly member_number: string;
  readonly told_at: string;
}

/** A special prescription that a claim used up, by its number. */
export interface SpecialPrescriptionTable {
  readonly claim_id: string;
  readonly line_id: string;
  readonly number: string;
  readonly used_on: string;
  readonly item_code: string;
  readonly provider_id: string;
}

/** What doctors ordered, by the event that told of it. */
export interface PrescriptionTable {
  readonly terminal_id: string;
  readonly epoch: number;
  readonly seq: number;
  /** As it stands on the card. */
  readonly prescription_id: string;
  readonly member_number: string;
  readonly card_number: string;
  /** The prescriber's. */
  readonly licence: string;
  /** By the clock of the terminal; an instant's text. */
  readonly written_at: string;
  readonly claim_id: string | null;
  /** The event's body, as JSON. */
  readonly content: string;
}

/** One row per member that has claims: locked while one of them is decided. */
export interface MemberTable {
  readonly member_number: string;
}

/** Every reference that this server ever published, as it was signed. */
export interface ReferenceTable {
  readonly manifest_version: number;
  readonly content: string;
}

export interface Tables {
  readonly enrolment_code: EnrolmentCodeTable;
  readonly terminal: TerminalTable;
  readonly inbox: InboxTable;
  readonly evidence: EvidenceTable;
  readonly verdict: VerdictTable;
  readonly terminal_key: TerminalKeyTable;
  readonly terminal_key_count: TerminalKeyCountTable;
  readonly claim: ClaimTable;
  readonly claim_void: ClaimVoidTable;
  readonly approval_request: ApprovalRequestTable;
  readonly approval_use: ApprovalUseTable;
  readonly card: CardTable;
  readonly card_mark: CardMarkTable;
  readonly card_conflict: CardConflictTable;
  readonly card_order: CardOrderTable;
  readonly card_correction: CardCorrectionTable;
  readonly card_correction_told: CardCorrectionToldTable;
  readonly card_correction_count: CardCorrectionCountTable;
  readonly supply: SupplyTable;
  readonly prescription: PrescriptionTable;
  readonly special_prescription: SpecialPrescriptionTable;
  readonly settled_claim: SettledClaimTable;
  readonly told_facts: ToldFactsTable;
  readonly member: MemberTable;
  readonly reference: ReferenceTable;
}

export type Database = Kysely<Tables>;
export type Write = Transaction<Tables>;
