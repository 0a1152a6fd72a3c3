import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** Whether the signature (64 bytes) over the bytes was made with the key of this raw public half (32 bytes). */
export function isEd25519Signature(
  bytes: Uint8Array,
  signature: Uint8Array,
  rawKey: Uint8Array,
): boolean {
  const x = Buffer.from(rawKey).toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return verify(null, bytes, key, signature);
}

export interface Ed25519Signer {
  /** Raw, 32 bytes. */
  readonly publicKey: Uint8Array;
  sign(bytes: Uint8Array): Uint8Array;
}

/** Opens a private key in PEM (PKCS #8); null for what is no Ed25519 key. */
export function openEd25519Signer(pem: string): Ed25519Signer | null {
  const key = readKey(pem);
  if (key?.asymmetricKeyType !== 'ed25519') return null;
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    publicKey: new Uint8Array(spki.subarray(-32)),
    sign: (bytes) => new Uint8Array(sign(null, bytes, key)),
  };
}

function readKey(pem: string): KeyObject | null {
  try {
    return createPrivateKey(pem);
  } catch {
    return null;
  }
}
