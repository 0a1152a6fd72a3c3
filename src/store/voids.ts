import { z } from 'zod';
import type { VoidBody } from '#contracts/events/void.ts';
import { instantSchema } from '#contracts/schemas.ts';
import { remainderOf } from '#domain/adjudication/reversal.ts';
import { add } from '#domain/money.ts';
import { claimBodyOf, voidBodyOf } from './bodies.ts';
import { totalsRow } from './claim-rows.ts';
import type { Reader, Writer } from './connection.ts';
import type { VoidKey } from './mirror/entry.ts';
import { replaceSpecialUses } from './special-prescriptions.ts';

/** A void as it was saved, with where its correction stands on the card. */
export interface FoundVoid extends VoidKey {
  readonly body: VoidBody;
  /** `none`: the card holds nothing of the claim. `owed`: to be signed when it is next in. `signed`: in the journal. */
  readonly correction: 'none' | 'owed' | 'signed';
}

/**
 * Files a void beside its event, which the same commit has added. The claim's row then holds what is left, and
 * its supplies are gone: the caller records anew those that are left.
 */
export function recordVoid(db: Writer, key: VoidKey): void {
  const body = voidBodyOf(db, key.eventId);
  if (body.claimId !== key.claimId) throw new Error(`void ${key.eventId} names another claim`);
  db.run(
    `INSERT INTO voids (event_id, claim_id, voided_at, card_number, correction)
     VALUES (:eventId, :claimId, :voidedAt, :cardNumber, :correction)`,
    { ...key, correction: key.cardNumber === null ? 'none' : 'owed' },
  );
  const claim = claimBodyOf(db, body.claimEventId);
  const voids = listVoidsOf(db, key.claimId).map((one) => one.body);
  const left = remainderOf(claim.input.claim, claim.decision.lines, voids);
  const sure = left.lines.filter(({ guaranteed }) => guaranteed);
  db.run(
    `UPDATE claims SET claimed = :claimed, insurer = :insurer, member_share = :memberShare,
       member_private = :memberPrivate, provider_write_off = :providerWriteOff,
       other_payers = :otherPayers,
       guaranteed = :guaranteed, reversal = :reversal
     WHERE claim_id = :claimId`,
    {
      ...totalsRow(left.totals),
      guaranteed: add(...sure.map(({ amounts }) => amounts.insurer)),
      reversal: left.reversal,
      claimId: key.claimId,
    },
  );
  replaceSpecialUses(db, { input: claim.input, decision: left });
  db.run('DELETE FROM supplies WHERE claim_id = :claimId', { claimId: key.claimId });
  db.mirror({ kind: 'void', ...key });
}

/** The voids of a claim, in the order in which they were saved, whatever the clock said meanwhile. */
export const listVoidsOf = (db: Reader, claimId: string): FoundVoid[] =>
  inOrder(
    db,
    db.all(`SELECT ${columns} FROM voids v ${withEvent} WHERE v.claim_id = :claimId`, { claimId }),
  );

/** Voids whose correction this card does not yet have and nobody has signed, oldest first. */
export const listOwedCorrections = (db: Reader, cardNumber: string): FoundVoid[] =>
  inOrder(
    db,
    db.all(
      `SELECT ${columns} FROM voids v INDEXED BY voids_owed ${withEvent}
       WHERE v.card_number = :cardNumber AND v.correction = 'owed'`,
      { cardNumber },
    ),
  );

export function markCorrection(
  db: Writer,
  eventId: string,
  correction: FoundVoid['correction'],
): void {
  db.run('UPDATE voids SET correction = :correction WHERE event_id = :eventId', {
    eventId,
    correction,
  });
}

/** The void that an event is; null when it is another event. */
export function findVoid(db: Reader, eventId: string): FoundVoid | null {
  const row = db.one(`SELECT ${columns} FROM voids v ${withEvent} WHERE v.event_id = :eventId`, {
    eventId,
  });
  return row === null ? null : voidOf(db, rowSchema.parse(row));
}

const columns = `v.event_id AS eventId, v.claim_id AS claimId, v.voided_at AS voidedAt,
  v.card_number AS cardNumber, v.correction, e.epoch, e.seq`;
const withEvent = 'JOIN events e ON e.event_id = v.event_id';

const rowSchema = z.object({
  eventId: z.string(),
  claimId: z.string(),
  voidedAt: instantSchema,
  cardNumber: z.string().nullable(),
  correction: z.enum(['none', 'owed', 'signed']),
  epoch: z.number(),
  seq: z.number(),
});

type Row = z.output<typeof rowSchema>;

/** By their places in the chain. */
const inOrder = (db: Reader, rows: readonly unknown[]): FoundVoid[] =>
  rows
    .map((row) => rowSchema.parse(row))
    .toSorted((a, b) => a.epoch - b.epoch || a.seq - b.seq)
    .map((row) => voidOf(db, row));

const voidOf = (db: Reader, { epoch: _, seq: __, ...key }: Row): FoundVoid => ({
  ...key,
  body: voidBodyOf(db, key.eventId),
});
