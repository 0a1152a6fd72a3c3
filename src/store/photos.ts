import { z } from 'zod';
import type { Reader, Writer } from './connection.ts';

/** A photo that was verified against this hash; null where none is kept. */
export function findPhoto(db: Reader, hash: string): Uint8Array | null {
  const row = db.one('SELECT bytes FROM photos WHERE hash = :hash', { hash });
  return row === null ? null : rowSchema.parse(row).bytes;
}

export const hasPhoto = (db: Reader, hash: string): boolean =>
  db.one('SELECT 1 FROM photos WHERE hash = :hash', { hash }) !== null;

/** Keeps a verified photo; the oldest give way. Not mirrored: whatever is lost is read from the card again. */
export function recordPhoto(db: Writer, hash: string, bytes: Uint8Array): void {
  db.run('INSERT OR IGNORE INTO photos (hash, bytes) VALUES (:hash, :bytes)', {
    hash,
    bytes: Buffer.from(bytes),
  });
  db.run('DELETE FROM photos WHERE place <= (SELECT max(place) FROM photos) - :kept', {
    kept: photosKept,
  });
}

/** At 5 KB each, 25 MB. */
const photosKept = 5_000;

const rowSchema = z.object({ bytes: z.instanceof(Uint8Array) });
