import type { FastifyInstance } from 'fastify';
import type { CorrectionPage } from '#contracts/card-corrections.ts';
import { type IssuedCertificate, paths, type TerminalKeyPage } from '#contracts/server-api.ts';
import { listCorrections } from '../database/card-corrections.ts';
import { listTerminalKeys } from '../database/terminal-keys.ts';
import { certifyTerminal } from '../enrolment/certify-terminal.ts';
import { callerOf, readCursor, signerOf } from './caller.ts';
import type { Centre } from './centre.ts';
import { refuse } from './refusals.ts';

const pageSize = 200;
/** Voids are rare, and each says how much came back. */
const correctionPageSize = 20;

/** What terminals need at cards: the certificate of their own key, the keys of the others, and what came back elsewhere. */
export function addCardRoutes(app: FastifyInstance, centre: Centre): void {
  app.post(paths.cardCertificate(':terminalId'), async (request, reply) => {
    const caller = await callerOf(request, centre);
    if (!caller.ok) return await refuse(reply, caller.failure);
    const { terminalId, isSuspect } = caller.value;
    const { providerAnchor, references } = centre;
    const serverTime = centre.now();
    const { pack } = references.current;
    const issued: IssuedCertificate = {
      terminalId,
      // Nobody vouches for a terminal whose chain was forked, until it enrols again.
      cardCertificate: isSuspect
        ? null
        : certifyTerminal(caller.value, providerAnchor, pack, serverTime),
      serverTime,
    };
    return { issued, sig: centre.key.sign('certificate1', issued) };
  });

  app.get(paths.terminalKeys, async (request, reply) => {
    const caller = await signerOf(request, centre);
    if (!caller.ok) return await refuse(reply, caller.failure);
    const cursor = readCursor(request);
    if (!cursor.ok) return await refuse(reply, cursor.failure);
    const after = cursor.value;
    const keys = await listTerminalKeys(centre.db, after, pageSize);
    const page: TerminalKeyPage = { after, keys, serverTime: centre.now() };
    return { page, sig: centre.key.sign('keys1', page) };
  });

  app.get(paths.cardCorrections, async (request, reply) => {
    const caller = await signerOf(request, centre);
    if (!caller.ok) return await refuse(reply, caller.failure);
    const cursor = readCursor(request);
    if (!cursor.ok) return await refuse(reply, cursor.failure);
    const [after, serverTime] = [cursor.value, centre.now()];
    const corrections = await listCorrections(centre.db, after, correctionPageSize, serverTime);
    const page: CorrectionPage = { after, corrections, serverTime };
    return { page, sig: centre.key.sign('corrections1', page) };
  });
}
