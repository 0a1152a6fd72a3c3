import type { Failure } from '#domain/failures.ts';
import { type Result, succeed } from '#domain/result.ts';
import { ask, readRecord } from '../apdu.ts';
import { type PinState, readPinState } from '../holder-pin.ts';
import { decodeHead } from '../profile/head.ts';
import { type FileName, files, recordsWithoutPin } from '../profile/layout.ts';
import { decodeRecord } from '../profile/ledger-codec.ts';
import { decodeMed } from '../profile/med.ts';
import { statusWords } from '../status-words.ts';
import type { CardChannel } from '../transport/channel.ts';

/** What can be told of a file without telling what is in it. */
export interface InspectedFile {
  readonly file: FileName;
  /** The newest whole record's version, of the ledger its sequence; null where none is there, or may be read. */
  readonly version: number | null;
  /** Records that are there, torn ones among them; null where the card does not let this reader see. */
  readonly records: number | null;
  /** There may be more: the card shows no further without the holder's PIN. */
  readonly mayBeMore: boolean;
}

/** What the newest table of the ledger says of itself. */
export interface InspectedTables {
  /** More supplies are active than it holds. */
  readonly hasMoreSupplies: boolean;
  /** Running ceilings of which nobody knows how much is used. */
  readonly unknownCeilings: number;
}

export interface InspectedFiles {
  readonly files: readonly InspectedFile[];
  /** Null where none was read. */
  readonly tables: InspectedTables | null;
  readonly pin: PinState['state'] | null;
}

/** Looks into the files that the card shows to whoever reads it now; nothing of what they say is kept. */
export async function inspectFiles(
  channel: CardChannel,
  hasPin: boolean,
): Promise<Result<InspectedFiles, Failure>> {
  const looks: Look[] = [];
  for (const file of ['HEAD', 'MED', 'LEDGER'] as const) {
    const looked = await lookInto(channel, file);
    if (!looked.ok) return looked;
    looks.push(looked.value);
  }
  const pin = hasPin ? await readPinState(channel) : null;
  return succeed({
    files: looks.map(({ newest: _, ...file }) => file),
    tables: looks.map(({ newest }) => tablesOf(newest)).find((each) => each !== null) ?? null,
    pin: pin?.ok ? pin.value.state : null,
  });
}

interface Look extends InspectedFile {
  /** Of the ledger. */
  readonly newest: readonly Uint8Array[];
}

/** Record by record for the small files; of the ledger the newest, and then how many there are by halving. */
async function lookInto(channel: CardChannel, file: FileName): Promise<Result<Look, Failure>> {
  const isLedger = file === 'LEDGER';
  const newest: Uint8Array[] = [];
  for (let number = 1; number <= (isLedger ? 2 : files[file].capacity); number += 1) {
    const read = await readAt(channel, file, number);
    if (!read.ok) return read;
    if (read.value === 'shut') return succeed({ file, ...shut });
    if (read.value === 'absent') break;
    newest.push(read.value);
  }
  const counted = isLedger && newest.length === 2 ? await countLedger(channel) : null;
  if (counted !== null && !counted.ok) return counted;
  const records = counted?.value ?? newest.length;
  const version = newest.map((bytes) => versionOf[file](bytes)).find((each) => each !== null);
  return succeed({
    ...{ file, records, version: version ?? null, newest: isLedger ? newest : [] },
    mayBeMore: isLedger && records === recordsWithoutPin,
  });
}

const shut = { version: null, records: null, mayBeMore: false, newest: [] } as const;

/** Of those that are shown without a PIN: a dozen would be read one by one, and the rest by halving. */
async function countLedger(channel: CardChannel): Promise<Result<number, Failure>> {
  let [there, beyond] = [2, recordsWithoutPin + 1];
  while (beyond - there > 1) {
    const middle = Math.floor((there + beyond) / 2);
    const read = await readAt(channel, 'LEDGER', middle);
    if (!read.ok) return read;
    if (read.value === 'absent' || read.value === 'shut') beyond = middle;
    else there = middle;
  }
  return succeed(there);
}

async function readAt(
  channel: CardChannel,
  file: FileName,
  number: number,
): Promise<Result<Uint8Array | 'absent' | 'shut', Failure>> {
  const asked = await ask(channel, readRecord(files[file].sfi, number), `READ ${file}`);
  if (!asked.ok) return asked;
  const { body, statusWord } = asked.value;
  if (statusWord === statusWords.done) return succeed(body);
  return succeed(statusWord === statusWords.recordNotFound ? 'absent' : 'shut');
}

const versionOf: Readonly<Record<FileName, (bytes: Uint8Array) => number | null>> = {
  HEAD: (bytes) => {
    const decoded = decodeHead(bytes);
    return decoded.ok ? decoded.value.head.version : null;
  },
  MED: (bytes) => {
    const decoded = decodeMed(bytes);
    return decoded.ok ? decoded.value.med.version : null;
  },
  LEDGER: (bytes) => {
    const decoded = decodeRecord(bytes);
    return decoded.ok ? decoded.value.seq : null;
  },
};

function tablesOf(newest: readonly Uint8Array[]): InspectedTables | null {
  for (const bytes of newest) {
    const decoded = decodeRecord(bytes);
    if (!decoded.ok || decoded.value.type === 'prescription') continue;
    const { tables } = decoded.value;
    if (tables === null) continue;
    const unknownCeilings = tables.ceilings.used.filter(({ used }) => used === null).length;
    return { hasMoreSupplies: tables.hasMoreSupplies, unknownCeilings };
  }
  return null;
}
