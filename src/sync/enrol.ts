import { createHash } from 'node:crypto';
import type { EnrolmentGrant } from '#contracts/server-api.ts';
import { signedBytes } from '#contracts/signed-bytes.ts';
import { toHex } from '#domain/chain.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result } from '#domain/result.ts';
import type { CentralClient } from './central-client.ts';

/** A key in use: its public half, and what it signs. */
export interface KeyInUse {
  readonly publicKey: Uint8Array;
  sign(bytes: Uint8Array): Uint8Array;
}

export interface EnrolmentAttempt {
  /** The one-time code, 128 bits in hex, as the administrator told it: case and spaces do not matter. */
  readonly code: string;
  /** Ed25519: raw public key of 32 bytes, signatures of 64. */
  readonly chainKeys: KeyInUse;
  /** P-256: compressed public key of 33 bytes; signs with SHA-256, r || s of 64 bytes. */
  readonly cardKeys: KeyInUse;
}

/**
 * Enrols this terminal: posts both public keys with proof that the private ones are here. After a lost reply
 * the same attempt may be repeated and is granted the same.
 */
export async function enrol(
  client: CentralClient,
  attempt: EnrolmentAttempt,
): Promise<Result<EnrolmentGrant, Failure>> {
  const code = attempt.code.replaceAll(/[\s-]/g, '').toLowerCase();
  if (!/^[0-9a-f]{32}$/.test(code)) return failWith(failure('enrolment-code-wrong'));
  const { chainKeys, cardKeys } = attempt;
  const keys = { chainKey: toHex(chainKeys.publicKey), cardKey: toHex(cardKeys.publicKey) };
  const bytes = signedBytes('enrol1', { code, ...keys });
  const granted = await client.enrol({
    code,
    ...keys,
    chainProof: toHex(chainKeys.sign(bytes)),
    cardProof: toHex(cardKeys.sign(bytes)),
  });
  if (!granted.ok || granted.value.terminalId === terminalIdOf(chainKeys.publicKey)) return granted;
  return failWith(failure('server-answer-malformed', { step: 'enrolment' }));
}

const terminalIdOf = (chainKey: Uint8Array): string =>
  `T-${createHash('sha256').update(chainKey).digest('hex').slice(0, 16)}`;
