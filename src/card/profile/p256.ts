import {
  createHash,
  createPrivateKey,
  createPublicKey,
  ECDH,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { toHex } from '#domain/chain.ts';

/** ECDSA over P-256 with SHA-256; signatures are raw r||s of 64 bytes, public keys compressed, 33 bytes. */
export interface Signer {
  readonly publicKey: Uint8Array;
  sign(bytes: Uint8Array): Uint8Array;
}

/** A new private key, PKCS #8 DER. */
export const generateP256Key = (): Uint8Array =>
  new Uint8Array(
    generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey.export({
      format: 'der',
      type: 'pkcs8',
    }),
  );

/** Loads a private key from PKCS #8 DER; throws when it is not a P-256 key. */
export function openSigner(pkcs8: Uint8Array): Signer {
  const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
  return {
    publicKey: compressPoint(createPublicKey(key)),
    sign: (bytes) => new Uint8Array(sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' })),
  };
}

/** Whether the signature holds; false for a key that is no point of the curve. */
export function isSignedBy(
  publicKey: Uint8Array,
  bytes: Uint8Array,
  signature: Uint8Array,
): boolean {
  const spki = findSpki(publicKey);
  if (spki === null || signature.length !== 64) return false;
  const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
  return verify('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }, signature);
}

/** SubjectPublicKeyInfo (RFC 5480, uncompressed point) of a compressed point; null off the curve. */
export function findSpki(publicKey: Uint8Array): Uint8Array | null {
  try {
    // Not every crypto library behind Node reads compressed points in an SPKI: hand it the long form.
    const point = ECDH.convertKey(publicKey, 'prime256v1', undefined, undefined, 'uncompressed');
    return new Uint8Array(Buffer.concat([spkiPrefix, point as Buffer]));
  } catch {
    return null;
  }
}

/** The compressed point of a P-256 SubjectPublicKeyInfo; null when it is anything else. */
export function findPublicKey(spki: Uint8Array): Uint8Array | null {
  try {
    return compressPoint(createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' }));
  } catch {
    return null;
  }
}

/** An issuer key's id: the first 4 bytes of SHA-256(SPKI), hex. */
export const issuerKeyIdOf = (spki: Uint8Array): string => toHex(sha256(spki).slice(0, 4));

/** A terminal key's id: the first 8 bytes of SHA-256(SPKI), hex; throws off the curve. */
export function terminalKeyIdOf(publicKey: Uint8Array): string {
  const spki = findSpki(publicKey);
  if (spki === null) throw new RangeError('not a point of P-256');
  return toHex(sha256(spki).slice(0, 8));
}

export const sha256 = (bytes: Uint8Array): Uint8Array =>
  new Uint8Array(createHash('sha256').update(bytes).digest());

/** SEQUENCE { SEQUENCE { id-ecPublicKey, prime256v1 }, BIT STRING of 65 bytes }. */
const spkiPrefix = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex');

function compressPoint(key: KeyObject): Uint8Array {
  const { crv, x = '', y = '' } = key.export({ format: 'jwk' });
  if (crv !== 'P-256') throw new RangeError('not a P-256 key');
  const point = Buffer.concat([
    Buffer.of(4),
    Buffer.from(x, 'base64url'),
    Buffer.from(y, 'base64url'),
  ]);
  const compressed = ECDH.convertKey(point, 'prime256v1', undefined, undefined, 'compressed');
  return new Uint8Array(compressed as Buffer);
}
