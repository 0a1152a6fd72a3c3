import {
  createHash,
  createPrivateKey,
  createPublicKey,
  ECDH,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto';
import { toHex } from '#domain/chain.ts';

/** The terminal's two private keys as they are stored, PKCS #8 DER. */
export interface StoredKeys {
  readonly chainKey: Uint8Array;
  readonly cardKey: Uint8Array;
}

/** One key in use: its public half and what it signs. */
export interface SigningKey {
  readonly publicKey: Uint8Array;
  sign(bytes: Uint8Array): Uint8Array;
}

export interface TerminalKeys {
  /** `T-` and the first 16 hex digits of SHA-256(chain public key): the same on both sides. */
  readonly terminalId: string;
  /** Ed25519, raw public key of 32 bytes: signs the chain and requests. */
  readonly chain: SigningKey;
  /** P-256, compressed public key of 33 bytes, r||s signatures of 64: signs ledger records. */
  readonly card: SigningKey;
}

export function makeKeys(): StoredKeys {
  const chain = generateKeyPairSync('ed25519').privateKey;
  const card = generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey;
  return { chainKey: exportKey(chain), cardKey: exportKey(card) };
}

/** Loads both keys for use. */
export function loadKeys(stored: StoredKeys): TerminalKeys {
  const chain = importKey(stored.chainKey);
  const card = importKey(stored.cardKey);
  const chainPublic = Buffer.from(jwkOf(chain).x ?? '', 'base64url');
  return {
    terminalId: `T-${toHex(createHash('sha256').update(chainPublic).digest()).slice(0, 16)}`,
    chain: { publicKey: chainPublic, sign: (bytes) => sign(null, bytes, chain) },
    card: {
      publicKey: compressedPoint(card),
      sign: (bytes) => sign('sha256', bytes, { key: card, dsaEncoding: 'ieee-p1363' }),
    },
  };
}

const exportKey = (key: KeyObject): Uint8Array => key.export({ format: 'der', type: 'pkcs8' });

const importKey = (der: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' });

const jwkOf = (key: KeyObject): JsonWebKey => createPublicKey(key).export({ format: 'jwk' });

function compressedPoint(key: KeyObject): Uint8Array {
  const { x = '', y = '' } = jwkOf(key);
  const point = Buffer.concat([
    Buffer.of(4),
    Buffer.from(x, 'base64url'),
    Buffer.from(y, 'base64url'),
  ]);
  return ECDH.convertKey(point, 'prime256v1', undefined, undefined, 'compressed') as Buffer;
}
