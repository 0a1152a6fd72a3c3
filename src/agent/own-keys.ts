import type { Failure } from '#domain/failures.ts';
import { type Result, succeed } from '#domain/result.ts';
import { findIdentity, type Identity, recordIdentity } from '#store/identity.ts';
import type { Store } from '#store/open-store.ts';
import { loadKeys, makeKeys, type TerminalKeys } from './terminal-keys.ts';

/** The terminal's keys and identity: made at the first start, before any server is known. */
export function ownKeys(store: Store): Result<{ keys: TerminalKeys; identity: Identity }, Failure> {
  const found = findIdentity(store.reader);
  if (found !== null) return succeed({ keys: loadKeys(found), identity: found });
  const stored = makeKeys();
  const keys = loadKeys(stored);
  const identity: Identity = {
    ...stored,
    terminalId: keys.terminalId,
    epoch: 1,
    providerId: null,
    serverKey: null,
    referenceKey: null,
    enrolledAt: null,
    serverTime: null,
    cardCertificate: null,
  };
  const kept = store.commit((db) => recordIdentity(db, identity));
  return kept.ok ? succeed({ keys, identity }) : kept;
}
