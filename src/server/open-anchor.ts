import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { openSigner, type Signer } from '#card/profile/p256.ts';
import { fromHex } from '#domain/chain.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';

/** Where a key is by which cards know this centre: a P-256 private key, PKCS #8. */
export interface AnchorSource {
  /** A file, DER or PEM; it goes before the hex. */
  readonly file: string | null;
  /** The DER, in hex. */
  readonly hex: string | null;
}

/** Opens such a key by its option's name; null where none is named. Fails with 'input-malformed' for anything else. */
export function openAnchor(
  where: 'provider-anchor' | 'issuer-key',
  { file, hex }: AnchorSource,
): Result<Signer | null, Failure> {
  if (file === null && hex === null) return succeed(null);
  try {
    return succeed(openSigner(file === null ? fromHex(hex ?? '') : readDer(file)));
  } catch {
    // Of a private key not even the reader's complaint is repeated.
    const why = 'a P-256 private key in PKCS #8 is expected';
    return failWith(failure('input-malformed', { where, why }));
  }
}

function readDer(file: string): Uint8Array {
  const content = readFileSync(file);
  if (!content.includes('-----BEGIN')) return content;
  return createPrivateKey(content).export({ format: 'der', type: 'pkcs8' });
}
