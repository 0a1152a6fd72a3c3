import type { LedgerKey } from '#card/judge-record.ts';
import { findPublicKey, terminalKeyIdOf } from '#card/profile/p256.ts';
import { toHex } from '#domain/chain.ts';
import { calendarDate } from '#domain/dates.ts';
import { findTerminalKey, listIssuerKeys } from '#store/reference.ts';
import type { Terminal } from './terminal.ts';

/** This terminal believes what it signed itself, whenever that was. */
const firstDay = calendarDate('2000-01-01');

/** The key by which a ledger record is verified: a published terminal's, this terminal's own, or an issuer's. */
export function findLedgerKey(
  { keys, provider, store }: Terminal,
  keyId: string,
): LedgerKey | null {
  if (keyId !== terminalKeyIdOf(keys.card.publicKey)) {
    return findTerminalKey(store.reader, keyId) ?? findIssuerKey(store, keyId);
  }
  return {
    publicKey: toHex(keys.card.publicKey),
    providerId: provider.providerId,
    from: firstDay,
    to: null,
    revoked: false,
  };
}

/** An issuer signs the checkpoint with which a replaced card begins; it is no provider. */
function findIssuerKey({ reader }: Terminal['store'], keyId: string): LedgerKey | null {
  for (const { notAfter, notBefore, revoked, spki } of listIssuerKeys(reader)) {
    const publicKey = findPublicKey(Buffer.from(spki, 'base64'));
    if (publicKey === null || terminalKeyIdOf(publicKey) !== keyId) continue;
    return {
      publicKey: toHex(publicKey),
      providerId: 'issuer',
      from: notBefore,
      to: notAfter,
      revoked,
    };
  }
  return null;
}
