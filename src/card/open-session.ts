import type { CardProof } from '#domain/adjudication/input.ts';
import type { CalendarDate } from '#domain/dates.ts';
import type { Unknown } from '#domain/facts.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { proveCardKey } from './authentication/active.ts';
import { type Entry, enterCard, type TerminalCredentials } from './authentication/mutual.ts';
import { type IssuerKey, verifyIssuer } from './authentication/passive.ts';
import { type HistoryReading, judgeLedger } from './judge-ledger.ts';
import type { FindLedgerKey } from './judge-record.ts';
import { findLedgerState, headToProve } from './ledger-state.ts';
import type { SignedHead } from './profile/head.ts';
import type { LedgerHead } from './profile/head-proof.ts';
import { challengeSize } from './profile/layout.ts';
import type { LedgerState } from './profile/ledger-builder.ts';
import { describeHead, type IdentityReading, readHead } from './read-head.ts';
import { readLedger } from './read-ledger.ts';
import { type MedState, readMed } from './read-med.ts';
import type { CardChannel } from './transport/channel.ts';

export interface SessionOptions {
  readonly issuerKeys: readonly IssuerKey[];
  readonly today: CalendarDate;
  randomBytes(size: number): Uint8Array;
  /** Null before the terminal has a certificate: then the card shows its identity alone. */
  readonly terminal: TerminalCredentials | null;
  readonly findTerminalKey: FindLedgerKey;
  /** Called once HEAD is read, and again when its proof is no longer pending. */
  onIdentity(identity: ShownIdentity): void;
}

/** An identity, as early as it can be shown. */
export interface ShownIdentity extends Omit<IdentityReading, 'proof'> {
  /** Pending: the issuer signed it, and the card has yet to prove that it is not a copy. */
  readonly proof: CardProof | 'pending';
}

/** What a card told a terminal. It stays authenticated for as long as the channel is open. */
export interface CardSession {
  readonly identity: IdentityReading;
  /** With which the card proves what it holds; the issuer signed it, or nothing is written to this card. */
  readonly cardKey: Uint8Array;
  /** From the newest complete group; `readHistory` reads further back on the same channel. */
  readonly history: HistoryState;
  readonly med: MedState;
  /** What the next record follows; null where this terminal cannot write to this card now. */
  readonly ledger: LedgerState | null;
  /** Ledger records as they are stored, newest first, as far as they were read. */
  readonly records: readonly Uint8Array[];
  /** Why the card did not admit this terminal; null when it did, and where it was not asked. */
  readonly refusal: Failure | null;
}

export type HistoryState =
  | { readonly state: 'read'; readonly reading: HistoryReading }
  | { readonly state: 'unknown'; readonly why: Unknown };

/**
 * Reads all that a visit needs in 7 APDUs: SELECT, HEAD, certificate, challenge, mutual authentication, the
 * newest ledger record, MED. A card that the issuer did not sign is asked no more after HEAD; one that does
 * not admit the terminal proves itself by INTERNAL AUTHENTICATE. Fails as `readIdentity` and `readHistory` do.
 */
export async function openCardSession(
  channel: CardChannel,
  options: SessionOptions,
): Promise<Result<CardSession, Failure>> {
  const read = await readHead(channel);
  if (!read.ok) return read;
  const passive = verifyIssuer(read.value, options.issuerKeys, options.today);
  if (passive !== 'signed') {
    const identity = describeHead(read.value, passive, null);
    options.onIdentity(identity);
    return succeed({ ...untold, identity, cardKey: read.value.head.cardKey });
  }
  options.onIdentity(describeHead(read.value, 'pending', null));
  const { terminal, randomBytes } = options;
  const entered: Result<Entry | null, Failure> =
    terminal === null
      ? succeed(null)
      : await enterCard(channel, read.value.head, terminal, randomBytes);
  return entered.ok ? readOn(channel, read.value, entered.value, options) : entered;
}

/** What a card tells that is asked no more. */
const untold = {
  history: { state: 'unknown', why: 'unverified' },
  med: { state: 'unknown', why: 'unverified' },
  ledger: null,
  records: [],
  refusal: null,
} as const;

async function readOn(
  channel: CardChannel,
  signed: SignedHead,
  entry: Entry | null,
  options: SessionOptions,
): Promise<Result<CardSession, Failure>> {
  const proven =
    entry?.state === 'admitted'
      ? await proveByEntry(channel, signed, entry.proves, options)
      : await proveByKey(channel, signed, options);
  if (!proven.ok) return proven;
  const { head, records } = proven.value;
  const proof: CardProof = head === null ? 'copy-suspected' : 'genuine';
  const identity = describeHead(signed, proof, head);
  options.onIdentity(identity);
  const { cardNumber } = identity;
  const history = judge(records, cardNumber, options);
  const rest = {
    ...{ identity, history, records: records ?? [], refusal: refusalOf(entry) },
    cardKey: signed.head.cardKey,
  };
  if (head === null) return succeed({ ...untold, ...rest });
  if (entry?.state !== 'admitted') return succeed({ ...rest, med: unreadable, ledger: null });
  const med = await readMed(channel, { ...options, cardNumber });
  if (!med.ok) return med;
  const isReadable = records !== null && history.state === 'read';
  const ledger = isReadable ? findLedgerState(records, cardNumber, history.reading) : null;
  return succeed({ ...rest, med: med.value, ledger });
}

const judge = (
  records: readonly Uint8Array[] | null,
  cardNumber: string,
  { findTerminalKey }: SessionOptions,
): HistoryState =>
  records === null
    ? unreadable
    : { state: 'read', reading: judgeLedger(records, cardNumber, findTerminalKey) };

const refusalOf = (entry: Entry | null): Failure | null =>
  entry?.state === 'refused' ? entry.refusal : null;

const unreadable = { state: 'unknown', why: 'unreadable' } as const;

interface Proven {
  /** Null: the card proved nothing, so it is treated as a copy. */
  readonly head: LedgerHead | null;
  /** Null: the card does not show its ledger to this terminal. */
  readonly records: Uint8Array[] | null;
}

/** The card's answer to the mutual authentication holds over the ledger that it shows. */
async function proveByEntry(
  channel: CardChannel,
  signed: SignedHead,
  proves: (head: LedgerHead) => boolean,
  options: SessionOptions,
): Promise<Result<Proven, Failure>> {
  const read = await readNewest(channel);
  if (!read.ok) return read;
  // A certificate without role LEDGER: what the card signed cannot be known.
  if (read.value === null) return proveByKey(channel, signed, options);
  const head = headToProve(read.value);
  return succeed({ head: proves(head) ? head : null, records: read.value });
}

/** INTERNAL AUTHENTICATE first, so that the identity is proven early; then the ledger, if it is open. */
async function proveByKey(
  channel: CardChannel,
  { head: { cardKey } }: SignedHead,
  { randomBytes }: SessionOptions,
): Promise<Result<Proven, Failure>> {
  const proof = await proveCardKey(channel, cardKey, randomBytes(challengeSize));
  if (!proof.ok) return proof;
  const read = await readNewest(channel);
  if (!read.ok) return read;
  const [head, records] = [proof.value, read.value];
  const isOther = head !== null && records !== null && head.hash !== headToProve(records).hash;
  return isOther ? failWith(failure('card-changed')) : succeed({ head, records });
}

/** The newest record, and more where it is torn; null where the card refuses. */
async function readNewest(channel: CardChannel): Promise<Result<Uint8Array[] | null, Failure>> {
  const read = await readLedger(channel, 1);
  return !read.ok && read.failure.code === 'card-status' ? succeed(null) : read;
}
