import { terminalKeyIdOf } from '#card/profile/p256.ts';
import type { TerminalKeyPage } from '#contracts/server-api.ts';
import { fromHex } from '#domain/chain.ts';
import { type CalendarDate, calendarDate, dayOf, type Instant } from '#domain/dates.ts';
import type { Database, TerminalKeyTable, Write } from './tables.ts';

export interface EnrolledKey {
  readonly terminalId: string;
  readonly providerId: string;
  /** Compressed P-256 point, hex. */
  readonly cardKey: string;
  readonly enrolledAt: Instant;
}

/**
 * Publishes the key with which a terminal signs on cards from this enrolment on, and the end of the one that
 * it had before. Nothing is published where nothing changed.
 */
export async function publishTerminalKey(db: Write, terminal: EnrolledKey): Promise<void> {
  const published = await lockPublications(db);
  const { terminalId, providerId, cardKey, enrolledAt } = terminal;
  const today = dayOf(enrolledAt);
  const known = await listLatest(db, terminalId);
  const ended = known.filter((key) => key.public_key !== cardKey && key.to_day === null);
  const own = known.find((key) => key.public_key === cardKey);
  const isNews = own === undefined || own.to_day !== null || own.provider_id !== providerId;
  const rows = [
    ...ended.map((key) => ({ ...key, to_day: today as string | null })),
    ...(isNews
      ? [
          {
            ...keyOf(terminalId, cardKey),
            provider_id: providerId,
            from_day: own?.from_day ?? today,
          },
        ]
      : []),
  ].map((row, place) => ({ ...unended, ...row, seq: published + 1 + place }));
  if (rows.length === 0) return;
  await db.insertInto('terminal_key').values(rows).execute();
  await db
    .updateTable('terminal_key_count')
    .set({ published: published + rows.length })
    .execute();
}

/** Published keys behind a cursor, in order, at most `limit`. */
export async function listTerminalKeys(
  db: Database,
  after: number,
  limit: number,
): Promise<TerminalKeyPage['keys']> {
  const rows = await db
    .selectFrom('terminal_key')
    .selectAll()
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    seq: row.seq,
    keyId: terminalKeyIdOf(fromHex(row.public_key)),
    publicKey: row.public_key,
    providerId: row.provider_id,
    from: calendarDate(row.from_day),
    to: endOf(row),
    revoked: row.is_revoked,
  }));
}

/** Every published key as it holds now. */
export async function listKeysNow(db: Database): Promise<TerminalKeyPage['keys']> {
  const all = await listTerminalKeys(db, 0, Number.MAX_SAFE_INTEGER);
  return [...new Map(all.map((key) => [key.keyId, key])).values()];
}

/** How many were published. Held until the commit, so that no number is seen before the ones below it. */
async function lockPublications(db: Write): Promise<number> {
  const row = await db
    .selectFrom('terminal_key_count')
    .select('published')
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.published;
}

/** The terms that hold of each key that the terminal ever had. */
async function listLatest(db: Write, terminalId: string): Promise<TerminalKeyTable[]> {
  const rows = await db
    .selectFrom('terminal_key')
    .selectAll()
    .where('terminal_id', '=', terminalId)
    .orderBy('seq')
    .execute();
  return [...new Map(rows.map((row) => [row.public_key, row])).values()];
}

const unended = { to_day: null, is_revoked: false };

const keyOf = (terminalId: string, cardKey: string) => ({
  terminal_id: terminalId,
  public_key: cardKey,
});

const endOf = ({ to_day: day }: TerminalKeyTable): CalendarDate | null =>
  day === null ? null : calendarDate(day);
