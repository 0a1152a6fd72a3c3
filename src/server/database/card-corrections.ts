import {
  type CorrectionPage,
  type SealedCorrection,
  sealedCorrectionSchema,
} from '#contracts/card-corrections.ts';
import type { Instant } from '#domain/dates.ts';
import type { Database, Write } from './tables.ts';

/**
 * Keeps what a void owes to its card, and tells terminals of it unless it is held until its claim has come. One that
 * some terminal reported to be on the card already is told to nobody.
 */
export async function addCorrection(
  db: Write,
  voidId: string,
  { content, isHeld, knownAt }: NewCorrection,
): Promise<void> {
  const row = {
    ...{ void_id: voidId, card_number: content.cardNumber, content: JSON.stringify(content) },
    known_at: knownAt,
  };
  const added = await db
    .insertInto('card_correction')
    .values({ ...row, state: isHeld ? 'held' : 'owed' })
    .onConflict((conflict) => conflict.column('void_id').doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 1n && !isHeld) await tell(db, voidId);
}

export interface NewCorrection {
  readonly content: SealedCorrection;
  readonly isHeld: boolean;
  readonly knownAt: Instant;
}

/** The claims have come: what is held of these voids is owed from now on. */
export async function releaseCorrections(db: Write, voidIds: readonly string[]): Promise<void> {
  if (voidIds.length === 0) return;
  const released = await db
    .updateTable('card_correction')
    .set({ state: 'owed' })
    .where('void_id', 'in', [...voidIds])
    .where('state', '=', 'held')
    .returning('void_id')
    .execute();
  for (const { void_id } of released) await tell(db, void_id);
}

/** This card has all of it: whoever was told that it is owed is told that it is not. */
export async function endCorrection(
  db: Write,
  voidId: string,
  cardNumber: string,
  now: Instant,
): Promise<void> {
  const row = { void_id: voidId, card_number: cardNumber, content: null, known_at: now };
  // Of a terminal's own events a later one may be worked on first.
  const added = await db
    .insertInto('card_correction')
    .values({ ...row, state: 'done' })
    .onConflict((conflict) => conflict.column('void_id').doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 1n) return;
  const before = await db
    .selectFrom('card_correction')
    .select(['state', 'card_number'])
    .where('void_id', '=', voidId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (before.card_number !== cardNumber || before.state === 'done') return;
  await db
    .updateTable('card_correction')
    .set({ state: 'done' })
    .where('void_id', '=', voidId)
    .execute();
  if (before.state === 'owed') await tell(db, voidId);
}

/** What was told behind a cursor, as it holds now: null is owed no longer. In order, at most `limit`. */
export async function listCorrections(
  db: Database,
  after: number,
  limit: number,
  now: Instant,
): Promise<CorrectionPage['corrections']> {
  const rows = await db
    .selectFrom('card_correction_told')
    .innerJoin('card_correction', 'card_correction.void_id', 'card_correction_told.void_id')
    .select(['seq', 'card_correction.void_id', 'content', 'state', 'known_at'])
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map(({ content, known_at, seq, state, void_id }) => {
    const isOwed = state === 'owed' && Date.parse(now) - known_at.getTime() < longest;
    const correction =
      isOwed && content !== null ? sealedCorrectionSchema.parse(JSON.parse(content)) : null;
    return { seq, voidId: void_id, correction };
  });
}

/** By then no supply lasts, and no year of a ceiling: in milliseconds. */
const longest = 400 * 24 * 3_600_000;

/** The number is held until the commit, so that none is seen before the ones below it. */
async function tell(db: Write, voidId: string): Promise<void> {
  const { told } = await db
    .selectFrom('card_correction_count')
    .select('told')
    .forUpdate()
    .executeTakeFirstOrThrow();
  const seq = told + 1;
  await db.insertInto('card_correction_told').values({ seq, void_id: voidId }).execute();
  await db.updateTable('card_correction_count').set({ told: seq }).execute();
}
