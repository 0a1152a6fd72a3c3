import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore, type Store } from '#store/open-store.ts';
import { key, unwrap } from './claim-builders.ts';

/** A folder that is gone when the test is. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An opened store; it is closed with the test. */
export function makeStore(folder: string = makeFolder()): Store {
  const store = unwrap(openStore({ folder, key }));
  onTestFinished(() => store.close());
  return store;
}
