import { findSpki, terminalKeyIdOf } from '#card/profile/p256.ts';
import type { TerminalKeyPage } from '#contracts/server-api.ts';
import { fromHex } from '#domain/chain.ts';
import { dayOf } from '#domain/dates.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { findIdentity, recordCardCertificate } from '#store/identity.ts';
import { applyTerminalKeyPage, readTerminalKeyCursor } from '#store/terminal-keys.ts';
import type { CentralClient } from '#sync/central-client.ts';
import { fetchTerminalKeys } from '#sync/fetch-terminal-keys.ts';
import type { TerminalIdentity, TerminalKeySink } from '#sync/ports.ts';
import { isRenewalDue, readCertificate } from './card-credentials.ts';
import type { Terminal } from './terminal.ts';

/** Brings up to date what is needed at cards: our own certificate, and the keys of all terminals. */
export async function keepCardKeys(
  terminal: Terminal,
  client: CentralClient,
  identity: TerminalIdentity,
): Promise<Result<null, Failure>> {
  const [renewed, fetched] = await Promise.all([
    renewWhereDue(terminal, client, identity),
    fetchTerminalKeys(client, identity, keysOf(terminal)),
  ]);
  if (!renewed.ok) return renewed;
  return fetched.ok ? succeed(null) : fetched;
}

/** A server that does not vouch for us now leaves us what we have. */
async function renewWhereDue(
  { clock, keys, store }: Terminal,
  client: CentralClient,
  identity: TerminalIdentity,
): Promise<Result<null, Failure>> {
  const own = findIdentity(store.reader);
  // Of a clock that stands behind, the server's last time knows better.
  const now = clock.now();
  const told = own?.serverTime ?? now;
  const latest = told > now ? told : now;
  if (!isRenewalDue(own?.cardCertificate ?? null, dayOf(latest))) return succeed(null);
  const issued = await client.renewCertificate(identity);
  if (!issued.ok) return issued;
  const certificate = readCertificate(issued.value.cardCertificate, keys);
  if (!certificate.ok) return certificate;
  const { value } = certificate;
  if (value === null) return succeed(null);
  const kept = store.commit((db) => recordCardCertificate(db, value));
  return kept.ok ? succeed(null) : kept;
}

const keysOf = ({ store }: Terminal): TerminalKeySink => ({
  cursor: () => readTerminalKeyCursor(store.reader),
  applyPage: (page) =>
    page.keys.every(isNamedRightly)
      ? store.commit((db) => applyTerminalKeyPage(db, page))
      : failWith(failure('server-answer-malformed', { step: 'terminal-keys' })),
});

/** Cards name keys by their id: one under another's name would pass its signatures off as that one's. */
function isNamedRightly({ keyId, publicKey }: TerminalKeyPage['keys'][number]): boolean {
  const point = fromHex(publicKey);
  return findSpki(point) !== null && terminalKeyIdOf(point) === keyId;
}
