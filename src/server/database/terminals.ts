import type { TerminalRoles } from '#contracts/admin-api.ts';
import { type ChainHead, chainStart } from '#domain/chain.ts';
import type { Instant } from '#domain/dates.ts';
import { readRoles, writeRoles } from './roles.ts';
import type { Database, TerminalTable, Write } from './tables.ts';
import { publishTerminalKey } from './terminal-keys.ts';

export interface EnrolledTerminal {
  readonly terminalId: string;
  readonly providerId: string;
  /** Raw Ed25519 key, hex. */
  readonly chainKey: string;
  /** Compressed P-256 point, hex. */
  readonly cardKey: string;
  readonly epoch: number;
  readonly head: ChainHead;
  readonly isSuspect: boolean;
  /** What cards may let it do at most; null: all that its provider may. */
  readonly cardRoles: TerminalRoles | null;
}

export async function findTerminal(
  db: Database,
  terminalId: string,
): Promise<EnrolledTerminal | null> {
  const row = await db
    .selectFrom('terminal')
    .select(columns)
    .where('terminal_id', '=', terminalId)
    .executeTakeFirst();
  return row === undefined ? null : terminalOf(row);
}

/** The terminal with its row locked until the transaction ends; throws for one that is not enrolled. */
export async function lockTerminal(db: Write, terminalId: string): Promise<EnrolledTerminal> {
  const row = await db
    .selectFrom('terminal')
    .select(columns)
    .where('terminal_id', '=', terminalId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return terminalOf(row);
}

/**
 * Enrols a terminal and publishes its card key; one that was enrolled before begins its next epoch, free of
 * suspicion.
 */
export async function enrolTerminal(
  db: Write,
  terminal: {
    readonly terminalId: string;
    readonly providerId: string;
    readonly chainKey: string;
    readonly cardKey: string;
    /** Left out: no limit. */
    readonly cardRoles?: TerminalRoles | null;
    readonly enrolledAt: Instant;
  },
): Promise<{ readonly epoch: number }> {
  const fresh = {
    provider_id: terminal.providerId,
    card_key: terminal.cardKey,
    card_roles: writeRoles(terminal.cardRoles ?? null),
    head_seq: chainStart.seq,
    head_hash: chainStart.hash,
    is_suspect: false,
    enrolled_at: terminal.enrolledAt,
  };
  await publishTerminalKey(db, terminal);
  return await db
    .insertInto('terminal')
    .values({
      ...fresh,
      terminal_id: terminal.terminalId,
      chain_key: terminal.chainKey,
      epoch: 1,
      down_seq: 0,
    })
    .onConflict((conflict) =>
      conflict.column('terminal_id').doUpdateSet((expression) => ({
        ...fresh,
        epoch: expression('terminal.epoch', '+', 1),
      })),
    )
    .returning('epoch')
    .executeTakeFirstOrThrow();
}

export async function moveHead(db: Write, terminalId: string, head: ChainHead): Promise<void> {
  await db
    .updateTable('terminal')
    .set({ head_seq: head.seq, head_hash: head.hash })
    .where('terminal_id', '=', terminalId)
    .execute();
}

export async function markSuspect(db: Write, terminalId: string): Promise<void> {
  await db
    .updateTable('terminal')
    .set({ is_suspect: true })
    .where('terminal_id', '=', terminalId)
    .execute();
}

/** The next number for a verdict to this terminal: gap-free, since its row stays locked until the commit. */
export async function allotDownSeq(db: Write, terminalId: string): Promise<number> {
  const row = await db
    .updateTable('terminal')
    .set((expression) => ({ down_seq: expression('down_seq', '+', 1) }))
    .where('terminal_id', '=', terminalId)
    .returning('down_seq')
    .executeTakeFirstOrThrow();
  return row.down_seq;
}

const columns = [
  'terminal_id',
  'provider_id',
  'chain_key',
  'card_key',
  'epoch',
  'head_seq',
  'head_hash',
  'is_suspect',
  'card_roles',
] as const;

const terminalOf = (row: Pick<TerminalTable, (typeof columns)[number]>): EnrolledTerminal => ({
  terminalId: row.terminal_id,
  providerId: row.provider_id,
  chainKey: row.chain_key,
  cardKey: row.card_key,
  epoch: row.epoch,
  head: { seq: row.head_seq, hash: row.head_hash },
  isSuspect: row.is_suspect,
  cardRoles: readRoles(row.card_roles),
});
