import { describe, expect, it, onTestFinished } from 'vitest';
import { readDatabaseKey } from '#agent/database-key.ts';
import { systemClock } from '#agent/system-clock.ts';
import { loadKeys } from '#agent/terminal-keys.ts';
import { splitAnswer } from '#card/apdu.ts';
import { type CardRole, issueCertificate } from '#card/profile/cvc.ts';
import { createVirtualService } from '#card/transport/virtual-service.ts';
import { addDays } from '#domain/dates.ts';
import { buildDemoInsurer } from '#fixtures/demo-insurer/demo-insurer.ts';
import { findIdentity, recordCardCertificate } from '#store/identity.ts';
import { openStore } from '#store/open-store.ts';
import { openTerminal, signInAs, temporaryFolder } from './open-terminal.ts';
import { issue } from './prescription-desk.ts';
import { startIssuing } from './start-server.ts';

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

describe('a terminal whose certificate is no doctor’s', () => {
  it('is refused a health record by the card, keeps it, and writes it once it may', async () => {
    const folder = temporaryFolder();
    await (await openTerminal(folder)).close();
    certify(folder, ['MED', 'LEDGER', 'DISPENSE']);
    const wish = {
      ...{ bloodGroup: 'AB-' as const, conditions: ['E11.9'], allergies: [], medicines: [] },
      contact: null,
    };

    const limited = await openTerminal(folder);
    await signInAs(limited, 'doctor');
    await limited.call.demo.insertCard({ cardId: 'samir' });
    await limited.until(({ visit }) => visit?.prescriptions.state === 'read');
    await expect(limited.call.card.writeMed(wish)).rejects.toMatchObject({
      data: { code: 'card-med-not-licensed' },
    });
    await limited.close();

    certify(folder, ['MED', 'LEDGER', 'DOCTOR']);
    const licensed = await openTerminal(folder);
    await signInAs(licensed, 'doctor');
    await licensed.call.demo.insertCard({ cardId: 'samir' });
    await licensed.until(
      ({ visit }) => visit?.med.state === 'read' && visit.med.bloodGroup === 'AB-',
    );
  });
});

describe('a terminal that the centre enrolled for the reception', () => {
  it('reads cards and saves claims; the card refuses its record, which waits, and the window says why', async () => {
    const insurer = buildDemoInsurer(today);
    const code = '7e'.repeat(16);
    const { defaultProviderId: providerId } = insurer;
    const limited = { code, providerId, cardRoles: ['MED', 'LEDGER'] };
    const { order, stop, url } = await startIssuing(insurer, [limited]);
    onTestFinished(stop);
    const reader = createVirtualService();
    const reception = await openTerminal(undefined, {
      cardService: reader,
      server: { kind: 'remote', url, enrolmentCode: code },
    });
    await signInAs(reception, 'receptionist');
    await reception.until(({ sync }) => sync.link === 'online');

    const card = issue('samir');
    const before = card.image().ledger;
    const { cardNumber } = insurer.cards.find(({ cardId }) => cardId === 'samir') ?? {};
    await order(cardNumber ?? '', { work: 'renew-head', changes: { flags: { hasPin: false } } });
    const refused: number[] = [];
    reader.insert({
      ...card,
      transmit(command) {
        const response = card.transmit(command);
        if (command[1] === 0xe2) refused.push(splitAnswer(response)?.statusWord ?? 0);
        return response;
      },
    });
    // What the insurer offers is asked for last: then all of the card is read.
    await reception.until(({ visit }) => visit?.isRenewalOffered === true);
    await reception.call.visit.answerHolder({ answer: 'confirmed' });
    await reception.call.visit.addLine({ itemCode: 'CON-GP' });
    await reception.until(({ visit }) => visit?.decision != null);
    const { claimId } = await reception.call.visit.save();
    const { cardWrite } = await reception.until((desk) => desk.cardWrite?.state === 'waiting');
    expect(cardWrite).toMatchObject({ claimId, failure: { code: 'card-write-not-licensed' } });
    expect(refused).toEqual([0x6982]);
    expect(card.image().ledger).toEqual(before);
    expect((await reception.call.claims.find({ claimId })).onCard).toBe('waiting');
  }, 120_000);
});
