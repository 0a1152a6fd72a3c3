import type { ServerResponse } from 'node:http';
import { type Failure, failure } from '#domain/failures.ts';

/** The few answers that the host gives by itself. */

export function answer(
  response: ServerResponse,
  headers: Readonly<Record<string, string>>,
  body: string | Buffer,
): void {
  response.writeHead(200, headers).end(body);
}

export function answerAbsent(response: ServerResponse): void {
  response.writeHead(404).end();
}

/** 403 with the failure `session-refused`: not addressed to this host, or without its session. */
export const answerRefused = (response: ServerResponse): void =>
  answerFailure(response, 403, failure('session-refused'));

/** 500 with the failure `internal-error`; an answer that has begun is cut off. */
export function answerBug(response: ServerResponse): void {
  if (response.headersSent) response.destroy();
  else answerFailure(response, 500, failure('internal-error', { reference: 'host' }));
}

function answerFailure(response: ServerResponse, status: number, reason: Failure): void {
  response
    .writeHead(status, { 'Content-Type': 'application/json', Connection: 'close' })
    .end(JSON.stringify(reason));
}
