import { type CalendarDate, dayOf, type Instant } from '#domain/dates.ts';
import { type Fact, known, type Unknown, unknown } from '#domain/facts.ts';
import { type Failure, failure } from '#domain/failures.ts';
import type { Supply } from '#domain/history.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { proveCardKey } from './authentication/active.ts';
import { type IssuerKey, verifyIssuer } from './authentication/passive.ts';
import { type HistoryReading, judgeLedger } from './judge-ledger.ts';
import type { FindLedgerKey } from './judge-record.ts';
import { maximumSupplies } from './profile/checkpoint-record.ts';
import { hasOutlastedLost } from './profile/ledger-builder.ts';
import { hashOfRecord, noRecordHash } from './profile/ledger-codec.ts';
import type { RunningCeilings } from './profile/running-ceilings.ts';
import { describeHead, type IdentityReading, readHead } from './read-head.ts';
import { readLedger } from './read-ledger.ts';
import type { CardChannel } from './transport/channel.ts';

export type { HistoryReading, LedgerEntry, LedgerTrouble } from './judge-ledger.ts';
export type { IdentityReading } from './read-head.ts';

/**
 * Reads and proves an MC-1 card in at most 3 APDUs: SELECT, HEAD, INTERNAL AUTHENTICATE. A card without
 * the application fails with `card-unknown`; one that proves nothing is read all the same, `proof` saying so.
 */
export async function readIdentity(
  channel: CardChannel,
  trust: {
    readonly issuerKeys: readonly IssuerKey[];
    readonly today: CalendarDate;
    randomBytes(size: number): Uint8Array;
  },
): Promise<Result<IdentityReading, Failure>> {
  const read = await readHead(channel);
  if (!read.ok) return read;
  const { head } = read.value;
  const passive = verifyIssuer(read.value, trust.issuerKeys, trust.today);
  // The card's key is worth what the signature over it is worth: without that nothing more is asked.
  if (passive !== 'signed') return succeed(describeHead(read.value, passive, null));
  const active = await proveCardKey(channel, head.cardKey, trust.randomBytes(16));
  if (!active.ok) return active;
  const proof = active.value === null ? 'copy-suspected' : 'genuine';
  return succeed(describeHead(read.value, proof, active.value));
}

/**
 * Reads the newest `maxRecords` of the ledger behind an identity read from the same channel, and judges them.
 * Where those carry no tables (a torn write, an unfinished group) it reads on to the first that does.
 * Fails with `card-changed` when the records are not those that the card proved.
 */
export async function readHistory(
  channel: CardChannel,
  identity: Pick<IdentityReading, 'cardNumber' | 'ledgerHead'>,
  options: { readonly findTerminalKey: FindLedgerKey; readonly maxRecords: number },
): Promise<Result<HistoryReading, Failure>> {
  const read = await readLedger(channel, options.maxRecords);
  if (!read.ok) return read;
  const [newest] = read.value;
  const hash = newest === undefined ? noRecordHash : hashOfRecord(newest);
  if (identity.ledgerHead !== null && identity.ledgerHead.hash !== hash) {
    return failWith(failure('card-changed'));
  }
  return succeed(judgeLedger(read.value, identity.cardNumber, options.findTerminalKey));
}

/** The supplies as the engine takes them: an unknown beside them refers whatever they would allow. */
export function supplyFacts(
  history: HistoryReading,
  asOf: Instant,
): readonly Fact<readonly Supply[]>[] {
  // Nothing need be written for a table that was too short to become whole again: what it lost runs out.
  const isFull = history.supplies.length === maximumSupplies;
  const isWhole = history.isComplete || (isFull && hasOutlastedLost(history, dayOf(asOf)));
  const doubt: Unknown | null =
    history.trouble === 'forged' || !history.isVerified
      ? 'unverified'
      : isWhole
        ? null
        : 'not-present';
  const supplies = known(history.supplies, 'card', asOf);
  return doubt === null ? [supplies] : [supplies, unknown(doubt, 'card')];
}

/** The running ceilings as the engine's use of them is reckoned from. */
export function ceilingFact(
  { ceilings, isVerified, trouble }: HistoryReading,
  asOf: Instant,
): Fact<RunningCeilings> {
  if (ceilings !== null) return known(ceilings, 'card', asOf);
  const isDoubted = trouble === 'forged' || !isVerified;
  return unknown(isDoubted ? 'unverified' : 'not-present', 'card');
}
