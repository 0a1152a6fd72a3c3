import { type Failure, failure } from '#domain/failures.ts';
import { appendTo, ask, refusal } from './apdu.ts';
import { proveCardKey } from './authentication/active.ts';
import { maximumLines } from './profile/checkpoint-record.ts';
import { appendsPerSession, challengeSize, files } from './profile/layout.ts';
import { type LedgerEvent, type LedgerState, planRecords } from './profile/ledger-builder.ts';
import { hashOfRecord } from './profile/ledger-codec.ts';
import { showStatusWord, statusWords } from './status-words.ts';
import type { CardChannel } from './transport/channel.ts';

/** The records of one event, to be appended in this order. */
export interface PlannedAppend {
  /** 240 bytes each, oldest first. */
  readonly records: readonly Uint8Array[];
  /** Where the ledger stands once all of them are on the card. */
  readonly ledger: LedgerState;
}

/**
 * The exact records by which an event enters the ledger, signed by the terminal; changes nothing. Four lines
 * go into a record and three records into a group, which is as much as one session can append: a longer event
 * becomes several groups, each complete by itself. An event without lines writes nothing.
 */
export function planAppend(ledger: LedgerState, event: LedgerEvent): PlannedAppend {
  const { lines } = event;
  const records: Uint8Array[] = [];
  let state = ledger;
  for (let from = 0; from < lines.length; from += linesPerGroup) {
    const group = planRecords(state, {
      ...event,
      terminalCounter: event.terminalCounter + records.length,
      lines: lines.slice(from, from + linesPerGroup),
    });
    records.push(...group.records);
    state = group.state;
  }
  return { records, ledger: state };
}

const linesPerGroup = maximumLines * appendsPerSession;

/** What is known of an append. */
export type AppendOutcome =
  | { readonly outcome: 'committed' }
  /** No answer that tells: the record may be on the card or not, until its ledger is read again. */
  | { readonly outcome: 'unknown'; readonly failure: Failure }
  /** The card said no, and holds what it held. */
  | { readonly outcome: 'refused'; readonly statusWord: string; readonly failure: Failure };

/** Appends one planned record: 9000 is the moment from which the card holds it. */
export async function appendRecord(
  channel: CardChannel,
  record: Uint8Array,
): Promise<AppendOutcome> {
  const asked = await ask(channel, appendTo(files.LEDGER.sfi, record), 'APPEND');
  if (!asked.ok) return { outcome: 'unknown', failure: asked.failure };
  return outcomeOf(asked.value.statusWord, 'APPEND');
}

/**
 * The same, and then the card proves by its own key that the record is its newest: 9000 by itself is signed by nobody.
 * Where it proves otherwise, or nothing, nobody knows what became of the record.
 */
export async function appendProven(
  channel: CardChannel,
  record: Uint8Array,
  by: { readonly cardKey: Uint8Array; randomBytes(size: number): Uint8Array },
): Promise<AppendOutcome> {
  const appended = await appendRecord(channel, record);
  if (appended.outcome !== 'committed') return appended;
  const proven = await proveCardKey(channel, by.cardKey, by.randomBytes(challengeSize));
  if (!proven.ok) return { outcome: 'unknown', failure: proven.failure };
  const isHeld = proven.value?.hash === hashOfRecord(record);
  return isHeld ? appended : { outcome: 'unknown', failure: failure('card-not-genuine') };
}

/** What a status word for APPEND RECORD says. */
export function outcomeOf(statusWord: number, step: string): AppendOutcome {
  if (statusWord === statusWords.done) return { outcome: 'committed' };
  const why = refusal(step, statusWord);
  if (mayHaveWritten.includes(statusWord >> 8)) return { outcome: 'unknown', failure: why };
  return { outcome: 'refused', statusWord: showStatusWord(statusWord), failure: why };
}

/** "State of non-volatile memory may have changed" (ISO/IEC 7816-4 section 5.6). */
const mayHaveWritten: readonly number[] = [0x63, 0x65];
