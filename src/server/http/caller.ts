import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import type { EnrolledTerminal } from '../database/terminals.ts';
import type { Centre } from './centre.ts';
import { type ReceivedRequest, verifyRequest } from './verify-request.ts';

/** The terminal at whose address a request came, which must have signed it. */
export async function callerOf(
  request: FastifyRequest,
  centre: Centre,
): Promise<Result<EnrolledTerminal, Failure>> {
  const path = pathSchema.safeParse(request.params);
  if (!path.success) return failWith(failure('terminal-unknown'));
  return await verifyRequest(centre.db, path.data.terminalId, received(request, centre));
}

/** Whoever signed a request that is not for one terminal alone. */
export const signerOf = (
  request: FastifyRequest,
  centre: Centre,
): Promise<Result<EnrolledTerminal, Failure>> =>
  verifyRequest(centre.db, null, received(request, centre));

const received = (request: FastifyRequest, { publicUrl }: Centre): ReceivedRequest => ({
  method: request.method,
  // Behind a proxy that ends TLS, only the operator knows the address that terminals write.
  targetUri: `${publicUrl ?? `http://${request.headers.host ?? ''}`}${request.raw.url ?? ''}`,
  headers: request.headers,
  body: bodyOf(request),
});

/** The body as it travelled; empty where there is none. */
export const bodyOf = ({ body, raw }: FastifyRequest): Uint8Array =>
  body instanceof Uint8Array ? body : (travelled.get(raw) ?? new Uint8Array(0));

const travelled = new WeakMap<FastifyRequest['raw'], Uint8Array>();

/** Reads JSON, and remembers the bytes: those are what a terminal signs. */
export function readJson(app: FastifyInstance): void {
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      travelled.set(request.raw, body);
      try {
        return JSON.parse(body.toString('utf8')) as unknown;
      } catch {
        throw Object.assign(new Error('not JSON'), { statusCode: 400 });
      }
    },
  );
}

/** The cursor of a page: everything behind `after` is asked for. */
export function readCursor(request: FastifyRequest): Result<number, Failure> {
  const query = querySchema.safeParse(request.query);
  if (query.success) return succeed(query.data.after);
  const facts = { where: 'after', why: 'a whole number is expected' };
  return failWith(failure('input-malformed', facts));
}

const pathSchema = z.object({ terminalId: z.string().max(60) });
const querySchema = z.object({ after: z.coerce.number().int().nonnegative().max(0x7f_ff_ff_ff) });
