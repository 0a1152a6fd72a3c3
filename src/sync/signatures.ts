import { createHash, createPublicKey, randomUUID, verify } from 'node:crypto';
import { httpbis } from 'http-message-signatures';
import { contentDigest, requestSignature } from '#contracts/request-signature.ts';
import { type Statement, signedBytes } from '#contracts/signed-bytes.ts';
import { fromHex } from '#domain/chain.ts';
import type { TerminalIdentity } from './ports.ts';

/** Whether the server's raw Ed25519 key (32 bytes) signed the statement; `sig` is 64 bytes in hex. */
export function isSaidBy(
  serverKey: Uint8Array,
  statement: Statement,
  value: unknown,
  sig: string,
): boolean {
  const x = Buffer.from(serverKey).toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return verify(null, signedBytes(statement, value), key, fromHex(sig));
}

/** The headers that sign a request by RFC 9421, the digest of its body (RFC 9530) among them. */
export async function signRequest(
  identity: TerminalIdentity,
  request: { readonly method: string; readonly url: string; readonly body: Uint8Array },
): Promise<Record<string, string>> {
  const digest = createHash('sha256').update(request.body).digest('base64');
  const { method, url } = request;
  const signed = await httpbis.signMessage(
    {
      key: {
        id: identity.terminalId,
        alg: requestSignature.algorithm,
        sign: async (bytes) => Buffer.from(identity.sign(bytes)),
      },
      fields: [...requestSignature.fields],
      params: [...requestSignature.params],
      paramValues: { nonce: randomUUID() },
    },
    { method, url, headers: { 'content-digest': contentDigest(digest) } },
  );
  return Object.fromEntries(
    Object.entries(signed.headers).map(([name, value]) => [name, [value].flat().join(', ')]),
  );
}
