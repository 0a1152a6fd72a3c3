import { fromHex } from '#domain/chain.ts';
import type { Failure } from '#domain/failures.ts';
import { type Result, succeed } from '#domain/result.ts';
import { demand } from '../apdu.ts';
import type { CardChannel } from '../transport/channel.ts';
import type { CardKind } from './card-kind.ts';
import { decodeDigits, decodeText, findBirth, findDay, sexOfDigit } from './card-text.ts';
import { readBinaryAt, readSome } from './read-binary.ts';
import { asReading, malformed } from './reading-failures.ts';
import { parseTlvs, type Tlv } from './tlv.ts';

/** Swiss insurance card, eCH-0064: two files of one template each, in the master file. */
export const swiss: CardKind = {
  kind: 'swiss',
  atr: /^3b(9f1381b180371f038031f8694d54434f5370|d818ff8131fe45806404)/,
  selection: fromHex('00a40800022f06'),
  // Other cards have a file 2F06 too.
  isNamedBySelection: false,
  async read(channel) {
    const person = await readTemplate(channel, 0x54, 'EF.ID');
    if (!person.ok) return person;
    const next = await demand(channel, fromHex('00a40800022f07'), 'SELECT');
    if (!next.ok) return next;
    const cover = await readTemplate(channel, 0x5f, 'EF.AD');
    if (!cover.ok) return cover;
    const value = (list: readonly Tlv[], tag: number) =>
      list.find((each) => each.tag === tag)?.value ?? new Uint8Array();
    return asReading('EF.ID', {
      kind: 'swiss',
      cardNumber: decodeDigits(value(cover.value, 0x93)),
      holderNumber: decodeDigits(value(person.value, 0x83)),
      names: [
        { text: nameOf(decodeText(value(person.value, 0x80), 'utf-8')), language: 'und-Latn' },
      ],
      birth: findBirth(decodeDigits(value(person.value, 0x82)) ?? ''),
      sex: sexOfDigit(value(person.value, 0x84)[0]),
      validFrom: null,
      validTo: findDay(decodeDigits(value(cover.value, 0x94)) ?? ''),
    });
  },
};

async function readTemplate(
  channel: CardChannel,
  size: number,
  file: string,
): Promise<Result<readonly Tlv[], Failure>> {
  const read = await readSome(channel, readBinaryAt(0, size), `READ ${file}`);
  if (!read.ok) return read;
  const template = parseTlvs(read.value)?.find(({ tag }) => tag === 0x65);
  const objects = template === undefined ? null : parseTlvs(template.value);
  return objects === null ? malformed(file, 'template') : succeed(objects);
}

/** "Family, Given" as it is spoken. */
const nameOf = (text: string | null): string =>
  (text ?? '').split(', ').reverse().filter(Boolean).join(' ');
