import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Ack, paths, type VerdictPage } from '#contracts/server-api.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import type { EnrolledTerminal } from '../database/terminals.ts';
import { listVerdicts } from '../database/verdicts.ts';
import { appendEvents } from '../ingest/append-events.ts';
import { readUpload } from '../ingest/read-upload.ts';
import type { Centre } from './centre.ts';
import { refuse } from './refusals.ts';
import { verifyRequest } from './verify-request.ts';

const pageSize = 50;
const pathSchema = z.object({ terminalId: z.string().max(60) });
const querySchema = z.object({ after: z.coerce.number().int().nonnegative().max(0x7f_ff_ff_ff) });

/** Custody and verdicts: what an enrolled terminal asks with its signature. */
export function addTerminalRoutes(app: FastifyInstance, centre: Centre): void {
  app.post(paths.events(':terminalId'), async (request, reply) => {
    const caller = await callerOf(request, centre);
    if (!caller.ok) return await refuse(reply, caller.failure);
    const lines = readUpload(bodyOf(request));
    if (!lines.ok) return await refuse(reply, lines.failure);
    const { terminalId } = caller.value;
    const taken = await appendEvents(centre.db, terminalId, lines.value, centre.now());
    if (taken.kind !== 'custody') {
      const { expectedSeq, expectedHash } = taken;
      return await reply.code(409).send({ code: `chain-${taken.kind}`, expectedSeq, expectedHash });
    }
    centre.wakeWorker();
    const ack: Ack = {
      terminalId,
      epoch: taken.epoch,
      ackSeq: taken.head.seq,
      ackHash: taken.head.hash,
      serverTime: centre.now(),
      durability: centre.durability,
    };
    return { ack, sig: centre.key.sign('ack1', ack) };
  });

  app.get(paths.verdicts(':terminalId'), async (request, reply) => {
    const caller = await callerOf(request, centre);
    if (!caller.ok) return await refuse(reply, caller.failure);
    const query = querySchema.safeParse(request.query);
    if (!query.success) {
      const facts = { where: 'after', why: 'a whole number is expected' };
      return await refuse(reply, failure('input-malformed', facts));
    }
    const { after } = query.data;
    const { terminalId } = caller.value;
    const verdicts = await listVerdicts(centre.db, terminalId, after, pageSize);
    const page: VerdictPage = { terminalId, after, verdicts, serverTime: centre.now() };
    return { page, sig: centre.key.sign('verdicts1', page) };
  });
}

async function callerOf(
  request: FastifyRequest,
  centre: Centre,
): Promise<Result<EnrolledTerminal, Failure>> {
  const path = pathSchema.safeParse(request.params);
  if (!path.success) return failWith(failure('terminal-unknown'));
  const verified = await verifyRequest(centre.db, path.data.terminalId, {
    method: request.method,
    // Behind a proxy that ends TLS, only the operator knows the address that terminals write.
    targetUri: `${centre.publicUrl ?? `http://${request.headers.host ?? ''}`}${request.raw.url ?? ''}`,
    headers: request.headers,
    body: bodyOf(request),
  });
  return verified.ok ? succeed(verified.value) : verified;
}

const bodyOf = ({ body }: FastifyRequest): Uint8Array =>
  body instanceof Uint8Array ? body : new Uint8Array(0);
