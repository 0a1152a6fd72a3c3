import type { TerminalCredentials } from '#card/authentication/mutual.ts';
import { areEqual } from '#card/profile/bytes.ts';
import { findCertificate } from '#card/profile/cvc.ts';
import { terminalKeyIdOf } from '#card/profile/p256.ts';
import { fromHex } from '#domain/chain.ts';
import { type CalendarDate, daysBetween } from '#domain/dates.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { findIdentity } from '#store/identity.ts';
import type { Store } from '#store/open-store.ts';
import type { TerminalKeys } from './terminal-keys.ts';

/** A fresh certificate is asked for when the one in use ends in fewer days than this. */
const renewalDays = 60;

/**
 * By what this terminal proves itself to cards; null before a server has vouched for it. A card may still refuse
 * what has ended by the days that it saw.
 */
export function findCardCredentials(
  store: Pick<Store, 'reader'>,
  { card }: Pick<TerminalKeys, 'card'>,
): TerminalCredentials | null {
  const certificate = findIdentity(store.reader)?.cardCertificate ?? null;
  if (certificate === null) return null;
  return { certificate, keyId: terminalKeyIdOf(card.publicKey), sign: card.sign };
}

/**
 * The certificate as the server sent it (hex), or null where it sent none; 'server-answer-malformed' for one that
 * is not for our card key. Only cards know the anchor under which it must be signed.
 */
export function readCertificate(
  sent: string | null,
  { card }: Pick<TerminalKeys, 'card'>,
): Result<Uint8Array | null, Failure> {
  if (sent === null) return succeed(null);
  const bytes = fromHex(sent);
  const certificate = findCertificate(bytes);
  return certificate !== null && areEqual(certificate.publicKey, card.publicKey)
    ? succeed(bytes)
    : failWith(failure('server-answer-malformed', { step: 'card-certificate' }));
}

/** Whether it is time for a fresh certificate. */
export function isRenewalDue(certificate: Uint8Array | null, today: CalendarDate): boolean {
  const inUse = certificate === null ? null : findCertificate(certificate);
  return inUse === null || daysBetween(today, inUse.validity.to) < renewalDays;
}
