import type { Instant } from '#domain/dates.ts';
import type { EventPlace } from './inbox.ts';
import type { CardConflictTable, CardMarkTable, Database, Write } from './tables.ts';

/** A record in its place in a card's ledger, as some terminal reported it. */
export interface CardMark {
  readonly seq: number;
  /** Hex, 8 bytes. */
  readonly hash: string;
  /** By that terminal's clock. */
  readonly reportedAt: Instant;
}

/** Holds a card for this transaction: two reports on one card are taken in one after the other. */
export async function lockCard(db: Write, cardNumber: string): Promise<void> {
  await db
    .insertInto('card')
    .values({ card_number: cardNumber })
    .onConflict((conflict) => conflict.column('card_number').doNothing())
    .execute();
  await db
    .selectFrom('card')
    .select('card_number')
    .where('card_number', '=', cardNumber)
    .forUpdate()
    .execute();
}

/** How far a card is known to be written; null when nothing is known of it. */
export async function findWatermark(db: Database, cardNumber: string): Promise<CardMark | null> {
  const row = await db
    .selectFrom('card_mark')
    .selectAll()
    .where('card_number', '=', cardNumber)
    .orderBy('card_seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : markOf(row);
}

/** What is known of one place in a card's ledger. */
export async function findMark(
  db: Write,
  cardNumber: string,
  seq: number,
): Promise<CardMark | null> {
  const row = await db
    .selectFrom('card_mark')
    .selectAll()
    .where('card_number', '=', cardNumber)
    .where('card_seq', '=', seq)
    .executeTakeFirst();
  return row === undefined ? null : markOf(row);
}

export async function addMark(
  db: Write,
  cardNumber: string,
  { seq, hash, reportedAt }: CardMark,
  event: EventPlace,
): Promise<void> {
  await db
    .insertInto('card_mark')
    .values({
      card_number: cardNumber,
      card_seq: seq,
      record_hash: hash,
      reported_at: reportedAt,
      ...placeOf(event),
    })
    .execute();
}

/** Keeps a report that does not go with what is known; the event itself stays in the inbox. */
export async function addConflict(
  db: Write,
  cardNumber: string,
  conflict: {
    readonly kind: CardConflictTable['kind'];
    readonly reported: CardMark;
    readonly known: CardMark;
    readonly foundAt: Instant;
  },
  event: EventPlace,
): Promise<void> {
  const { kind, reported, known, foundAt } = conflict;
  await db
    .insertInto('card_conflict')
    .values({
      ...placeOf(event),
      ...{ card_number: cardNumber, card_seq: reported.seq, record_hash: reported.hash },
      ...{ kind, known_seq: known.seq, known_hash: known.hash, found_at: foundAt },
    })
    .execute();
}

const placeOf = ({ terminalId, epoch, seq }: EventPlace) => ({
  terminal_id: terminalId,
  epoch,
  seq,
});

const markOf = (row: CardMarkTable): CardMark => ({
  seq: row.card_seq,
  hash: row.record_hash,
  reportedAt: row.reported_at as Instant,
});
