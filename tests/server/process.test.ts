import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createCentralClient } from '#sync/central-client.ts';
import { syncOnce } from '#sync/sync-once.ts';
import { line } from '#tests/domain/builders.ts';
import { makeTerminal } from '#tests/sync/test-terminal.ts';
import { type CentralProcess, discard, spawnCentral, startCentral } from './central-process.ts';
import { reference, writeReference } from './reference-builder.ts';

const started: CentralProcess[] = [];
const start = async (...options: Parameters<typeof startCentral>): Promise<CentralProcess> => {
  const central = await startCentral(...options);
  started.push(central);
  return central;
};

afterEach(async () => {
  for (const central of started.splice(0)) await discard(central);
});

describe('the server as a process', () => {
  it('keeps custody, keys and verdicts over a kill and an orderly end', async () => {
    const code = 'c0de'.repeat(8);
    const env = { MEDEXA_ENROLMENT_CODES: `${code}:NAFIS` };
    const first = await start({ env });
    const terminal = makeTerminal();
    const at = ({ url }: CentralProcess) =>
      createCentralClient({ baseUrl: url, timeoutMs: 10_000 });
    await terminal.enrol(at(first), code);
    const lines = [line({ itemCode: 'CONSULTATION', quantity: 1, daysSupply: null })];
    terminal.addClaim({ lines });
    const sent = await at(first).uploadEvents(terminal.identity(), terminal.events);
    expect(sent).toMatchObject({ ok: true, value: { ackSeq: 1 } });
    await first.end('SIGKILL');

    const second = await start({ folder: first.folder, env });
    terminal.addClaim({ lines });
    while (terminal.applied.length < 2) {
      const turn = await syncOnce(at(second), terminal.identity(), terminal.outbox, terminal.sink);
      expect(turn.ok).toBe(true);
    }
    expect(await second.end()).toBe(0);

    writeReference(join(first.folder, 'reference.json'), reference({ manifestVersion: 8 }));
    const third = await start({
      folder: first.folder,
      args: ['--reference', join(first.folder, 'reference.json')],
    });
    terminal.addClaim({ lines, manifestVersion: 7 });
    while (terminal.applied.length < 3) {
      await syncOnce(at(third), terminal.identity(), terminal.outbox, terminal.sink);
    }
    expect(terminal.applied.map(({ downSeq, outcome }) => [downSeq, outcome])).toEqual([
      [1, 'accepted'],
      [2, 'accepted'],
      [3, 'accepted'],
    ]);
    await third.end();

    // Now the older publication is offered again.
    const fourth = spawnCentral({ folder: first.folder });
    expect(await ending(fourth.child)).toEqual([1, expect.stringContaining('reference-older')]);
  }, 90_000);

  it('has its folder to itself, and ends when the process that started it is gone', async () => {
    const central = await start({ args: ['--exit-with-parent'] });
    const rival = spawnCentral({ folder: central.folder });
    expect(await ending(rival.child)).toEqual([1, expect.stringContaining('database-locked')]);
    const gone = once(central.child, 'exit');
    central.child.stdin?.end();
    expect(await gone).toEqual([0, null]);
  }, 60_000);

  it('names the option that it cannot use', async () => {
    const { child, folder } = spawnCentral({ args: ['--port', 'many'] });
    expect(await ending(child)).toEqual([2, expect.stringContaining('"where":"port"')]);
    rmSync(folder, { recursive: true });
  });
});

/** Exit code and log of a process that is expected to end by itself. */
async function ending(child: ReturnType<typeof spawnCentral>['child']): Promise<[unknown, string]> {
  let log = '';
  child.stderr?.on('data', (chunk) => {
    log += chunk;
  });
  const [code] = (await once(child, 'close')) as [unknown];
  return [code, log];
}
