import type { CalendarDate } from '#domain/dates.ts';
import type { SignedHead } from '../profile/head.ts';
import { findPublicKey, isSignedBy, issuerKeyIdOf } from '../profile/p256.ts';

/** A key under which issuers sign HEAD. */
export interface IssuerKey {
  /** Hex: first 4 bytes of SHA-256(SPKI). */
  readonly keyId: string;
  /** SubjectPublicKeyInfo, DER, base64. */
  readonly spki: string;
  /** Both days included. */
  readonly notBefore: CalendarDate;
  readonly notAfter: CalendarDate;
  readonly revoked: boolean;
}

export type PassiveProof = 'signed' | 'forged' | 'issuer-unknown';

/**
 * Verifies the issuer's signature over the bytes of HEAD as they were read. A key that is revoked,
 * out of its dates, or not what its id says is as good as unknown.
 */
export function verifyIssuer(
  { head, signedBytes, signature }: SignedHead,
  issuerKeys: readonly IssuerKey[],
  today: CalendarDate,
): PassiveProof {
  // Ids have 4 bytes only: two keys may share one, so any that verifies will do.
  const candidates = listTrustedKeys(
    issuerKeys.filter(({ keyId }) => keyId === head.issuerKeyId),
    today,
  );
  if (candidates.length === 0) return 'issuer-unknown';
  const isSigned = candidates.some((key) => isSignedBy(key, signedBytes, signature));
  return isSigned ? 'signed' : 'forged';
}

/** Compressed points of the keys that are in force and are what their ids say. */
export const listTrustedKeys = (
  issuerKeys: readonly IssuerKey[],
  today: CalendarDate,
): Uint8Array[] =>
  issuerKeys
    .filter((key) => isInForce(key, today))
    .map(findVerifiedKey)
    .filter((key) => key !== null);

const isInForce = (key: IssuerKey, today: CalendarDate): boolean =>
  !key.revoked && key.notBefore <= today && today <= key.notAfter;

function findVerifiedKey({ keyId, spki }: IssuerKey): Uint8Array | null {
  const der = new Uint8Array(Buffer.from(spki, 'base64'));
  return issuerKeyIdOf(der) === keyId ? findPublicKey(der) : null;
}
