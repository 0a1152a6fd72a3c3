import type { CalendarDate } from '#domain/dates.ts';
import type { Unknown } from '#domain/facts.ts';
import type { Failure } from '#domain/failures.ts';
import { type Result, succeed } from '#domain/result.ts';
import { ask, readRecord } from './apdu.ts';
import { type IssuerKey, listTrustedKeys } from './authentication/passive.ts';
import { type FindLedgerKey, isInForce } from './judge-record.ts';
import { files } from './profile/layout.ts';
import { decodeMed, isMedSignedBy, type Med, type SignedMed } from './profile/med.ts';
import { terminalKeyIdOf } from './profile/p256.ts';
import { statusWords } from './status-words.ts';
import type { CardChannel } from './transport/channel.ts';

/** What the card says for emergencies. */
export interface MedReading {
  readonly med: Med;
  /** Its writer is known here, and was in force. */
  readonly isVerified: boolean;
  /** Null for the issuer, and where the writer is not known here. */
  readonly providerId: string | null;
}

/** Null: the card has none. */
export type MedState =
  | { readonly state: 'read'; readonly reading: MedReading | null }
  | { readonly state: 'unknown'; readonly why: Unknown };

/** The version that a ledger record names; 0 where the card has none, or none that could be read. */
export const medVersionOf = (med: MedState | { readonly state: 'reading' }): number =>
  med.state === 'read' ? (med.reading?.med.version ?? 0) : 0;

export interface MedTrust {
  readonly cardNumber: string;
  readonly issuerKeys: readonly IssuerKey[];
  readonly today: CalendarDate;
  readonly findTerminalKey: FindLedgerKey;
}

/** Reads the newest MED; where its writing did not come to its end, the one before. One APDU, as a rule. */
export async function readMed(
  channel: CardChannel,
  trust: MedTrust,
): Promise<Result<MedState, Failure>> {
  for (let number = 1; number <= files.MED.capacity; number += 1) {
    const asked = await ask(channel, readRecord(files.MED.sfi, number), 'READ MED');
    if (!asked.ok) return asked;
    const { body, statusWord } = asked.value;
    if (statusWord === statusWords.recordNotFound && number === 1) {
      return succeed({ state: 'read', reading: null });
    }
    if (statusWord !== statusWords.done) break;
    const decoded = decodeMed(body);
    if (decoded.ok) return succeed(judgeMed(decoded.value, trust));
  }
  return succeed({ state: 'unknown', why: 'unreadable' });
}

/** A MED whose signature is wrong under its writer's key is as good as none. */
function judgeMed(signed: SignedMed, trust: MedTrust): MedState {
  const { writerKeyId, writtenOn } = signed.med;
  const judged = (publicKey: Uint8Array, isVerified: boolean, providerId: string | null) =>
    isMedSignedBy(signed, trust.cardNumber, publicKey)
      ? ({ state: 'read', reading: { med: signed.med, isVerified, providerId } } as const)
      : ({ state: 'unknown', why: 'unverified' } as const);
  const issuer = listTrustedKeys(trust.issuerKeys, trust.today).find(
    (publicKey) => terminalKeyIdOf(publicKey) === writerKeyId,
  );
  if (issuer !== undefined) return judged(issuer, true, null);
  const key = trust.findTerminalKey(writerKeyId);
  if (key === null) {
    return { state: 'read', reading: { med: signed.med, isVerified: false, providerId: null } };
  }
  return judged(Buffer.from(key.publicKey, 'hex'), isInForce(key, writtenOn), key.providerId);
}
