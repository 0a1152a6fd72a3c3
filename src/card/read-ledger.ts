import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { ask, readRecord, refusal } from './apdu.ts';
import { files } from './profile/layout.ts';
import { decodeRecord } from './profile/ledger-codec.ts';
import { statusWords } from './status-words.ts';
import type { CardChannel } from './transport/channel.ts';

/**
 * Reads ledger records as they are stored, newest first: as many as are wanted, and on to the first that
 * carries the tables where a torn write or an unfinished group stands before it. Fewer than are wanted: these
 * are all. What is known already, from record 1 on, is not read again.
 */
export async function readLedger(
  channel: CardChannel,
  wanted: number,
  known: readonly Uint8Array[] = [],
): Promise<Result<Uint8Array[], Failure>> {
  const records: Uint8Array[] = [...known];
  for (let number = known.length + 1; number <= lastRecordNumber; number += 1) {
    if (records.length >= wanted && records.some(hasTables)) break;
    const asked = await ask(channel, readRecord(files.LEDGER.sfi, number), 'READ LEDGER');
    if (!asked.ok) return asked;
    const { body, statusWord } = asked.value;
    if (statusWord === statusWords.recordNotFound) break;
    if (statusWord !== statusWords.done) return failWith(refusal('READ LEDGER', statusWord));
    if (body.length !== files.LEDGER.recordSize) {
      return failWith(failure('card-answer-malformed', { step: 'READ LEDGER' }));
    }
    records.push(body);
  }
  return succeed(records);
}

/** ISO/IEC 7816-4 section 11.4.2. */
const lastRecordNumber = 0xfe;

function hasTables(bytes: Uint8Array): boolean {
  const decoded = decodeRecord(bytes);
  return decoded.ok && decoded.value.type !== 'prescription' && decoded.value.tables !== null;
}
