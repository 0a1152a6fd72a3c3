import { writeSync } from 'node:fs';
import { findIdentity } from '#store/identity.ts';
import { openStore } from '#store/open-store.ts';
import { enrol, unwrap, writeClaim } from './claim-builders.ts';

/**
 * A process of its own that commits claims until it is killed (or `count` are done), and reports each
 * only when `commit` has answered: one receipt number a line. A failure's code is the last line.
 */
const [folder = '', keyHex = '', count = 'Infinity', padding = '0'] = process.argv.slice(2);
const store = unwrap(openStore({ folder, key: Buffer.from(keyHex, 'hex') }));
if (findIdentity(store.reader) === null) enrol(store);
for (let done = 0; done < Number(count); done += 1) {
  const saved = store.commit((db) => writeClaim(db, { padding: Number(padding) }));
  writeSync(1, `${saved.ok ? saved.value : saved.failure.code}\n`);
  if (!saved.ok) break;
}
// Ends as a crash would: nothing is closed, nothing is moved into the main file.
process.kill(process.pid, 'SIGKILL');
