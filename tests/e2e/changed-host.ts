import { openAgent } from '#agent/open-agent.ts';
import { systemClock } from '#agent/system-clock.ts';
import { openHost } from '../../src/shells/loopback/open-host.ts';
import { buildChangedInsurer } from './changed-insurer.ts';

/** The terminal as the loopback host runs it, with the changed insurer's contract and people: a process of its own. */
const agent = await openAgent({
  folder: process.env.MEDEXA_FOLDER ?? '',
  server: { kind: 'embedded' },
  reference: { kind: 'demo', insurer: buildChangedInsurer(systemClock().today()) },
  cardService: null,
  keyWrap: null,
});
if (!agent.ok) throw new Error(JSON.stringify(agent.failure));
const host = await openHost({
  router: agent.value.router,
  port: 0,
  pageFolder: new URL('../../dist/renderer', import.meta.url).pathname,
  onEntered: () => undefined,
  onBug: (error) => process.stderr.write(`${String(error)}\n`),
});
if (!host.ok) throw new Error(JSON.stringify(host.failure));
process.on('SIGTERM', () => {
  void host.value
    .close()
    .then(() => agent.value.close())
    .then(() => process.exit(0));
});
process.stdout.write(`${host.value.mintLink()}\n`);
