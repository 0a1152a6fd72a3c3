import type { LedgerKey } from '#card/judge-record.ts';
import { terminalKeyIdOf } from '#card/profile/p256.ts';
import { toHex } from '#domain/chain.ts';
import { calendarDate } from '#domain/dates.ts';
import { findTerminalKey } from '#store/reference.ts';
import type { Terminal } from './terminal.ts';

/** This terminal believes what it signed itself, whenever that was. */
const firstDay = calendarDate('2000-01-01');

/** A terminal's key by which ledger records are verified: a published one, or this terminal's own. */
export function findLedgerKey(
  { keys, provider, store }: Terminal,
  keyId: string,
): LedgerKey | null {
  if (keyId !== terminalKeyIdOf(keys.card.publicKey)) return findTerminalKey(store.reader, keyId);
  return {
    publicKey: toHex(keys.card.publicKey),
    providerId: provider.providerId,
    from: firstDay,
    to: null,
    revoked: false,
  };
}
