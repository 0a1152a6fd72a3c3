import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { readDatabaseKey } from '#agent/database-key.ts';
import type { Failure } from '#domain/failures.ts';
import { addEvent } from '#store/events.ts';
import { openStore } from '#store/open-store.ts';
import { nextEvent } from '#tests/store/claim-builders.ts';
import { today } from './hardship-counter.ts';

/** Works a day on a disk where no file may grow much beyond what the mirror is now, until it is refused. */
export async function workUntilRefused(folder: string) {
  const blocks = fattenMirror(folder);
  const program = fileURLToPath(new URL('crash-day.ts', import.meta.url));
  const args = [program, folder, 'http://127.0.0.1:9', '0'.repeat(32), today, '0', 'refused'];
  const child = spawn(
    'sh',
    ['-c', `ulimit -f ${blocks}; exec "$0" "$@"`, process.execPath, ...args],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const saved: string[] = [];
  let refused: Failure | null = null;
  for await (const text of createInterface({ input: child.stdout })) {
    const line = JSON.parse(text);
    if ('saved' in line) saved.push(line.saved.claimId);
    if ('refused' in line) refused = line.refused;
  }
  return { saved, refused };
}

/**
 * Lets the mirror become the largest file that is written to, so that it meets the limit first; answers
 * its size and room for a few claims more, in blocks of 512 bytes.
 */
function fattenMirror(folder: string): number {
  const key = readDatabaseKey(folder, null);
  if (!key.ok) throw new Error(key.failure.code);
  const store = openStore({ folder, key: key.value });
  if (!store.ok) throw new Error(store.failure.code);
  const body = { padding: 'x'.repeat(50_000) };
  for (let count = 0; count < 60; count += 1)
    store.value.commit((db) => addEvent(db, nextEvent(db, { body })));
  store.value.close();
  return Math.ceil(statSync(join(folder, 'events.mirror')).size / 512) + 600;
}

/** The host as `npm start` runs it, at a port that another program has; answers what it printed, and the port. */
export async function startAtTakenPort(folder: string) {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const main = fileURLToPath(new URL('../../src/shells/loopback/main.ts', import.meta.url));
  const child = spawn(process.execPath, [main], {
    env: {
      ...process.env,
      MEDEXA_FOLDER: folder,
      MEDEXA_PORT: String(port),
      MEDEXA_SERVER_URL: 'none',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let printed = '';
  child.stderr.on('data', (chunk) => {
    printed += chunk;
  });
  const [exitCode] = await once(child, 'close');
  other.close();
  return { printed, port, exitCode: Number(exitCode) };
}
