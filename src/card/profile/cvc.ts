import { fromHex, toHex } from '#domain/chain.ts';
import type { CalendarDate } from '#domain/dates.ts';
import { asciiBytes, concatBytes, isZero, readUint, writeUint } from './bytes.ts';
import { decodeDay, encodeDay } from './days.ts';
import { signatureSize } from './layout.ts';
import { isSignedBy, type Signer, terminalKeyIdOf } from './p256.ts';

/** What a card lets a terminal do. ISSUER is granted by the issuer's anchor alone. */
export type CardRole = 'MED' | 'LEDGER' | 'DISPENSE' | 'DOCTOR' | 'SERVICE' | 'ISSUER';

/** What an anchor states of a terminal; cards verify it themselves. */
export interface CertificateFields {
  /** The terminal's P-256 key, compressed, 33 bytes. */
  readonly publicKey: Uint8Array;
  /** 1 to 98 bytes of UTF-8. */
  readonly providerId: string;
  readonly roles: readonly CardRole[];
  /** Both days included; a certificate always ends. */
  readonly validity: { readonly from: CalendarDate; readonly to: CalendarDate };
  /** The day of signing. A card has no clock: the newest such day that it saw is its today. */
  readonly issuedOn: CalendarDate;
}

export interface Certificate extends CertificateFields {
  /** Hex, 8 bytes: first of SHA-256 over the anchor's SPKI. */
  readonly anchorKeyId: string;
  /** Hex, 8 bytes: the same over the terminal's own. */
  readonly keyId: string;
}

/** Every certificate has this many bytes. */
export const certificateSize = 220;

/** Encodes and signs a certificate one level below this anchor; a RangeError for what does not fit. */
export function issueCertificate(fields: CertificateFields, anchor: Signer): Uint8Array {
  const { publicKey, providerId, roles, validity, issuedOn } = fields;
  const provider = new TextEncoder().encode(providerId);
  if (provider.length === 0 || provider.length > providerLimit) {
    throw new RangeError(`"${providerId}" does not fit a certificate`);
  }
  if (validity.from > validity.to) throw new RangeError('validity ends before it begins');
  const body = new Uint8Array(bodySize);
  body[0] = format;
  body.set(fromHex(terminalKeyIdOf(anchor.publicKey)), at.anchorKeyId);
  body.set(fromHex(terminalKeyIdOf(publicKey)), at.keyId);
  body.set(publicKey, at.publicKey);
  body[at.roles] = encodeRoles(roles);
  writeUint(body, at.from, 2, encodeDay(validity.from));
  writeUint(body, at.to, 2, encodeDay(validity.to));
  writeUint(body, at.issuedOn, 2, encodeDay(issuedOn));
  body[at.provider] = provider.length;
  body.set(provider, at.provider + 1);
  return concatBytes(body, anchor.sign(bytesToSign(body)));
}

/** Reads a certificate; null for bytes that `issueCertificate` does not write. Verifies no signature. */
export function findCertificate(bytes: Uint8Array): Certificate | null {
  if (bytes.length !== certificateSize || bytes[0] !== format) return null;
  const publicKey = bytes.slice(at.publicKey, at.roles);
  const keyId = toHex(bytes.subarray(at.keyId, at.publicKey));
  const roles = findRoles(readUint(bytes, at.roles, 1));
  const providerId = findProvider(bytes);
  const [from, to, issuedOn] = [at.from, at.to, at.issuedOn].map((offset) =>
    decodeDay(readUint(bytes, offset, 2)),
  );
  if (roles === null || providerId === null || findKeyId(publicKey) !== keyId) return null;
  if (from === undefined || to === undefined || issuedOn === undefined || from > to) return null;
  const anchorKeyId = toHex(bytes.subarray(at.anchorKeyId, at.keyId));
  return { anchorKeyId, keyId, publicKey, providerId, roles, validity: { from, to }, issuedOn };
}

/** Whether this anchor signed this certificate. */
export const isCertificateSignedBy = (bytes: Uint8Array, anchorKey: Uint8Array): boolean =>
  isSignedBy(anchorKey, bytesToSign(bytes.subarray(0, bodySize)), bytes.subarray(bodySize));

const format = 1;
const bodySize = certificateSize - signatureSize;

/** Where each field begins; they follow one another, and zeros fill the provider's up to the signature. */
const at = {
  anchorKeyId: 1,
  keyId: 9,
  publicKey: 17,
  roles: 50,
  from: 51,
  to: 53,
  issuedOn: 55,
  provider: 57,
} as const;

const providerLimit = bodySize - at.provider - 1;

const roleBits: readonly (readonly [CardRole, number])[] = [
  ['MED', 0x01],
  ['LEDGER', 0x02],
  ['DISPENSE', 0x04],
  ['DOCTOR', 0x08],
  ['SERVICE', 0x10],
  ['ISSUER', 0x80],
];

const encodeRoles = (roles: readonly CardRole[]): number =>
  roleBits.reduce((bits, [role, bit]) => (roles.includes(role) ? bits | bit : bits), 0);

/** Null where there is none, or a bit without a meaning. */
function findRoles(bits: number): CardRole[] | null {
  const roles = roleBits.filter(([, bit]) => (bits & bit) !== 0).map(([role]) => role);
  return bits !== 0 && encodeRoles(roles) === bits ? roles : null;
}

function findProvider(bytes: Uint8Array): string | null {
  const length = readUint(bytes, at.provider, 1);
  const start = at.provider + 1;
  if (length === 0 || length > providerLimit) return null;
  if (!isZero(bytes.subarray(start + length, bodySize))) return null;
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return decoder.decode(bytes.subarray(start, start + length));
  } catch {
    return null;
  }
}

/** Null off the curve. */
function findKeyId(publicKey: Uint8Array): string | null {
  try {
    return terminalKeyIdOf(publicKey);
  } catch {
    return null;
  }
}

const bytesToSign = (body: Uint8Array): Uint8Array => concatBytes(asciiBytes('MC-V1'), body);
