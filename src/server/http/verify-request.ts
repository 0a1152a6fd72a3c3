import { createHash } from 'node:crypto';
import { httpbis } from 'http-message-signatures';
import { contentDigest, requestSignature } from '#contracts/request-signature.ts';
import { fromHex } from '#domain/chain.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import type { Database } from '../database/tables.ts';
import { type EnrolledTerminal, findTerminal } from '../database/terminals.ts';
import { isSignedByEd25519 } from '../keys.ts';

export interface ReceivedRequest {
  readonly method: string;
  /** The whole address as the terminal wrote it. */
  readonly targetUri: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** As received, still compressed; empty for a GET. */
  readonly body: Uint8Array;
}

/**
 * Whose request this is: the terminal's at whose address it came, or where it is for any of them (null), the
 * one's that signed it. Judged by its RFC 9421 signature and the digest of its body (RFC 9530).
 * Fails with 'terminal-unknown' or 'request-signature-wrong'; never for a wrong clock.
 */
export async function verifyRequest(
  db: Database,
  terminalId: string | null,
  request: ReceivedRequest,
): Promise<Result<EnrolledTerminal, Failure>> {
  const terminal = await findTerminal(db, terminalId ?? namedKey(request));
  if (terminal === null) return failWith(failure('terminal-unknown'));
  return hasTrueDigest(request) && (await isSigned(request, terminal))
    ? succeed(terminal)
    : failWith(failure('request-signature-wrong'));
}

/** The key that the signature names; whether that key made it is another question. */
function namedKey({ headers }: ReceivedRequest): string {
  const told = [headers['signature-input'] ?? []].flat().join(',');
  return /;\s*keyid="([^"]{1,60})"/.exec(told)?.[1] ?? '';
}

function hasTrueDigest({ headers, body }: ReceivedRequest): boolean {
  const told = [headers['content-digest'] ?? []].flat().join(',');
  const digests = told.split(',').map((digest) => digest.trim());
  return digests.includes(contentDigest(createHash('sha256').update(body).digest('base64')));
}

async function isSigned(request: ReceivedRequest, terminal: EnrolledTerminal): Promise<boolean> {
  const key = {
    id: terminal.terminalId,
    algs: [requestSignature.algorithm],
    verify: async (bytes: Buffer, sig: Buffer) =>
      sig.length === 64 && isSignedByEd25519(bytes, sig, fromHex(terminal.chainKey)),
  };
  const { method, targetUri: url } = request;
  const rules = {
    keyLookup: async ({ keyid }: { keyid?: string }) => (keyid === key.id ? key : null),
    requiredFields: [...requestSignature.fields],
    requiredParams: ['created', 'keyid', 'nonce'],
    tolerance: anyClock,
  };
  try {
    const verified = await httpbis.verifyMessage(rules, { method, url, headers: told(request) });
    return verified === true;
  } catch {
    return false; // headers that are no signature at all
  }
}

/** Seconds: wider than any clock is wrong. */
const anyClock = 1e12;

const told = ({ headers }: ReceivedRequest): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
