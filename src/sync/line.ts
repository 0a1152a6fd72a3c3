import type { Failure } from '#domain/failures.ts';
import type { Result } from '#domain/result.ts';
import type { HttpAnswer, Send } from './http.ts';
import type { TerminalIdentity } from './ports.ts';
import { signRequest } from './signatures.ts';

/** How the central server is reached. */
export interface Line {
  /** Without a slash at the end. */
  readonly base: string;
  readonly send: Send;
}

/** Asks with the terminal's signature; with JSON, or without a body. */
export async function askSigned(
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
