import { z } from 'zod';
import type { TerminalKeyPage } from '#contracts/server-api.ts';
import type { Reader, Writer } from './connection.ts';
import { noteServerTime } from './identity.ts';

/** The last entry of the server's list that was applied; 0 at first. */
export const readTerminalKeyCursor = (db: Reader): number =>
  cursorSchema.parse(db.one('SELECT seq FROM terminal_key_cursor')).seq;

/**
 * Applies a page of terminals' keys and moves the cursor, in one transaction; the latest entry of a key holds.
 * Entries that were applied before, or behind a gap, are passed over.
 */
export function applyTerminalKeyPage(db: Writer, page: TerminalKeyPage): void {
  db.atomically(() => {
    let cursor = readTerminalKeyCursor(db);
    for (const { seq, ...key } of page.keys) {
      if (seq !== cursor + 1) continue;
      db.run(
        'INSERT OR REPLACE INTO synced_terminal_keys (key_id, content) VALUES (:keyId, :content)',
        { keyId: key.keyId, content: JSON.stringify(key) },
      );
      cursor = seq;
    }
    db.run('UPDATE terminal_key_cursor SET seq = :cursor', { cursor });
    noteServerTime(db, page.serverTime);
  });
}

const cursorSchema = z.object({ seq: z.number() });
