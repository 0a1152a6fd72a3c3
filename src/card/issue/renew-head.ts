import { type Failure, failure } from '#domain/failures.ts';
import type { Person } from '#domain/people.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { appendTo, ask, demand, readRecord, refusal } from '../apdu.ts';
import { areEqual } from '../profile/bytes.ts';
import { decodeHead, encodeHead, type Head, type SignedHead } from '../profile/head.ts';
import { files } from '../profile/layout.ts';
import { statusWords } from '../status-words.ts';
import { type EnteredCard, enterAsIssuer, type IssuerVisit } from './enter-as-issuer.ts';
import { issuerKeyIdOfSigner } from './issue-card.ts';
import type { DistantCard } from './relay.ts';

/** What a new HEAD states otherwise; the rest stays as the card has it. */
export interface HeadChanges extends Partial<Pick<Head, 'flags' | 'offlineLimits'>> {
  readonly names?: Pick<Person, 'nameAr' | 'nameLatin'>;
  readonly policyNumber?: Head['policyNumber'];
  readonly planCode?: Head['planCode'];
  readonly validity?: Head['validity'];
}

export interface HeadRenewal {
  readonly changes: HeadChanges;
  /** As it was signed for this card before, 252 bytes; null at first. */
  readonly signed: Uint8Array | null;
  /** Keeps what was signed before the card is told: whatever becomes of it, the same bytes are offered again. */
  keep(record: Uint8Array): Promise<void>;
}

/**
 * Appends a new HEAD of a version that grows, and reads it back; its version. A HEAD that is on the card already,
 * because only the answer was lost, is not written again. Fails with 'card-head-not-newer' where the chip says so,
 * and as `enterAsIssuer` does.
 */
export async function renewHead(
  card: DistantCard,
  visit: IssuerVisit,
  renewal: HeadRenewal,
): Promise<Result<number, Failure>> {
  const entered = await enterAsIssuer(card, visit);
  if (!entered.ok) return entered;
  const { signed: present } = entered.value;
  const kept = renewal.signed === null ? null : decodeHead(renewal.signed);
  if (kept?.ok && isSame(kept.value, present)) return succeed(present.head.version);
  const isUsable = kept?.ok && kept.value.head.version > present.head.version;
  if (isUsable && renewal.signed !== null) return write(entered.value, renewal.signed);
  if (present.head.version === newestVersion) return failWith(failure('card-head-not-newer'));
  const record = signAnew(present.head, visit, renewal.changes);
  await renewal.keep(record);
  return write(entered.value, record);
}

const newestVersion = 0xffff;

function signAnew(
  { person, ...head }: Head,
  { issuer }: IssuerVisit,
  { names, ...changes }: HeadChanges,
): Uint8Array {
  const issuerKeyId = issuerKeyIdOfSigner(issuer);
  return encodeHead(
    {
      ...head,
      ...changes,
      version: head.version + 1,
      person: { ...person, ...names },
      issuerKeyId,
    },
    issuer.sign,
  );
}

async function write(
  { channel }: EnteredCard,
  record: Uint8Array,
): Promise<Result<number, Failure>> {
  const asked = await ask(channel, appendTo(files.HEAD.sfi, record), 'APPEND HEAD');
  if (!asked.ok) return asked;
  const { statusWord } = asked.value;
  if (statusWord === statusWords.wrongData) return failWith(failure('card-head-not-newer'));
  if (statusWord !== statusWords.done) return failWith(refusal('APPEND HEAD', statusWord));
  const stored = await demand(channel, readRecord(files.HEAD.sfi, 1), 'READ HEAD');
  if (!stored.ok) return stored;
  const read = decodeHead(stored.value);
  if (!read.ok) return read;
  return areEqual(stored.value, record)
    ? succeed(read.value.head.version)
    : failWith(failure('card-answer-malformed', { step: 'READ HEAD' }));
}

const isSame = (a: SignedHead, b: SignedHead): boolean =>
  areEqual(a.signedBytes, b.signedBytes) && areEqual(a.signature, b.signature);
