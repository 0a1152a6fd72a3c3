import { fromHex } from '#domain/chain.ts';
import type { Failure } from '#domain/failures.ts';
import { type Result, succeed } from '#domain/result.ts';
import { demand } from '../apdu.ts';
import { concatBytes } from '../profile/bytes.ts';
import type { CardChannel } from '../transport/channel.ts';
import type { CardKind } from './card-kind.ts';
import { type CharacterSet, decodeText, findBirth, sexOfLetter } from './card-text.ts';
import { readBinaryAt, readSome, readWhole } from './read-binary.ts';
import { asReading, malformed } from './reading-failures.ts';
import { parseHeader, parseTlvs, type Tlv } from './tlv.ts';

/** Austrian e-card: the holder's data as attributes in DER, each an object identifier and a set of one value. */
export const austria: CardKind = {
  kind: 'austria',
  atr: /^3b(bd18008131fe4580510267|dd96ff81b1fe451f038031b052|df18008131fe58(80|ac)31b052)/,
  selection: fromHex('00a4040008d040000017010101'),
  isNamedBySelection: true,
  async read(channel) {
    const selected = await demand(channel, fromHex('00a4020402ef01'), 'SELECT');
    if (!selected.ok) return selected;
    const file = await readSequence(channel);
    if (!file.ok) return file;
    const attributes = listAttributes(file.value);
    if (attributes === null) return malformed('EF01', 'attributes');
    const value = (id: string) => attributes.get(id) ?? '';
    return asReading('EF01', {
      kind: 'austria',
      holderNumber: value(identifiers.number),
      names: [
        {
          text: [value(identifiers.given), value(identifiers.family)].filter(Boolean).join(' '),
          language: 'de',
        },
      ],
      // GeneralizedTime, of which the day alone means anything (RFC 3739).
      birth: findBirth(value(identifiers.birth).slice(0, 8)),
      sex: sexOfLetter(value(identifiers.sex)),
      validFrom: null,
      validTo: null,
    });
  },
};

/** Object identifiers as DER encodes them, in hex. */
const identifiers = {
  /** 1.2.40.0.10.1.4.1.1, the social-insurance number. */
  number: '2a28000a01040101',
  /** 2.5.4.42 */
  given: '55042a',
  /** 2.5.4.4 */
  family: '550404',
  /** 1.3.6.1.5.5.7.9.1 */
  birth: '2b06010505070901',
  /** 1.3.6.1.5.5.7.9.3 */
  sex: '2b06010505070903',
} as const;

/** The value of the one sequence that the file holds. */
async function readSequence(channel: CardChannel): Promise<Result<Uint8Array, Failure>> {
  const head = await readSome(channel, readBinaryAt(0, 0), 'READ EF01');
  if (!head.ok) return head;
  const place = head.value[0] === tags.sequence ? parseHeader(head.value, 0) : null;
  if (place === null || place.end > mostBytes) return malformed('EF01', 'length');
  const missing = Math.max(0, place.end - head.value.length);
  const rest = await readWhole(channel, head.value.length, missing, 'READ EF01');
  return rest.ok
    ? succeed(concatBytes(head.value, rest.value).slice(place.start, place.end))
    : rest;
}

const mostBytes = 2048;
const tags = { sequence: 0x30, set: 0x31, identifier: 0x06 } as const;

/** How the values are written, by their tag; times and numbers are digits. */
const characterSets: Readonly<Record<number, CharacterSet>> = {
  12: 'utf-8',
  18: 'utf-8',
  19: 'utf-8',
  20: 'iso-8859-15',
  22: 'utf-8',
  24: 'utf-8',
};

function listAttributes(bytes: Uint8Array): ReadonlyMap<string, string> | null {
  const attributes = new Map<string, string>();
  for (const attribute of parseTlvs(bytes) ?? []) {
    const [identifier, set] = parseTlvs(attribute.value) ?? [];
    if (identifier?.tag !== tags.identifier || set?.tag !== tags.set) return null;
    const text = firstText(parseTlvs(set.value));
    if (text !== null) attributes.set(Buffer.from(identifier.value).toString('hex'), text);
  }
  return attributes.size === 0 ? null : attributes;
}

function firstText(values: readonly Tlv[] | null): string | null {
  const [value] = values ?? [];
  const characterSet = value === undefined ? undefined : characterSets[value.tag];
  if (value === undefined || characterSet === undefined) return null;
  return decodeText(value.value, characterSet);
}
