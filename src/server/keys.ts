import {
  createPrivateKey,
  createPublicKey,
  ECDH,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Statement, signedBytes } from '#contracts/signed-bytes.ts';
import { toHex } from '#domain/chain.ts';

/** The key with which the server signs grants, acknowledgements and verdict pages. */
export interface ServerKey {
  /** Raw Ed25519 public key, 32 bytes in hex. */
  readonly publicKey: string;
  /** Ed25519 over the statement's bytes, hex. */
  sign(statement: Statement, value: unknown): string;
}

/** Loads the server's key from its folder, making it at the first start. */
export function loadServerKey(folder: string): ServerKey {
  const file = join(folder, 'server-key.pem');
  if (!existsSync(file)) {
    const made = generateKeyPairSync('ed25519').privateKey;
    const text = made.export({ format: 'pem', type: 'pkcs8' });
    writeFileSync(file, text, { mode: 0o600, flag: 'wx', flush: true });
  }
  const key = createPrivateKey(readFileSync(file));
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  return {
    publicKey: toHex(Buffer.from(x, 'base64url')),
    sign: (statement, value) => toHex(sign(null, signedBytes(statement, value), key)),
  };
}

/** Whether a raw Ed25519 key (32 bytes) signed the bytes. */
export const isSignedByEd25519 = (bytes: Uint8Array, sig: Uint8Array, key: Uint8Array): boolean =>
  verify(null, bytes, ed25519Key(key), sig);

/** Whether a compressed P-256 key (33 bytes) signed the bytes with SHA-256, r || s; false for a point off the curve. */
export function isSignedByP256(bytes: Uint8Array, sig: Uint8Array, key: Uint8Array): boolean {
  const publicKey = p256Key(key);
  return (
    publicKey !== null &&
    verify('sha256', bytes, { key: publicKey, dsaEncoding: 'ieee-p1363' }, sig)
  );
}

const ed25519Key = (raw: Uint8Array): KeyObject =>
  createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(raw).toString('base64url') },
    format: 'jwk',
  });

function p256Key(compressed: Uint8Array): KeyObject | null {
  try {
    const point = ECDH.convertKey(compressed, 'prime256v1', undefined, undefined, 'uncompressed');
    const coordinates = Buffer.from(point as Uint8Array);
    return createPublicKey({
      key: {
        kty: 'EC',
        crv: 'P-256',
        x: coordinates.subarray(1, 33).toString('base64url'),
        y: coordinates.subarray(33).toString('base64url'),
      },
      format: 'jwk',
    });
  } catch {
    return null;
  }
}
