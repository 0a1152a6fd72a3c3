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

/** The voids of a claim, in the order in which they were saved. */
export const listVoidsOf = (db: Reader, claimId: string): FoundVoid[] =>
  db
    .all(`SELECT ${columns} FROM voids WHERE claim_id = :claimId ORDER BY voided_at`, { claimId })
    .map((row) => voidOf(db, row));

/** Voids whose correction this card does not yet have and nobody has signed, oldest first. */
export const listOwedCorrections = (db: Reader, cardNumber: string): FoundVoid[] =>
  db
    .all(
      `SELECT ${columns} FROM voids INDEXED BY voids_owed
       WHERE card_number = :cardNumber AND correction = 'owed' ORDER BY voided_at`,
      { cardNumber },
    )
    .map((row) => voidOf(db, row));

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
  const row = db.one(`SELECT ${columns} FROM voids WHERE event_id = :eventId`, { eventId });
  return row === null ? null : voidOf(db, row);
}

const columns = `event_id AS eventId, claim_id AS claimId, voided_at AS voidedAt,
  card_number AS cardNumber, correction`;

const rowSchema = z.object({
  eventId: z.string(),
  claimId: z.string(),
  voidedAt: instantSchema,
  cardNumber: z.string().nullable(),
  correction: z.enum(['none', 'owed', 'signed']),
});

function voidOf(db: Reader, row: unknown): FoundVoid {
  const key = rowSchema.parse(row);
  return { ...key, body: voidBodyOf(db, key.eventId) };
}
