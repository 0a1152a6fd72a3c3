import { type LedgerTables, noTables } from '#card/profile/ledger-record.ts';
import type { VirtualCard } from '#card/virtual/virtual-card.ts';
import { pharmacy } from './card-builders.ts';
import { recordFor } from './guarded-card.ts';
import { append, enter } from './terminal-at-card.ts';

/** Lets the pharmacy append one record whose tables are these. */
export function appendRecordTo(card: VirtualCard, tables: Partial<LedgerTables>): void {
  const entry = enter(card, pharmacy);
  const record = recordFor(card, { tables: { ...noTables, ...tables } });
  const appended = entry === '9000' ? append(card, record) : entry;
  if (appended !== '9000') throw new Error(appended);
}
