import { fromHex } from '#domain/chain.ts';
import type { Failure } from '#domain/failures.ts';
import { type Result, succeed } from '#domain/result.ts';
import type { CardChannel } from '../transport/channel.ts';
import type { CardKind } from './card-kind.ts';
import {
  decodeDigits,
  decodeText,
  findBirth,
  findDay,
  sexOfDigit,
  yearOffsets,
} from './card-text.ts';
import { readExactly } from './read-binary.ts';
import { asReading } from './reading-failures.ts';

/** Thai national identity card: names in Thai (TIS-620) and English, years counted from the Buddha's death. */
export const thailand: CardKind = {
  kind: 'thailand',
  // The name "TH NID" in the historical bytes.
  atr: /^3b.*5448204e494420/,
  selection: fromHex('00a4040008a000000054480001'),
  isNamedBySelection: true,
  async read(channel) {
    const values: Record<string, Uint8Array> = {};
    for (const [name, { offset, length }] of Object.entries(fields)) {
      const read = await readField(channel, offset, length);
      if (!read.ok) return read;
      values[name] = read.value;
    }
    const value = (name: keyof typeof fields) => values[name] ?? new Uint8Array();
    const digits = (name: keyof typeof fields) => decodeDigits(value(name)) ?? '';
    return asReading('CID', {
      kind: 'thailand',
      holderNumber: decodeDigits(value('number')),
      names: [
        { text: nameOf(decodeText(value('nameThai'), 'windows-874')), language: 'th' },
        { text: nameOf(decodeText(value('nameEnglish'), 'windows-874')), language: 'en' },
      ],
      birth: findBirth(digits('birth'), 4, yearOffsets.buddhist),
      sex: sexOfDigit(digits('sex')),
      validFrom: findDay(digits('issued'), 4, yearOffsets.buddhist),
      // A card that never expires says so in nines, which are no date.
      validTo: findDay(digits('expires'), 4, yearOffsets.buddhist),
    });
  },
};

const fields = {
  number: { offset: 0x0004, length: 13 },
  nameThai: { offset: 0x0011, length: 100 },
  nameEnglish: { offset: 0x0075, length: 100 },
  birth: { offset: 0x00d9, length: 8 },
  sex: { offset: 0x00e1, length: 1 },
  issued: { offset: 0x0167, length: 8 },
  expires: { offset: 0x016f, length: 8 },
} as const;

/** The card's own command: offset in P1-P2, the length in the body. */
async function readField(
  channel: CardChannel,
  offset: number,
  length: number,
): Promise<Result<Uint8Array, Failure>> {
  const command = Uint8Array.of(0x80, 0xb0, offset >> 8, offset & 0xff, 0x02, 0x00, length);
  const read = await readExactly(channel, command, length, 'READ CID');
  return read.ok ? succeed(read.value) : read;
}

/** Title, given, middle and family name stand between number signs; the title is no part of the name. */
const nameOf = (text: string | null): string =>
  (text ?? '').split('#').slice(1).filter(Boolean).join(' ');
