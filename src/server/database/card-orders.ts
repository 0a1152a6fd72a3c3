import {
  type CardOrder,
  type CardWork,
  cardOrderSchema,
  type Ordered,
} from '#contracts/card-sessions-api.ts';
import type { Instant } from '#domain/dates.ts';
import type { CardOrderTable, Database, Write } from './tables.ts';

/** What the issuer was ordered to do with a card, and has not done. */
export interface OpenOrder {
  readonly number: number;
  readonly order: CardOrder;
  /** What was signed for the card already, hex; null before that. */
  readonly record: string | null;
}

/** Takes the place of an open order of the same work; whatever was signed for that one is not offered again. */
export async function addOrder(
  db: Database,
  cardNumber: string,
  order: CardOrder,
  { expiresAt, orderedAt }: { readonly orderedAt: Instant; readonly expiresAt: Instant | null },
): Promise<Ordered> {
  const { work } = order;
  const { number } = await db.transaction().execute(async (write) => {
    await write
      .updateTable('card_order')
      .set({ state: 'replaced' })
      .where('card_number', '=', cardNumber)
      .where('work', '=', work)
      .where('state', '=', 'open')
      .execute();
    return await write
      .insertInto('card_order')
      .values({
        ...{ card_number: cardNumber, work, content: JSON.stringify(order), state: 'open' },
        ...{ ordered_at: orderedAt, expires_at: expiresAt },
        ...{ record: null, done_at: null, terminal_id: null },
      })
      .returning('number')
      .executeTakeFirstOrThrow();
  });
  return { number, cardNumber, work, expiresAt };
}

/** Open orders that hold at this moment, in the order in which they were given. */
export async function listOpenOrders(
  db: Database,
  cardNumber: string,
  now: Instant,
): Promise<OpenOrder[]> {
  const rows = await db
    .selectFrom('card_order')
    .select(['number', 'content', 'record'])
    .where('card_number', '=', cardNumber)
    .where('state', '=', 'open')
    .where((is) => is.or([is('expires_at', 'is', null), is('expires_at', '>', new Date(now))]))
    .orderBy('number')
    .execute();
  return rows.map(({ content, number, record }) => ({
    ...{ number, record },
    order: cardOrderSchema.parse(JSON.parse(content)),
  }));
}

export const findOpenOrder = async (
  db: Database,
  cardNumber: string,
  work: CardWork,
  now: Instant,
): Promise<OpenOrder | null> =>
  (await listOpenOrders(db, cardNumber, now)).find(({ order }) => order.work === work) ?? null;

/** Keeps what was signed for an order before the card is told of it. */
export async function keepRecord(db: Database, number: number, record: string): Promise<void> {
  await db.updateTable('card_order').set({ record }).where('number', '=', number).execute();
}

/** The card says that it is done, at this terminal; an order that was replaced meanwhile stays so. */
export async function markDone(
  db: Database | Write,
  number: number,
  { at, terminalId }: { readonly at: Instant; readonly terminalId: string },
): Promise<void> {
  const done = { state: 'done', done_at: at, terminal_id: terminalId } as const;
  await db
    .updateTable('card_order')
    .set(done satisfies Partial<Record<keyof CardOrderTable, string>>)
    .where('number', '=', number)
    .where('state', '=', 'open')
    .execute();
}
