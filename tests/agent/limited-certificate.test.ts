import { describe, expect, it } from 'vitest';
import { readDatabaseKey } from '#agent/database-key.ts';
import { systemClock } from '#agent/system-clock.ts';
import { loadKeys } from '#agent/terminal-keys.ts';
import { type CardRole, issueCertificate } from '#card/profile/cvc.ts';
import { addDays } from '#domain/dates.ts';
import { buildDemoInsurer } from '#fixtures/demo-insurer/demo-insurer.ts';
import { findIdentity, recordCardCertificate } from '#store/identity.ts';
import { openStore } from '#store/open-store.ts';
import { openTerminal, signInAs, temporaryFolder } from './open-terminal.ts';

const today = systemClock().today();

/** Puts another certificate for its own card key into a terminal's folder. */
function certify(folder: string, roles: readonly CardRole[]): void {
  const { defaultProviderId, providerAnchor } = buildDemoInsurer(today);
  const key = readDatabaseKey(folder, null);
  if (!key.ok) throw new Error(key.failure.code);
  const store = openStore({ folder, key: key.value });
  if (!store.ok) throw new Error(store.failure.code);
  const identity = findIdentity(store.value.reader);
  if (identity === null) throw new Error('the terminal has no keys');
  const certificate = issueCertificate(
    {
      publicKey: loadKeys(identity).card.publicKey,
      providerId: defaultProviderId,
      roles,
      validity: { from: today, to: addDays(today, 365) },
      issuedOn: today,
    },
    { publicKey: providerAnchor.rawPublicKey, sign: providerAnchor.sign },
  );
  store.value.commit((db) => recordCardCertificate(db, certificate));
  store.value.close();
}

describe('a terminal whose certificate lets it read alone', () => {
  it('saves the claim, is refused by the card, says so, and writes it once it may', async () => {
    const folder = temporaryFolder();
    await (await openTerminal(folder)).close();
    certify(folder, ['MED', 'LEDGER']);

    const limited = await openTerminal(folder);
    await signInAs(limited, 'pharmacist');
    await limited.call.demo.insertCard({ cardId: 'samir' });
    await limited.until(({ visit }) => visit?.history.state === 'read');
    await limited.call.visit.answerHolder({ answer: 'confirmed' });
    await limited.call.visit.addLine({ itemCode: 'MET-850' });
    await limited.until(({ visit }) => visit?.decision != null);
    await limited.call.visit.save();
    const { cardWrite } = await limited.until((desk) => desk.cardWrite?.state === 'waiting');
    expect(cardWrite?.failure).toEqual({ code: 'card-write-not-licensed' });
    await limited.close();

    certify(folder, ['MED', 'LEDGER', 'DISPENSE']);
    const licensed = await openTerminal(folder);
    await signInAs(licensed, 'pharmacist');
    await licensed.call.demo.insertCard({ cardId: 'samir' });
    await licensed.until((desk) => desk.cardWrite?.state === 'written');
  });
});
