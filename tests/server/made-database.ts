import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A database of the centre's, brought up to date once: making one anew takes seconds of processor time. */

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Named for what made it: another lock file or migration asks for another. */
function place(): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  const source = join(root, 'src/server/database');
  for (const name of readdirSync(source, { recursive: true, encoding: 'utf8' }).sort())
    if (name.endsWith('.ts')) hash.update(readFileSync(join(source, name)));
  return join(root, '.cache', `made-database-${hash.digest('hex').slice(0, 16)}`);
}

/** Lays it into a server's folder that has none yet; without it the server makes its own. */
export function layDatabase(serverFolder: string): void {
  const target = join(serverFolder, 'database');
  const made = join(place(), 'database');
  if (!existsSync(target) && existsSync(made)) cpSync(made, target, { recursive: true });
}

/** Before all tests, unless it is there already. */
export async function setup(): Promise<void> {
  const wanted = place();
  if (existsSync(wanted)) return;
  const { openDatabase } = await import('../../src/server/database/open-database.ts');
  const half = `${wanted}.${process.pid}`;
  const opened = await openDatabase(half);
  if (!opened.ok) throw new Error(opened.failure.code);
  await opened.value.close();
  rmSync(wanted, { recursive: true, force: true });
  renameSync(half, wanted);
}
