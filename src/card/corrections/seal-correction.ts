import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { asciiBytes, concatBytes } from '../profile/bytes.ts';
import { packDigits } from '../profile/digits.ts';
import { signatureSize } from '../profile/layout.ts';
import { isSignedBy, sha256 } from '../profile/p256.ts';

/** What a correction travels under. */
export interface SealedFor {
  readonly cardNumber: string;
  /** The claim's first record, 240 bytes, as the card holds it. */
  readonly record: Uint8Array;
}

/**
 * Seals a correction for whoever has the card: by the very record that it corrects, signed before that by whoever wrote
 * the record. Nobody else can tell what came back. AES-256-GCM, nonce and tag before the text.
 */
export function sealCorrection(
  content: Uint8Array,
  place: SealedFor,
  sign: (bytes: Uint8Array) => Uint8Array,
): Uint8Array {
  const nonce = randomBytes(nonceSize);
  const cipher = createCipheriv(algorithm, keyOf(place), nonce);
  const signed = concatBytes(sign(bytesToSign(content, place)), content);
  const text = concatBytes(cipher.update(signed), cipher.final());
  return concatBytes(nonce, cipher.getAuthTag(), text);
}

/** The correction, if it was sealed for this record and signed by the record's own writer; else null. */
export function openCorrection(
  sealed: Uint8Array,
  place: SealedFor,
  writer: Uint8Array,
): Uint8Array | null {
  const opened = decipher(sealed, place);
  if (opened === null) return null;
  const [signature, content] = [opened.slice(0, signatureSize), opened.slice(signatureSize)];
  return isSignedBy(writer, bytesToSign(content, place), signature) ? content : null;
}

function decipher(sealed: Uint8Array, place: SealedFor): Uint8Array | null {
  if (sealed.length < nonceSize + tagSize + signatureSize) return null;
  const open = createDecipheriv(algorithm, keyOf(place), sealed.subarray(0, nonceSize), {
    authTagLength: tagSize,
  });
  open.setAuthTag(sealed.subarray(nonceSize, nonceSize + tagSize));
  try {
    return concatBytes(open.update(sealed.subarray(nonceSize + tagSize)), open.final());
  } catch {
    return null;
  }
}

const algorithm = 'aes-256-gcm';
const nonceSize = 12;
const tagSize = 16;

/** The record's signature is known to nobody who has not seen the record. */
const keyOf = ({ record }: SealedFor): Uint8Array =>
  sha256(concatBytes(asciiBytes('MC-V1'), record));

const bytesToSign = (content: Uint8Array, { cardNumber, record }: SealedFor): Uint8Array =>
  concatBytes(asciiBytes('MC-V2'), packDigits(cardNumber, 8), sha256(record), content);
