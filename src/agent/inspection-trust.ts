import type { InspectionTrust } from '#card/inspect/inspect-card.ts';
import type { CalendarDate } from '#domain/dates.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { findIdentity } from '#store/identity.ts';
import { openStore, type Store } from '#store/open-store.ts';
import { listIssuerKeys } from '#store/reference.ts';
import { findCardCredentials } from './card-credentials.ts';
import { findKeyPlace, readDatabaseKey } from './database-key.ts';
import { loadKeys } from './terminal-keys.ts';

/**
 * By what the terminal of a folder looks at cards, while it does not run: its certificate, null before a server has
 * vouched for it, and the issuers that it knows. No terminal is made where there is none, and a key that the operating
 * system wraps stays wrapped: both fail with 'input-malformed'. A terminal that runs fails with 'database-locked'.
 */
export function findInspectionTrust(
  folder: string,
  today: CalendarDate,
): Result<InspectionTrust, Failure> {
  const place = findKeyPlace(folder);
  if (place !== 'beside')
    return failWith(failure('input-malformed', { where: folder, why: whyNot[place ?? 'none'] }));
  const key = readDatabaseKey(folder, null);
  if (!key.ok) return key;
  const store = openStore({ folder, key: key.value });
  key.value.fill(0);
  if (!store.ok) return store;
  try {
    return succeed({ ...trustOf(store.value), today });
  } finally {
    store.value.close();
  }
}

function trustOf(store: Store): Pick<InspectionTrust, 'issuerKeys' | 'terminal'> {
  const identity = findIdentity(store.reader);
  const terminal = identity === null ? null : findCardCredentials(store, loadKeys(identity));
  return { issuerKeys: listIssuerKeys(store.reader), terminal };
}

const whyNot = {
  wrapped:
    'the operating system keeps its key for the terminal alone: look in its window, under Readers',
  none: 'no terminal was ever opened there',
} as const;
