import type { z } from 'zod';
import type { Statement } from '#contracts/signed-bytes.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { type HttpAnswer, readAnswer, type Send } from './http.ts';
import type { TerminalIdentity } from './ports.ts';
import { isSaidBy, signRequest } from './signatures.ts';

/** How the central server is reached. */
export interface Line {
  /** Without a slash at the end. */
  readonly base: string;
  readonly send: Send;
}

/** A question to the server, and what its answer must be: signed by the server's key, and of what was asked. */
export interface Question<Reply extends { readonly sig: string }, Stated> {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** JSON; left out: no body. */
  readonly content?: unknown;
  readonly schema: z.ZodType<Reply>;
  readonly statement: Statement;
  /** What of the answer the signature is made over. */
  readonly stated: (reply: Reply) => Stated;
  readonly isAsked: (stated: Stated) => boolean;
}

/**
 * Asks, and takes what the server states. Fails as the line does, with what the server refuses by,
 * 'server-answer-malformed' for what is no answer to this, and 'server-key-wrong' for what another signed.
 */
export async function askServer<Reply extends { readonly sig: string }, Stated>(
  line: Line,
  identity: TerminalIdentity,
  { method, path, content, schema, statement, stated, isAsked }: Question<Reply, Stated>,
): Promise<Result<Stated, Failure>> {
  const answer = await askSigned(line, identity, method, path, content);
  if (!answer.ok) return answer;
  const reply = readAnswer(schema, answer.value, statement);
  if (!reply.ok) return reply;
  const said = stated(reply.value);
  if (!isSaidBy(identity.serverKey, statement, said, reply.value.sig)) {
    return failWith(failure('server-key-wrong'));
  }
  return isAsked(said)
    ? succeed(said)
    : failWith(failure('server-answer-malformed', { step: statement }));
}

/** Asks with the terminal's signature; with JSON, or without a body. */
async function askSigned(
  line: Line,
  identity: TerminalIdentity,
  method: 'GET' | 'POST',
  path: string,
  content?: unknown,
): Promise<Result<HttpAnswer, Failure>> {
  const url = line.base + path;
  if (content === undefined) {
    const headers = await signRequest(identity, { method, url, body: new Uint8Array(0) });
    return await line.send({ method, url, headers });
  }
  const body = Buffer.from(JSON.stringify(content));
  const headers = await signRequest(identity, { method, url, body });
  return await line.send({
    ...{ method, url, body },
    headers: { ...headers, 'content-type': 'application/json' },
  });
}
