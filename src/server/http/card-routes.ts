import type { FastifyInstance } from 'fastify';
import { type IssuedCertificate, paths, type TerminalKeyPage } from '#contracts/server-api.ts';
import { listTerminalKeys } from '../database/terminal-keys.ts';
import { certifyTerminal } from '../enrolment/certify-terminal.ts';
import { callerOf, readCursor, signerOf } from './caller.ts';
import type { Centre } from './centre.ts';
import { refuse } from './refusals.ts';

const pageSize = 200;

/** What terminals need at cards: the certificate of their own key, and the keys of the others. */
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
}
