import { fromHex } from '#domain/chain.ts';
import type { CardKind } from './card-kind.ts';
import {
  decodeDigits,
  decodeText,
  findBirth,
  findDay,
  sexOfLetter,
  yearOffsets,
} from './card-text.ts';
import { readExactly } from './read-binary.ts';
import { asReading } from './reading-failures.ts';

/** Taiwan's National Health Insurance card: name in Big5, years counted from the founding of the Republic. */
export const taiwan: CardKind = {
  kind: 'taiwan',
  atr: /^3bfd1800008131fe45534c4a35324778/,
  selection: fromHex('00a4040010d1580000010000000000000000001100'),
  isNamedBySelection: true,
  async read(channel) {
    const read = await readExactly(channel, fromHex('00ca1100020000'), 57, 'GET DATA');
    if (!read.ok) return read;
    const field = (from: number, to: number) => read.value.slice(from, to);
    const roc = (from: number, to: number) => decodeDigits(field(from, to)) ?? '';
    return asReading('GET DATA 1100', {
      kind: 'taiwan',
      cardNumber: decodeDigits(field(0, 12)),
      holderNumber: decodeText(field(32, 42), 'utf-8'),
      names: [{ text: decodeText(field(12, 32), 'big5') ?? '', language: 'zh-Hant' }],
      birth: findBirth(roc(42, 49), 3, yearOffsets.roc),
      sex: sexOfLetter(decodeText(field(49, 50), 'utf-8')),
      validFrom: findDay(roc(50, 57), 3, yearOffsets.roc),
      validTo: null,
    });
  },
};
