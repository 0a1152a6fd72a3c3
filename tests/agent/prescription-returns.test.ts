import { describe, expect, it } from 'vitest';
import type { VirtualCard } from '#card/virtual/virtual-card.ts';
import {
  insertAt,
  issue,
  openAlone,
  readPrescriptions,
  type Standing,
  settled,
  startOrder,
} from './prescription-desk.ts';

describe('a prescription on a card that was elsewhere meanwhile', () => {
  it('is signed anew behind what was written there, and so is what fills it; a void gives it back', async () => {
    const [here, elsewhere] = await Promise.all([
      openAlone('SY-DAM-0031'),
      openAlone('SY-DAM-0112'),
    ]);
    const card = issue('nour');
    const ledger = () => card.image().ledger.length;
    const before = ledger();

    // Ordered, and saved without the card: two records wait, and another pharmacy writes one first.
    await startOrder(here, card);
    const ordered = await saveWithoutCard(here);
    await writeElsewhere(elsewhere, card, 'PAR-500');
    expect(ledger()).toBe(before + 1);
    await insertAt(here, card, 'pharmacist');
    await settled(here, ordered.claimId, 'written');
    expect(ledger()).toBe(before + 3);
    expect(await untilRead(here, 30)).toMatchObject([{ ordered: 30, filled: 0, left: 30 }]);

    // Filled in part, and saved without the card: the same again.
    await here.call.visit.addLine({ itemCode: 'AMX-500', quantity: 20 });
    const filled = await saveWithoutCard(here);
    await writeElsewhere(elsewhere, card, 'CET-10');
    expect(ledger()).toBe(before + 4);
    await insertAt(here, card, 'pharmacist');
    await settled(here, filled.claimId, 'written');
    expect(ledger()).toBe(before + 5);
    expect(await untilRead(here, 10)).toMatchObject([{ ordered: 30, filled: 20, left: 10 }]);
    await here.call.visit.close();
    await takeOut(here);

    // Half of it comes back while the card is away, and the rest when it has been seen again.
    const [line] = (await here.call.claims.find({ claimId: filled.claimId })).left;
    const some = [{ lineId: line?.lineId ?? '', quantity: 10 }];
    await here.call.claims.void({ claimId: filled.claimId, lines: some, reason: 'returned' });
    await insertAt(here, card, 'pharmacist');
    expect(await untilRead(here, 20)).toMatchObject([{ ordered: 30, filled: 10, left: 20 }]);
    expect(ledger()).toBe(before + 6);
    await here.call.visit.close();
    await takeOut(here);
    await here.call.claims.void({ claimId: filled.claimId, lines: null, reason: 'returned' });
    await insertAt(here, card, 'pharmacist');
    expect(await untilRead(here, 30)).toMatchObject([{ ordered: 30, filled: 0, left: 30 }]);
    expect(ledger()).toBe(before + 7);
  }, 240_000);
});

/** What is left of the one prescription, once the card was read to the end of what was just written to it. */
async function untilRead(terminal: Standing, left: number) {
  await terminal.until(
    ({ visit }) =>
      visit?.prescriptions.state === 'read' &&
      visit.prescriptions.prescriptions[0]?.lines[0]?.left === left,
  );
  return await readPrescriptions(terminal);
}

async function takeOut({ reader, until }: Standing): Promise<void> {
  reader.remove();
  await until(({ visit, reader: { state } }) => visit === null && state === 'empty');
}

/** Takes the card out before saving: what was signed for it waits for it to come back. */
async function saveWithoutCard(terminal: Standing) {
  terminal.reader.remove();
  await terminal.until(({ reader: { state } }) => state === 'same-card-wanted');
  const saved = await terminal.call.visit.save();
  await settled(terminal, saved.claimId, 'waiting');
  return saved;
}

async function writeElsewhere(terminal: Standing, card: VirtualCard, itemCode: string) {
  await insertAt(terminal, card, 'pharmacist');
  await terminal.call.visit.addLine({ itemCode });
  await terminal.until(({ visit }) => visit?.decision != null);
  const { claimId } = await terminal.call.visit.save();
  await settled(terminal, claimId, 'written');
  await takeOut(terminal);
}
