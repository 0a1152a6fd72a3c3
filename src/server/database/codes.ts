import type { TerminalRoles } from '#contracts/admin-api.ts';
import type { Instant } from '#domain/dates.ts';
import { readRoles, writeRoles } from './roles.ts';
import type { Database, Write } from './tables.ts';

export interface EnrolmentCode {
  readonly providerId: string;
  readonly expiresAt: Instant;
  /** What cards may let its terminal do at most; null: all that the provider may. */
  readonly cardRoles: TerminalRoles | null;
  /** Who used it and what was answered; null while it is unused. */
  readonly use: {
    readonly chainKey: string;
    readonly cardKey: string;
    readonly reply: string;
  } | null;
}

/** Adds a code, or gives an unused one a new end; one that was used stays as it is. */
export async function addCode(
  db: Database,
  code: {
    readonly codeHash: string;
    readonly providerId: string;
    readonly expiresAt: Instant;
    readonly cardRoles: TerminalRoles | null;
  },
): Promise<void> {
  const terms = {
    provider_id: code.providerId,
    expires_at: code.expiresAt,
    card_roles: writeRoles(code.cardRoles),
  };
  await db
    .insertInto('enrolment_code')
    .values({
      code_hash: code.codeHash,
      ...terms,
      used_at: null,
      chain_key: null,
      card_key: null,
      reply: null,
    })
    .onConflict((conflict) =>
      conflict.column('code_hash').doUpdateSet(terms).where('enrolment_code.used_at', 'is', null),
    )
    .execute();
}

/** The code with its row locked until the transaction ends, or null. */
export async function lockCode(db: Write, codeHash: string): Promise<EnrolmentCode | null> {
  const row = await db
    .selectFrom('enrolment_code')
    .selectAll()
    .where('code_hash', '=', codeHash)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return null;
  const { chain_key: chainKey, card_key: cardKey, reply } = row;
  return {
    providerId: row.provider_id,
    expiresAt: row.expires_at.toISOString() as Instant,
    cardRoles: readRoles(row.card_roles),
    use:
      chainKey === null || cardKey === null || reply === null ? null : { chainKey, cardKey, reply },
  };
}

export async function recordCodeUse(
  db: Write,
  codeHash: string,
  use: NonNullable<EnrolmentCode['use']> & { readonly usedAt: Instant },
): Promise<void> {
  await db
    .updateTable('enrolment_code')
    .set({
      used_at: use.usedAt,
      chain_key: use.chainKey,
      card_key: use.cardKey,
      reply: use.reply,
    })
    .where('code_hash', '=', codeHash)
    .execute();
}
