import { z } from 'zod';
import type { Reader, Writer } from './connection.ts';

/** Keeps the visit in progress, as plain JSON of its owner's making: it survives a crash. */
export function saveOpenVisit(db: Writer, visit: unknown): void {
  db.run('INSERT OR REPLACE INTO open_visit (only, content) VALUES (1, :content)', {
    content: JSON.stringify(visit),
  });
}

/** The visit that was in progress, to be parsed by its owner; null when there was none. */
export function findOpenVisit(db: Reader): unknown {
  const row = db.one('SELECT content FROM open_visit');
  return row === null ? null : JSON.parse(rowSchema.parse(row).content);
}

export function clearOpenVisit(db: Writer): void {
  db.run('DELETE FROM open_visit');
}

const rowSchema = z.object({ content: z.string() });
