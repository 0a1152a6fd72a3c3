import { gunzipSync } from 'node:zlib';
import { fromHex } from '#domain/chain.ts';
import type { Failure } from '#domain/failures.ts';
import { type Result, succeed } from '#domain/result.ts';
import { demand } from '../apdu.ts';
import { readUint } from '../profile/bytes.ts';
import type { CardChannel } from '../transport/channel.ts';
import type { CardKind } from './card-kind.ts';
import { decodeText, findBirth, sexOfLetter } from './card-text.ts';
import { readBinaryOf, readExactly, readSome, readWhole } from './read-binary.ts';
import { asReading, malformed } from './reading-failures.ts';
import { parseTlvs } from './tlv.ts';
import { readXmlTexts } from './xml-texts.ts';

/** German eGK: the holder's data as gzipped XML in ISO 8859-15, beside a mark that an update came to its end. */
export const egk: CardKind = {
  kind: 'egk',
  atr: /^3b(d09[67]ff81b1fe451f|d396ff81b1fe451f|dd9[67]ff81b1fe451f03006404|d818ff81b1fe451f03806404)/,
  selection: fromHex('00a4040c07d2760001448000'),
  isNamedBySelection: true,
  async read(channel) {
    const number = await readCardNumber(channel);
    if (!number.ok) return number;
    const opened = await openHealthApplication(channel);
    if (!opened.ok) return opened;
    const texts = await readHolder(channel);
    if (!texts.ok) return texts;
    const value = (element: string) => texts.value.get(element) ?? '';
    return asReading('EF.PD', {
      kind: 'egk',
      cardNumber: number.value,
      holderNumber: value('Versicherten_ID'),
      names: [
        {
          text: ['Titel', 'Vorname', 'Namenszusatz', 'Vorsatzwort', 'Nachname']
            .map(value)
            .filter(Boolean)
            .join(' '),
          language: 'de',
        },
      ],
      birth: findBirth(value('Geburtsdatum')),
      sex: sexOfLetter(value('Geschlecht')),
      validFrom: null,
      validTo: null,
    });
  },
};

/** EF.GDO: the number of the card, packed. */
async function readCardNumber(channel: CardChannel): Promise<Result<string, Failure>> {
  const read = await readSome(channel, readBinaryOf(2, 0, 0), 'READ EF.GDO');
  if (!read.ok) return read;
  const number = parseTlvs(read.value)?.find(({ tag }) => tag === 0x5a)?.value;
  const digits = number === undefined ? '' : Buffer.from(number).toString('hex');
  return /^\d{20}$/.test(digits) ? succeed(digits) : malformed('EF.GDO', 'number');
}

/** DF.HCA and EF.StatusVD: where an update was begun and not ended, the data may contradict each other. */
async function openHealthApplication(channel: CardChannel): Promise<Result<null, Failure>> {
  const selected = await demand(channel, fromHex('00a4040c06d27600000102'), 'SELECT');
  if (!selected.ok) return selected;
  const status = await readSome(channel, readBinaryOf(0x0c, 0, 0), 'READ EF.StatusVD');
  if (!status.ok) return status;
  const isWhole = status.value[0] === '0'.charCodeAt(0);
  return isWhole ? succeed(null) : malformed('EF.StatusVD', 'update not ended');
}

/** EF.PD: two bytes of length, then so many of gzipped XML. */
async function readHolder(
  channel: CardChannel,
): Promise<Result<ReadonlyMap<string, string>, Failure>> {
  const head = await readExactly(channel, readBinaryOf(1, 0, 2), 2, 'READ EF.PD');
  if (!head.ok) return head;
  const length = readUint(head.value, 0, 2);
  if (length > mostZipped) return malformed('EF.PD', 'length');
  const zipped = await readWhole(channel, 2, length, 'READ EF.PD');
  if (!zipped.ok) return zipped;
  const xml = unzip(zipped.value);
  const texts = xml === null ? null : readXmlTexts(xml);
  return texts === null ? malformed('EF.PD', 'XML') : succeed(texts);
}

/** The file has 850 bytes; what they may grow to is bounded. */
const mostZipped = 850;
const mostUnzipped = 16_384;

function unzip(bytes: Uint8Array): string | null {
  try {
    const plain = gunzipSync(bytes, { maxOutputLength: mostUnzipped });
    return decodeText(
      plain.map((byte) => (lineBreaks.includes(byte) ? 0x20 : byte)),
      'iso-8859-15',
    );
  } catch {
    return null;
  }
}

/** Between elements they mean no more than a space. */
const lineBreaks: readonly number[] = [0x09, 0x0a, 0x0d];
