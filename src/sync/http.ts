import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import type { z } from 'zod';
import { refusalSchema } from '#contracts/server-api.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

export interface HttpAnswer {
  readonly status: number;
  /** The JSON of the body; undefined where it is none. */
  readonly json: unknown;
  /** Seconds that the server asks us to wait. */
  readonly retryAfter: number | null;
}

export type Send = (request: HttpRequest) => Promise<Result<HttpAnswer, Failure>>;

/** The reason of 'server-unreachable' when no whole answer came in time. */
export const timedOut = 'timed-out';

/** An answer larger than this is not ours, in bytes. */
const largestAnswer = 16 * 1024 * 1024;

/** Sends requests by axios; only a whole answer counts, whatever its status. */
export function httpSender(timeoutMs: number): Send {
  const http = axios.create({
    adapter: 'http',
    maxRedirects: 0,
    maxContentLength: largestAnswer,
    responseType: 'text',
    transformResponse: (text: unknown) => text,
    validateStatus: () => true,
  });
  return async (request) => {
    try {
      return succeed(answerOf(await ask(http, request, timeoutMs)));
    } catch (error) {
      if (!axios.isAxiosError(error)) throw error;
      return failWith(failure('server-unreachable', { reason: reasonOf(error.code) }));
    }
  };
}

const ask = (
  http: AxiosInstance,
  { method, url, headers, body }: HttpRequest,
  timeoutMs: number,
): Promise<AxiosResponse<string>> =>
  http.request<string>({
    method,
    url,
    // Left to itself, axios calls a body that is not there a form.
    headers: { ...(body === undefined ? { 'content-type': false } : {}), ...headers },
    // Of the whole exchange: axios' own time-out starts again with every byte.
    signal: AbortSignal.timeout(timeoutMs),
    ...(body === undefined ? {} : { data: Buffer.from(body) }),
    ...(isLoopback(url) ? { proxy: false } : {}),
  });

/** Parses an answer with status 200; any other is a refusal, by the code in its body. */
export function readAnswer<T>(
  schema: z.ZodType<T>,
  answer: HttpAnswer,
  step: string,
): Result<T, Failure> {
  if (answer.status !== 200) return failWith(refusalOf(answer));
  const parsed = schema.safeParse(answer.json);
  return parsed.success
    ? succeed(parsed.data)
    : failWith(failure('server-answer-malformed', { step }));
}

function refusalOf({ status, json, retryAfter }: HttpAnswer): Failure {
  const parsed = refusalSchema.safeParse(json);
  const refusal = parsed.success ? parsed.data.code : '';
  switch (refusal) {
    case 'enrolment-code-wrong':
    case 'request-signature-wrong':
    case 'terminal-unknown':
    case 'issuer-absent':
    case 'card-order-absent':
    case 'card-relay-lost':
      return failure(refusal);
    default:
      return retryAfter === null
        ? failure('server-refused', { status, refusal })
        : failure('server-refused', { status, refusal, retryAfter });
  }
}

function answerOf({ status, data, headers }: AxiosResponse<string>): HttpAnswer {
  return { status, json: parseJson(data), retryAfter: secondsOf(headers['retry-after']) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** RFC 9110 Retry-After: seconds, or a date, read against our clock. */
function secondsOf(value: unknown): number | null {
  if (typeof value !== 'string') return null;
  if (/^\d{1,6}$/.test(value)) return Number(value);
  const until = Date.parse(value);
  return Number.isNaN(until) ? null : Math.max(0, Math.ceil((until - Date.now()) / 1000));
}

const reasonOf = (code: string | undefined): string =>
  code === undefined || code === 'ERR_CANCELED' || code === 'ECONNABORTED' || code === 'ETIMEDOUT'
    ? timedOut
    : code;

const isLoopback = (url: string): boolean =>
  ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);
