import type { CardProof } from '#domain/adjudication/input.ts';
import { toHex } from '#domain/chain.ts';
import type { Period } from '#domain/dates.ts';
import { type Failure, failure } from '#domain/failures.ts';
import type { Person } from '#domain/people.ts';
import { failWith, type Result } from '#domain/result.ts';
import { ask, demand, readRecord, refusal, selectApplication } from './apdu.ts';
import { decodeHead, type OfflineLimits, type SignedHead } from './profile/head.ts';
import type { LedgerHead } from './profile/head-proof.ts';
import { applicationId, files } from './profile/layout.ts';
import { statusWords } from './status-words.ts';
import type { CardChannel } from './transport/channel.ts';

/** Who the card says this is, and what that is worth. */
export interface IdentityReading {
  readonly cardNumber: string;
  readonly person: Person;
  readonly policyNumber: string;
  readonly planCode: string;
  /** The card's own validity; it never decides cover. */
  readonly validity: Period;
  readonly proof: CardProof;
  readonly issuerKeyId: string;
  readonly headVersion: number;
  /** Hex, 16 bytes; null where the card has no photo. */
  readonly photoHash: string | null;
  /** The full history asks for the holder's PIN. */
  readonly hasPin: boolean;
  /** What the issuer lets be decided for the card offline; a zero states nothing. */
  readonly offlineLimits: OfflineLimits;
  /** The head of the ledger as the card proved it; null where it proved nothing. */
  readonly ledgerHead: LedgerHead | null;
}

/**
 * SELECT and HEAD; where the newest HEAD was not written to its end, the one before it. A card without the
 * application fails with `card-unknown`.
 */
export async function readHead(channel: CardChannel): Promise<Result<SignedHead, Failure>> {
  const selected = await ask(channel, selectApplication(applicationId), 'SELECT');
  if (!selected.ok) return selected;
  const { statusWord } = selected.value;
  if (foreign.includes(statusWord)) {
    return failWith(failure('card-unknown', { atr: toHex(channel.atr) }));
  }
  if (statusWord !== statusWords.done) return failWith(refusal('SELECT', statusWord));
  const newest = await readHeadAt(channel, 1);
  if (newest.ok || newest.failure.code !== 'card-record-malformed') return newest;
  const before = await readHeadAt(channel, 2);
  // What is told is what ails the newest one: that there is none before it says nothing.
  return before.ok ? before : newest;
}

async function readHeadAt(
  channel: CardChannel,
  number: number,
): Promise<Result<SignedHead, Failure>> {
  const record = await demand(channel, readRecord(files.HEAD.sfi, number), 'READ HEAD');
  return record.ok ? decodeHead(record.value) : record;
}

/** HEAD with what the card proved of it, and of its ledger. */
export const describeHead = <Proof>(
  { head }: SignedHead,
  proof: Proof,
  ledgerHead: LedgerHead | null,
): Omit<IdentityReading, 'proof'> & { readonly proof: Proof } => ({
  cardNumber: head.cardNumber,
  person: head.person,
  policyNumber: head.policyNumber,
  planCode: head.planCode,
  validity: head.validity,
  proof,
  issuerKeyId: head.issuerKeyId,
  headVersion: head.version,
  photoHash: head.photoHash === null ? null : toHex(head.photoHash),
  hasPin: head.flags.hasPin,
  offlineLimits: head.offlineLimits,
  ledgerHead,
});

/** How cards that know nothing of this application refuse its selection. */
const foreign: readonly number[] = [
  statusWords.appletNotSelected,
  statusWords.notSupported,
  statusWords.fileNotFound,
  statusWords.wrongParameters,
  statusWords.instructionUnknown,
  statusWords.classUnknown,
];
