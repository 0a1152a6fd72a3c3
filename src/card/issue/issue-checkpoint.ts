import type { Instant } from '#domain/dates.ts';
import type { Failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { appendRecord } from '../append-records.ts';
import { judgeLedger } from '../judge-ledger.ts';
import type { FindLedgerKey } from '../judge-record.ts';
import { findLedgerState, listWhole } from '../ledger-state.ts';
import { areEqual } from '../profile/bytes.ts';
import { addSupplies, type LedgerState, planRecords } from '../profile/ledger-builder.ts';
import type { Ceilings, SupplyRow } from '../profile/ledger-record.ts';
import { readLedger } from '../read-ledger.ts';
import { enterAsIssuer, type IssuerVisit, refuse } from './enter-as-issuer.ts';
import type { DistantCard } from './relay.ts';

/** What the centre knows of the card's holder, and where its own record goes. */
export interface CheckpointOrder {
  readonly at: Instant;
  /** The issuer's own count of records, across all cards. */
  readonly counter: number;
  /** Supplies of the holder's that the centre knows to last still. */
  suppliesOf(memberNumber: string): Promise<readonly SupplyRow[]>;
  /** Somebody at the centre made sure that these and the card's lack nothing: what a full table lost is among them. */
  readonly isWhole: boolean;
  /** Null: what the card says of them stays. */
  readonly ceilings: Ceilings | null;
  readonly findTerminalKey: FindLedgerKey;
  /** As it was signed for this card before, 240 bytes; null at first. */
  readonly signed: Uint8Array | null;
  keep(record: Uint8Array): Promise<void>;
}

/**
 * Appends a checkpoint that the issuer signs: the active supplies that card and centre know together, and the running
 * ceilings; its sequence. A ledger that holds forged records, or whose newest group nobody known here wrote, is not
 * summed up: the issuer would vouch for it.
 */
export async function issueCheckpoint(
  card: DistantCard,
  visit: IssuerVisit,
  order: CheckpointOrder,
): Promise<Result<number, Failure>> {
  const entered = await enterAsIssuer(card, visit, ['LEDGER']);
  if (!entered.ok) return entered;
  const { channel, issuer, signed } = entered.value;
  const read = await readLedger(channel, 1);
  if (!read.ok) return read;
  const stored = read.value;
  const kept = order.signed === null ? undefined : listWhole([order.signed])[0];
  if (kept !== undefined && stored.some((bytes) => areEqual(bytes, kept.bytes))) {
    return succeed(kept.record.seq);
  }
  const reading = judgeLedger(stored, visit.cardNumber, order.findTerminalKey);
  const state = findLedgerState(stored, visit.cardNumber, reading);
  if (state === null) return refuse('forged');
  if (!reading.isVerified) return refuse('unverified');
  const supplies = await order.suppliesOf(signed.head.person.memberNumber);
  const { records } = planRecords(withKnown(state, order, supplies), {
    ...{ type: 'checkpoint', at: order.at, writer: issuer, terminalCounter: order.counter },
    ...{ headVersion: signed.head.version, medVersion: 0, lines: [] },
  });
  const isNext = kept?.record.prevHash === state.hash && kept.record.seq === state.seq + 1;
  const record = isNext ? kept.bytes : records[0];
  if (record === undefined) throw new Error('a checkpoint is one record');
  if (!isNext) await order.keep(record);
  const appended = await appendRecord(channel, record);
  return appended.outcome === 'committed' ? succeed(state.seq + 1) : failWith(appended.failure);
}

/** The card's tables with what the centre knows besides. */
function withKnown(
  state: LedgerState,
  { at, ceilings, isWhole }: CheckpointOrder,
  supplies: readonly SupplyRow[],
): LedgerState {
  const { tables } = state;
  const corrects = { gone: [], left: supplies, mayHideEarlier: false };
  const known = addSupplies(isWhole ? { ...tables, hasMoreSupplies: false } : tables, {
    ...{ at, lines: [], corrects },
  });
  return { ...state, tables: { ...known, ceilings: ceilings ?? known.ceilings } };
}
