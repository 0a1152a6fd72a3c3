import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createVirtualService } from '#card/transport/virtual-service.ts';
import type { VirtualCard } from '#card/virtual/virtual-card.ts';
import { signReference } from '#packs/signed-reference.ts';
import { openTerminal, temporaryFolder } from './open-terminal.ts';
import { insurer, issue } from './prescription-desk.ts';

/** A pharmacist's terminal under a contract by which a card must prove what it took. */
async function openDemanding() {
  const { defaultProviderId: providerId, pack, reference, referenceKey, referenceSigner } = insurer;
  const folder = temporaryFolder();
  await (await openTerminal(folder)).close();
  const demanding = {
    ...reference,
    manifestVersion: reference.manifestVersion + 1,
    pack: { ...pack, offline: { ...pack.offline, proveAppends: true } },
  };
  const path = join(folder, 'reference.json');
  writeFileSync(path, JSON.stringify(signReference(demanding, referenceSigner.sign)));
  const reader = createVirtualService();
  const terminal = await openTerminal(folder, {
    cardService: reader,
    reference: { kind: 'file', path, key: referenceKey, providerId },
  });
  await terminal.call.session.signIn({ userId: 'pharmacist', pin: '3333' });
  return { ...terminal, reader };
}

/** The card, and the instructions of what it was sent. */
function watched(card: VirtualCard, answer: (command: Uint8Array) => Uint8Array) {
  const sent: number[] = [];
  const transmit = (command: Uint8Array) => {
    sent.push(command[1] ?? 0);
    return answer(command);
  };
  return { card: { ...card, transmit }, sent };
}

const [append, internalAuthenticate] = [0xe2, 0x88];

describe('a contract by which a card proves what it took', () => {
  it('has it prove each record, believes none that it does not prove, and writes that one later', async () => {
    const { call, reader, until } = await openDemanding();
    const honest = issue('samir');
    const before = honest.image().ledger.length;
    const liar = watched(honest, (command) =>
      command[1] === append ? Uint8Array.of(0x90, 0x00) : honest.transmit(command),
    );
    reader.insert(liar.card);
    await until(({ visit }) => visit?.prescriptions.state === 'read');
    await call.visit.answerHolder({ answer: 'confirmed' });
    await call.visit.addLine({ itemCode: 'MET-850' });
    await until(({ visit }) => visit?.decision != null);
    const { claimId } = await call.visit.save();
    const { cardWrite } = await until((desk) => desk.cardWrite?.state === 'waiting');
    expect(cardWrite).toMatchObject({ claimId, failure: { code: 'card-not-genuine' } });
    expect(liar.sent.slice(liar.sent.indexOf(append))).toEqual([append, internalAuthenticate]);

    reader.remove();
    await until(({ reader: { state } }) => state === 'empty');
    const again = watched(honest, (command) => honest.transmit(command));
    reader.insert(again.card);
    await until((desk) => desk.cardWrite?.state === 'written');
    expect(honest.image().ledger).toHaveLength(before + 1);
    expect(again.sent[again.sent.indexOf(append) + 1]).toBe(internalAuthenticate);
  });
});
