import { toHex } from '#domain/chain.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { asciiBytes, concatBytes, readUint, writeUint } from './bytes.ts';
import { encodeCheckpointBody, readCheckpoint } from './checkpoint-record.ts';
import { crc16 } from './crc16.ts';
import { packDigits } from './digits.ts';
import { files, signatureSize } from './layout.ts';
import type { LedgerRecord } from './ledger-record.ts';
import { isSignedBy, sha256 } from './p256.ts';
import { encodePrescriptionBody, readPrescription } from './prescription-record.ts';
import { bodySize, readHeader } from './record-header.ts';
import { LayoutBroken } from './rows.ts';

/** Encodes, signs and seals one record of 240 bytes for this card; a RangeError for what does not fit. */
export function encodeRecord(
  record: LedgerRecord,
  cardNumber: string,
  sign: (bytes: Uint8Array) => Uint8Array,
): Uint8Array {
  const body =
    record.type === 'prescription' ? encodePrescriptionBody(record) : encodeCheckpointBody(record);
  const signature = sign(bytesToSign(body, cardNumber));
  if (signature.length !== signatureSize) throw new RangeError('a signature has 64 bytes');
  const sealed = new Uint8Array(files.LEDGER.recordSize);
  sealed.set(body, 0);
  sealed.set(signature, bodySize);
  writeUint(sealed, crcAt, 2, crc16(sealed.subarray(0, crcAt)));
  return sealed;
}

/** Decodes one record; refuses a wrong checksum and every breach of the layout. Verifies no signature. */
export function decodeRecord(bytes: Uint8Array): Result<LedgerRecord, Failure> {
  if (!isIntact(bytes)) return malformed('checksum wrong');
  try {
    const header = readHeader(bytes);
    const { type } = header;
    if (type === 'prescription') return succeed(readPrescription(bytes, header));
    return succeed(readCheckpoint(bytes, { ...header, type }));
  } catch (error) {
    if (error instanceof LayoutBroken) return malformed(error.message);
    throw error;
  }
}

/** Whether the record was written to its end: 240 bytes with the right CRC. */
export const isIntact = (bytes: Uint8Array): boolean =>
  bytes.length === files.LEDGER.recordSize &&
  readUint(bytes, crcAt, 2) === crc16(bytes.subarray(0, crcAt));

/** Whether this key signed this record for this card. */
export const isRecordSignedBy = (
  bytes: Uint8Array,
  cardNumber: string,
  publicKey: Uint8Array,
): boolean =>
  isSignedBy(
    publicKey,
    bytesToSign(bytes.subarray(0, bodySize), cardNumber),
    bytes.subarray(bodySize, bodySize + signatureSize),
  );

/** What the next record names as `prevHash`: the first 8 bytes of SHA-256 of all 240, hex. */
export const hashOfRecord = (bytes: Uint8Array): string => toHex(sha256(bytes).slice(0, 8));

/** `prevHash` of a card's first record. */
export const noRecordHash = '0'.repeat(16);

const crcAt = bodySize + signatureSize;
const purpose = asciiBytes('MC-L1');

/** The card's number is part of what is signed: a record cannot be moved to another card. */
const bytesToSign = (body: Uint8Array, cardNumber: string): Uint8Array =>
  concatBytes(purpose, packDigits(cardNumber, 8), body);

const malformed = (why: string) =>
  failWith(failure('card-record-malformed', { file: 'LEDGER', why }));
