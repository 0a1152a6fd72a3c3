import { fromHex } from '#domain/chain.ts';
import type { Failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { ask, refusal } from '../apdu.ts';
import { concatBytes } from '../profile/bytes.ts';
import { statusWords } from '../status-words.ts';
import type { CardChannel } from '../transport/channel.ts';
import type { CardKind } from './card-kind.ts';
import { decodeDigits, decodeText, findBirth, findDay, sexOfDigit } from './card-text.ts';
import { readBinaryAt, readExactly, readWhole } from './read-binary.ts';
import { asReading, malformed } from './reading-failures.ts';

/** Serbian health-insurance card (RFZO): four files of fields, names in both scripts as UTF-16LE. */
export const serbia: CardKind = {
  kind: 'serbia',
  // The name "RFZO" in the historical bytes.
  atr: /^3bf4.*52465a4f/,
  selection: fromHex('00a404000df38100000253455256535a4b01'),
  isNamedBySelection: true,
  async read(channel) {
    const fields = new Map<number, Uint8Array>();
    for (const file of [1, 2, 3, 4]) {
      const read = await readFields(channel, file, fields);
      if (!read.ok) return read;
    }
    const value = (tag: number) => fields.get(tag) ?? new Uint8Array();
    const digits = (tag: number) => decodeDigits(value(tag)) ?? '';
    const name = (given: number, family: number, language: string) => ({
      text: [given, family]
        .map((tag) => decodeText(value(tag), 'utf-16le') ?? '')
        .filter(Boolean)
        .join(' '),
      language,
    });
    return asReading('0D02', {
      kind: 'serbia',
      holderNumber: digits(tags.number),
      names: [
        name(tags.givenCyrillic, tags.familyCyrillic, 'sr-Cyrl'),
        name(tags.givenLatin, tags.familyLatin, 'sr-Latn'),
      ],
      birth: findBirth(yearFirst(digits(tags.birth))),
      sex: sexOfDigit(Number(digits(tags.sex))),
      validFrom: findDay(yearFirst(digits(tags.issued))),
      validTo: findDay(yearFirst(digits(tags.validTo))),
    });
  },
};

const tags = {
  issued: 1557,
  number: 1569,
  familyCyrillic: 1570,
  familyLatin: 1571,
  givenCyrillic: 1572,
  givenLatin: 1573,
  birth: 1574,
  validTo: 1586,
  sex: 1603,
} as const;

/** Day, month, year as the card writes them, turned round. */
const yearFirst = (digits: string): string =>
  digits.slice(4, 8) + digits.slice(2, 4) + digits.slice(0, 2);

/** A file's header has its length at 2; its fields follow, tag and length of two bytes each, little endian. */
async function readFields(
  channel: CardChannel,
  file: number,
  into: Map<number, Uint8Array>,
): Promise<Result<null, Failure>> {
  const name = `0D0${file}`;
  const select = concatBytes(fromHex('00a40000020d'), Uint8Array.of(file));
  const selected = await ask(channel, select, `SELECT ${name}`);
  if (!selected.ok) return selected;
  if (selected.value.statusWord !== statusWords.done) {
    return failWith(refusal(`SELECT ${name}`, selected.value.statusWord));
  }
  const header = await readExactly(channel, readBinaryAt(0, 4), 4, `READ ${name}`);
  if (!header.ok) return header;
  const length = littleEndian(header.value, 2);
  if (length > mostBytes) return malformed(name, 'length');
  const body = await readWhole(channel, 4, length, `READ ${name}`);
  if (!body.ok) return body;
  return takeFields(body.value, into) ? succeed(null) : malformed(name, 'fields');
}

const mostBytes = 4096;

/** Whether all lengths add up. */
function takeFields(bytes: Uint8Array, into: Map<number, Uint8Array>): boolean {
  let at = 0;
  while (at + 4 <= bytes.length) {
    const end = at + 4 + littleEndian(bytes, at + 2);
    if (end > bytes.length) return false;
    into.set(littleEndian(bytes, at), bytes.slice(at + 4, end));
    at = end;
  }
  return at === bytes.length;
}

const littleEndian = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 256;
