import { fromHex, toHex } from '#domain/chain.ts';
import type { CalendarDate } from '#domain/dates.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { asciiBytes, concatBytes, isZero } from './bytes.ts';
import { type CborItem, CborMalformed, CborReader, encodeCborArray } from './cbor.ts';
import { decodeDay, encodeDay } from './days.ts';
import { packDigits } from './digits.ts';
import { files, signatureSize } from './layout.ts';
import { isSignedBy } from './p256.ts';

/** What must be known of the holder in an emergency. The whole must fit 188 bytes. */
export interface Med {
  /** 1 to 65535; a new MED has a higher one. */
  readonly version: number;
  readonly writtenOn: CalendarDate;
  /** Hex, first 8 bytes of SHA-256 over the writer's SPKI: an issuer's key or a doctor's terminal's. */
  readonly writerKeyId: string;
  readonly bloodGroup: BloodGroup | null;
  /** ICD-10 codes with their dot, at most 12. */
  readonly conditions: readonly string[];
  /** At most 12. */
  readonly allergies: readonly Allergy[];
  /** Card codes of medicines taken all the time, at most 16. */
  readonly standingMedicines: readonly number[];
  readonly emergencyContact: EmergencyContact | null;
}

export const bloodGroups = ['A+', 'A-', 'B+', 'B-', 'AB+', 'AB-', 'O+', 'O-'] as const;
export type BloodGroup = (typeof bloodGroups)[number];

export interface Allergy {
  /** One substance, or a whole class of them. */
  readonly to: 'substance' | 'class';
  /** Its ATC code where it has one, else its name; up to 24 bytes. */
  readonly name: string;
}

export interface EmergencyContact {
  /** Up to 40 bytes. */
  readonly name: string;
  /** Up to 20 of digits, spaces and a leading plus. */
  readonly phone: string;
}

/** A MED as it was read: the signature is over the card's number and exactly these bytes. */
export interface SignedMed {
  readonly med: Med;
  readonly signedBytes: Uint8Array;
  readonly signature: Uint8Array;
}

/** Encodes and signs a MED record of 252 bytes for this card; a RangeError for what does not fit. */
export function encodeMed(
  med: Med,
  cardNumber: string,
  sign: (bytes: Uint8Array) => Uint8Array,
): Uint8Array {
  const body = encodeCborArray(toItems(med));
  if (body.length > bodyLimit) throw new RangeError(`${body.length} bytes, room for ${bodyLimit}`);
  const record = new Uint8Array(files.MED.recordSize);
  record.set(body, 0);
  record.set(sign(bytesToSign(body, cardNumber)), body.length);
  return record;
}

/** Decodes a MED record; refuses every encoding but the deterministic one. Verifies no signature. */
export function decodeMed(record: Uint8Array): Result<SignedMed, Failure> {
  if (record.length !== files.MED.recordSize) return malformed(`${record.length} bytes long`);
  try {
    const reader = new CborReader(record);
    const med = readMed(reader);
    const end = reader.offset + signatureSize;
    if (reader.offset > bodyLimit) return malformed('no room for the signature');
    if (!isZero(record.subarray(end))) return malformed('padding is not zero');
    return succeed({
      med,
      signedBytes: record.slice(0, reader.offset),
      signature: record.slice(reader.offset, end),
    });
  } catch (error) {
    if (error instanceof CborMalformed) return malformed(error.message);
    throw error;
  }
}

/** Whether this key signed this MED for this card. */
export const isMedSignedBy = (
  { signedBytes, signature }: SignedMed,
  cardNumber: string,
  publicKey: Uint8Array,
): boolean => isSignedBy(publicKey, bytesToSign(signedBytes, cardNumber), signature);

const bodyLimit = files.MED.recordSize - signatureSize;
const limits = { conditions: 12, allergies: 12, medicines: 16, substance: 24, name: 40, phone: 20 };
const conditionPattern = /^[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?$/;
const conditionBytes = 8;
const phonePattern = /^\+?[0-9][0-9 ]*$/;
const largestCode = 0xff_ffff;

/** The card's number is part of what is signed: a record cannot be moved to another card. */
const bytesToSign = (body: Uint8Array, cardNumber: string): Uint8Array =>
  concatBytes(asciiBytes('MC-M1'), packDigits(cardNumber, 8), body);

const malformed = (why: string) => failWith(failure('card-record-malformed', { file: 'MED', why }));

function toItems(med: Med): CborItem[] {
  const { bloodGroup, emergencyContact: contact } = med;
  return [
    inRange(med.version, 0xffff),
    encodeDay(med.writtenOn),
    writerBytes(med.writerKeyId),
    bloodGroup === null ? null : bloodGroups.indexOf(bloodGroup),
    atMost(limits.conditions, med.conditions).map((code) => matching(conditionPattern, code)),
    atMost(limits.allergies, med.allergies).map(({ to, name }) => [
      to === 'class' ? 1 : 0,
      limitText(name, limits.substance),
    ]),
    atMost(limits.medicines, med.standingMedicines).map((code) => inRange(code, largestCode)),
    contact === null
      ? null
      : [
          limitText(contact.name, limits.name),
          limitText(matching(phonePattern, contact.phone), limits.phone),
        ],
  ];
}

function readMed(reader: CborReader): Med {
  reader.array(8);
  return {
    version: readPositive(reader, 0xffff),
    writtenOn: decodeDay(reader.unsigned(0xffff)),
    writerKeyId: toHex(reader.bytes(8, 8)),
    bloodGroup: readBloodGroup(reader),
    conditions: reader.list(limits.conditions, () =>
      readMatching(reader, conditionPattern, conditionBytes),
    ),
    allergies: reader.list(limits.allergies, readAllergy),
    standingMedicines: reader.list(limits.medicines, () => readPositive(reader, largestCode)),
    emergencyContact: reader.takeNull() ? null : readContact(reader),
  };
}

function readBloodGroup(reader: CborReader): BloodGroup | null {
  if (reader.takeNull()) return null;
  return bloodGroups[reader.unsigned(bloodGroups.length - 1)] ?? null;
}

function readAllergy(reader: CborReader): Allergy {
  reader.array(2);
  const to = reader.unsigned(1) === 1 ? 'class' : 'substance';
  return { to, name: reader.text(limits.substance) };
}

function readContact(reader: CborReader): EmergencyContact {
  reader.array(2);
  const name = reader.text(limits.name);
  return { name, phone: readMatching(reader, phonePattern, limits.phone) };
}

function readMatching(reader: CborReader, pattern: RegExp, maximumBytes: number): string {
  const text = reader.text(maximumBytes);
  if (!pattern.test(text)) throw new CborMalformed(`"${text}" is not what belongs here`);
  return text;
}

function readPositive(reader: CborReader, maximum: number): number {
  const value = reader.unsigned(maximum);
  if (value === 0) throw new CborMalformed('zero where numbers count from 1');
  return value;
}

function writerBytes(keyId: string): Uint8Array {
  const bytes = fromHex(keyId);
  if (bytes.length !== 8) throw new RangeError('expected 8 bytes');
  return bytes;
}

function atMost<T>(maximum: number, items: readonly T[]): readonly T[] {
  if (items.length > maximum) throw new RangeError(`${items.length} items, room for ${maximum}`);
  return items;
}

function matching(pattern: RegExp, text: string): string {
  if (!pattern.test(text)) throw new RangeError(`"${text}" does not fit the card`);
  return text;
}

function limitText(text: string, maximumBytes: number): string {
  const size = new TextEncoder().encode(text).length;
  if (size === 0 || size > maximumBytes) throw new RangeError(`"${text}" does not fit the card`);
  return text;
}

function inRange(value: number, maximum: number): number {
  if (value < 1 || value > maximum) throw new RangeError(`${value} does not fit the card`);
  return value;
}
