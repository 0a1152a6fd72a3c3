import { issueCertificate } from '#card/profile/cvc.ts';
import { addDays, type CalendarDate } from '#domain/dates.ts';
import type { Failure } from '#domain/failures.ts';
import { type Result, succeed } from '#domain/result.ts';
import type { DemoInsurer } from '#fixtures/demo-insurer/demo-insurer.ts';
import { findIdentity, recordCardCertificate } from '#store/identity.ts';
import type { Store } from '#store/open-store.ts';
import type { TerminalKeys } from './terminal-keys.ts';

/**
 * The demo insurer certifies its own terminal at the first start, so that the first card opens its ledger
 * before the server is up. Anywhere else a certificate comes with enrolment alone.
 */
export function vouchForDemoTerminal(
  store: Store,
  { card }: TerminalKeys,
  { defaultProviderId, providerAnchor }: DemoInsurer,
  today: CalendarDate,
): Result<null, Failure> {
  if (findIdentity(store.reader)?.cardCertificate != null) return succeed(null);
  const certificate = issueCertificate(
    {
      publicKey: card.publicKey,
      providerId: defaultProviderId,
      roles: ['MED', 'LEDGER', 'DISPENSE', 'DOCTOR', 'SERVICE'],
      validity: { from: today, to: addDays(today, 365) },
      issuedOn: today,
    },
    { publicKey: providerAnchor.rawPublicKey, sign: providerAnchor.sign },
  );
  return store.commit((db) => {
    recordCardCertificate(db, certificate);
    return null;
  });
}
