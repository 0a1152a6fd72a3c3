import { readDatabaseKey } from '#agent/database-key.ts';
import { openStore, type Store } from '#store/open-store.ts';

/** What is found in the store of a terminal that is closed. */
export function inStore<T>(folder: string, look: (store: Store) => T): T {
  const key = readDatabaseKey(folder, null);
  if (!key.ok) throw new Error(JSON.stringify(key.failure));
  const store = openStore({ folder, key: key.value });
  if (!store.ok) throw new Error(JSON.stringify(store.failure));
  try {
    return look(store.value);
  } finally {
    store.value.close();
  }
}
