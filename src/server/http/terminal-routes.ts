import type { FastifyInstance } from 'fastify';
import { type Ack, paths } from '#contracts/server-api.ts';
import type { VerdictPage } from '#contracts/verdicts-api.ts';
import { listVerdicts } from '../database/verdicts.ts';
import { appendEvents } from '../ingest/append-events.ts';
import { readUpload } from '../ingest/read-upload.ts';
import { bodyOf, callerOf, readCursor } from './caller.ts';
import type { Centre } from './centre.ts';
import { refuse } from './refusals.ts';

const pageSize = 50;

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
    const cursor = readCursor(request);
    if (!cursor.ok) return await refuse(reply, cursor.failure);
    const after = cursor.value;
    const { terminalId } = caller.value;
    const verdicts = await listVerdicts(centre.db, terminalId, after, pageSize);
    const page: VerdictPage = { terminalId, after, verdicts, serverTime: centre.now() };
    return { page, sig: centre.key.sign('verdicts1', page) };
  });
}
