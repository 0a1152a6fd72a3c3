import { fromHex, toHex } from '#domain/chain.ts';
import {
  type CalendarDate,
  type DatePrecision,
  findCalendarDate,
  fromEpochDay,
  toEpochDay,
} from '#domain/dates.ts';
import { type Failure, failure } from '#domain/failures.ts';
import type { Person, Sex } from '#domain/people.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { isZero } from './bytes.ts';
import { type CborItem, CborMalformed, CborReader, encodeCborArray } from './cbor.ts';
import { decodeDay, encodeDay } from './days.ts';
import { findDigits, packDigits } from './digits.ts';
import { files, signatureSize } from './layout.ts';
import { nameBytesLimit, shortenNames } from './names.ts';

/** What the issuer states of the card and its holder. */
export interface Head {
  /** 1 to 65535; a new HEAD has a higher one. */
  readonly version: number;
  /** Exactly 16 digits. */
  readonly cardNumber: string;
  /** Names may be shortened to fit the card. */
  readonly person: Person;
  /** Up to 20 digits, or up to 10 bytes of text that is not all digits. */
  readonly policyNumber: string;
  /** Up to 12 bytes of text. */
  readonly planCode: string;
  /** The card's own validity, both ends included; it never decides cover. */
  readonly validity: { readonly from: CalendarDate; readonly to: CalendarDate };
  readonly flags: HeadFlags;
  /** Compressed P-256 point, 33 bytes. */
  readonly cardKey: Uint8Array;
  /** First 16 bytes of the photo's SHA-256; null without a photo. */
  readonly photoHash: Uint8Array | null;
  readonly offlineLimits: OfflineLimits;
  /** Hex, 4 bytes. */
  readonly issuerKeyId: string;
}

export interface HeadFlags {
  /** The full history asks for the holder's PIN. */
  readonly hasPin: boolean;
}

/** What may be decided for this card before a terminal must have reached the centre; a zero states nothing. */
export interface OfflineLimits {
  /** Minor units of the contract's currency. */
  readonly perClaim: number;
  readonly cumulative: number;
  readonly claims: number;
}

/** A HEAD as it was read: the signature is over exactly these bytes, which are never encoded again. */
export interface SignedHead {
  readonly head: Head;
  readonly signedBytes: Uint8Array;
  readonly signature: Uint8Array;
}

/** Encodes and signs a HEAD record of 252 bytes; a RangeError for what does not fit the card. */
export function encodeHead(head: Head, sign: (bytes: Uint8Array) => Uint8Array): Uint8Array {
  const body = encodeCborArray(toItems(fitNames(head)));
  const signature = sign(body);
  if (signature.length !== signatureSize) throw new RangeError('a signature has 64 bytes');
  const record = new Uint8Array(files.HEAD.recordSize);
  record.set(body, 0);
  record.set(signature, body.length);
  return record;
}

/** Decodes a HEAD record; refuses every encoding but the deterministic one. Verifies no signature. */
export function decodeHead(record: Uint8Array): Result<SignedHead, Failure> {
  if (record.length !== files.HEAD.recordSize) return malformed(`${record.length} bytes long`);
  try {
    const reader = new CborReader(record);
    const head = readHead(reader);
    const end = reader.offset + signatureSize;
    if (reader.offset > bodyLimit) return malformed('no room for the signature');
    if (!isZero(record.subarray(end))) return malformed('padding is not zero');
    return succeed({
      head,
      signedBytes: record.slice(0, reader.offset),
      signature: record.slice(reader.offset, end),
    });
  } catch (error) {
    if (error instanceof CborMalformed) return malformed(error.message);
    throw error;
  }
}

const malformed = (why: string) =>
  failWith(failure('card-record-malformed', { file: 'HEAD', why }));

const bodyLimit = files.HEAD.recordSize - signatureSize;
const policyBytes = 10;
const planBytes = 12;
const memberBytes = 10;
const sexCodes: readonly (readonly [Sex, number])[] = [
  ['unknown', 0],
  ['male', 1],
  ['female', 2],
  ['not-applicable', 9],
];
const precisions: readonly DatePrecision[] = ['day', 'month', 'year'];

/** Names take what the other fields leave of the record, and never more than their own limit. */
function fitNames(head: Head): Head {
  const nameless = { ...head, person: { ...head.person, nameAr: '', nameLatin: '' } };
  // Two bytes more than the empty strings' heads: a text of 24 bytes or more needs a second one.
  const room = bodyLimit - encodeCborArray(toItems(nameless)).length - 2;
  const names = shortenNames(head.person, Math.min(nameBytesLimit, room));
  return { ...head, person: { ...head.person, ...names } };
}

function toItems(head: Head): CborItem[] {
  const { person, validity, offlineLimits } = head;
  const sex = sexCodes.find(([name]) => name === person.sex)?.[1] ?? 0;
  return [
    inRange(head.version, 1, 0xffff),
    packExactly(head.cardNumber, 8),
    packDigits(person.memberNumber, memberBytes),
    /^\d+$/.test(head.policyNumber)
      ? packDigits(head.policyNumber, policyBytes)
      : limitText(head.policyNumber, policyBytes),
    limitText(head.planCode, planBytes),
    encodeDay(validity.from),
    encodeDay(validity.to),
    person.nameAr,
    person.nameLatin,
    toEpochDay(person.birth.date),
    precisions.indexOf(person.birth.precision),
    sex,
    head.flags.hasPin ? 1 : 0,
    ofSize(head.cardKey, 33),
    head.photoHash === null ? null : ofSize(head.photoHash, 16),
    inRange(offlineLimits.perClaim, 0, 0xffff_ffff),
    inRange(offlineLimits.cumulative, 0, 0xffff_ffff),
    inRange(offlineLimits.claims, 0, 0xff),
    ofSize(fromHex(head.issuerKeyId), 4),
  ];
}

function readHead(reader: CborReader): Head {
  reader.array(19);
  const version = reader.unsigned(0xffff);
  if (version === 0) throw new CborMalformed('version is zero');
  const cardNumber = readDigits(reader, 8, 8);
  if (cardNumber.length !== 16) throw new CborMalformed('card number is not 16 digits');
  const memberNumber = readDigits(reader, 1, memberBytes);
  const policyNumber = readPolicyNumber(reader);
  const planCode = reader.text(planBytes);
  const validity = {
    from: decodeDay(reader.unsigned(0xffff)),
    to: decodeDay(reader.unsigned(0xffff)),
  };
  if (validity.from > validity.to) throw new CborMalformed('validity ends before it begins');
  const person = {
    memberNumber,
    ...readNames(reader),
    birth: readBirth(reader),
    sex: readSex(reader),
  };
  return {
    version,
    cardNumber,
    person,
    policyNumber,
    planCode,
    validity,
    // A flag that this program does not know may restrict what it does: it is refused.
    flags: { hasPin: reader.unsigned(1) === 1 },
    cardKey: reader.bytes(33, 33),
    photoHash: reader.takeNull() ? null : reader.bytes(16, 16),
    offlineLimits: {
      perClaim: reader.unsigned(0xffff_ffff),
      cumulative: reader.unsigned(0xffff_ffff),
      claims: reader.unsigned(0xff),
    },
    issuerKeyId: toHex(reader.bytes(4, 4)),
  };
}

function readPolicyNumber(reader: CborReader): string {
  if (!reader.isText()) return readDigits(reader, 1, policyBytes);
  const text = reader.text(policyBytes);
  if (/^\d+$/.test(text)) throw new CborMalformed('digits written as text');
  return text;
}

function readNames(reader: CborReader): { nameAr: string; nameLatin: string } {
  const nameAr = reader.text(nameBytesLimit);
  const nameLatin = reader.text(nameBytesLimit);
  const size = new TextEncoder().encode(nameAr + nameLatin).length;
  if (size > nameBytesLimit) throw new CborMalformed('names too long');
  return { nameAr, nameLatin };
}

function readBirth(reader: CborReader): Person['birth'] {
  const date = fromEpochDay(reader.integer());
  const precision = precisions[reader.unsigned(precisions.length - 1)] ?? 'day';
  if (findCalendarDate(date) === null) throw new CborMalformed('birth date out of range');
  const rest = { day: '', month: '-01', year: '-01-01' }[precision];
  if (!date.endsWith(rest)) throw new CborMalformed('birth date finer than its precision');
  return { date, precision };
}

function readSex(reader: CborReader): Sex {
  const code = reader.unsigned(9);
  const sex = sexCodes.find(([, known]) => known === code)?.[0];
  if (sex === undefined) throw new CborMalformed('sex is not of ISO 5218');
  return sex;
}

function readDigits(reader: CborReader, minimum: number, maximum: number): string {
  const digits = findDigits(reader.bytes(minimum, maximum));
  if (digits === null) throw new CborMalformed('not packed digits');
  return digits;
}

function packExactly(digits: string, size: number): Uint8Array {
  if (digits.length !== size * 2) throw new RangeError(`expected ${size * 2} digits`);
  return packDigits(digits, size);
}

function limitText(text: string, maximumBytes: number): string {
  const size = new TextEncoder().encode(text).length;
  if (size === 0 || size > maximumBytes) throw new RangeError(`"${text}" does not fit the card`);
  return text;
}

function ofSize(bytes: Uint8Array, size: number): Uint8Array {
  if (bytes.length !== size) throw new RangeError(`expected ${size} bytes`);
  return bytes;
}

function inRange(value: number, minimum: number, maximum: number): number {
  if (value < minimum || value > maximum) throw new RangeError(`${value} does not fit the card`);
  return value;
}
