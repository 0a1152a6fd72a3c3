import { z } from 'zod';
import type { Reader, Writer } from './connection.ts';

/** A small setting, to be parsed by its owner; null when it was never recorded. */
export function findSetting(db: Reader, name: string): unknown {
  const row = db.one('SELECT value FROM settings WHERE name = :name', { name });
  return row === null ? null : JSON.parse(rowSchema.parse(row).value);
}

/** Records plain JSON under a name. */
export function recordSetting(db: Writer, name: string, value: unknown): void {
  db.run('INSERT OR REPLACE INTO settings (name, value) VALUES (:name, :value)', {
    name,
    value: JSON.stringify(value),
  });
}

const rowSchema = z.object({ value: z.string() });
