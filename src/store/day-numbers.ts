import { z } from 'zod';
import type { CalendarDate } from '#domain/dates.ts';
import type { Reader } from './connection.ts';

/**
 * The next receipt number of a day, `C-261123-0001`: it is taken when the claim that bears it is recorded,
 * in the same commit, so that an undone commit leaves no gap.
 */
export const nextReceiptNumber = (db: Reader, day: CalendarDate): string =>
  nextNumber(db, day, { letter: 'C', table: 'claims', column: 'receipt_number' });

/** The next request number of a day, `R-261123-0001`; taken likewise. */
export const nextRequestNumber = (db: Reader, day: CalendarDate): string =>
  nextNumber(db, day, { letter: 'R', table: 'requests', column: 'request_number' });

function nextNumber(
  db: Reader,
  day: CalendarDate,
  { letter, table, column }: Readonly<Record<'letter' | 'table' | 'column', string>>,
): string {
  const prefix = `${letter}-${day.slice(2).replaceAll('-', '')}-`;
  const row = db.one(
    `SELECT ${column} AS taken FROM ${table}
     WHERE ${column} >= :prefix AND ${column} < :end
     ORDER BY length(${column}) DESC, ${column} DESC LIMIT 1`,
    { prefix, end: `${prefix}:` },
  );
  const last = row === null ? 0 : Number(takenSchema.parse(row).taken.slice(prefix.length));
  return prefix + String(last + 1).padStart(4, '0');
}

const takenSchema = z.object({ taken: z.string() });
