import { expect, it } from 'vitest';
import { personaliseDemoCard } from '#agent/personalise-demo-card.ts';
import { systemClock } from '#agent/system-clock.ts';
import { decodeRecord } from '#card/profile/ledger-codec.ts';
import { createVirtualService } from '#card/transport/virtual-service.ts';
import { createVirtualCard, type VirtualCard } from '#card/virtual/virtual-card.ts';
import type { DemoCard } from '#fixtures/demo-insurer/demo-cards.ts';
import { buildDemoInsurer } from '#fixtures/demo-insurer/demo-insurer.ts';
import { findVoid } from '#store/voids.ts';
import { inStore } from './in-store.ts';
import { type OpenedTerminal, openTerminal, signInAs } from './open-terminal.ts';

const insurer = buildDemoInsurer(systemClock().today());

function issue(cardId: string, change: Partial<DemoCard> = {}): VirtualCard {
  const card = insurer.cards.find((each) => each.cardId === cardId);
  if (card === undefined) throw new Error(`no card ${cardId}`);
  return createVirtualCard(personaliseDemoCard(insurer, { ...card, ...change }));
}

/** Asks for a medicine for whoever's card is in, and answers the line. */
async function ask({ call, until }: OpenedTerminal, itemCode: string, quantity?: number) {
  await call.visit.answerHolder({ answer: 'confirmed' });
  await call.visit.addLine({ itemCode, ...(quantity === undefined ? {} : { quantity }) });
  const { visit } = await until((desk) => desk.visit?.decision != null);
  return visit?.decision?.lines[0];
}

it('takes claims back: nothing here or on the card counts them any longer', async () => {
  const reader = createVirtualService();
  const terminal = await openTerminal(undefined, { cardService: reader });
  const { call, until } = terminal;
  await signInAs(terminal, 'pharmacist');
  const card = issue('samir');
  const insert = async () => {
    reader.insert(card);
    await until(({ visit }) => visit !== null && visit.history.state === 'read');
  };
  const remove = async () => {
    reader.remove();
    await until(({ visit, reader: { state } }) => visit === null && state === 'empty');
  };
  const ledger = () => card.image().ledger.length;
  const before = ledger();

  await insert();
  expect(await ask(terminal, 'MET-850')).toMatchObject({ outcome: 'approved' });
  const { claimId } = await call.visit.save();
  await until(({ cardWrite }) => cardWrite?.state === 'written');
  await remove();

  // Taken back with the card still in: the card forgets it at once, and it may be supplied again.
  await insert();
  expect(await ask(terminal, 'PAR-500')).toMatchObject({ outcome: 'approved' });
  const mistaken = await call.visit.save();
  await until(
    ({ cardWrite }) => cardWrite?.claimId === mistaken.claimId && cardWrite.state === 'written',
  );
  await call.claims.void({ claimId: mistaken.claimId, lines: null, reason: 'entered-wrongly' });
  await until(() => ledger() === before + 3);
  await remove();
  await insert();
  expect(await ask(terminal, 'PAR-500')).toMatchObject({ outcome: 'approved' });
  await call.visit.close();
  await remove();

  // Supplied today: another pack is too early, as this terminal and the card both know.
  await insert();
  expect(await ask(terminal, 'MET-850')).toMatchObject({ outcome: 'declined' });
  await call.visit.close();
  await remove();

  // Half of it comes back while the card is away: the correction waits for the card.
  const [line] = (await call.claims.find({ claimId })).left;
  if (line === undefined) throw new Error('the claim has a line');
  const { lineId, quantity } = line;
  const half = quantity / 2;
  const first = await call.claims.void({
    ...{ claimId, reason: 'returned' },
    lines: [{ lineId, quantity: half }],
  });
  expect(await call.claims.find({ claimId })).toMatchObject({
    state: 'partly-reversed',
    left: [{ lineId, quantity: half }],
    onCard: 'written',
    voids: [{ eventId: first.voidId, refund: first.refund, onCard: 'waiting' }],
  });
  expect(ledger()).toBe(before + 3);
  await insert();
  await until(() => ledger() === before + 4);
  await until(({ visit }) => visit?.history.state === 'read');
  expect((await call.claims.find({ claimId })).voids[0]?.onCard).toBe('written');
  expect(await ask(terminal, 'MET-850')).toMatchObject({ outcome: 'declined' });
  await call.visit.close();
  await remove();

  // The rest comes back with the card in the reader: its history says so at once.
  await insert();
  const second = await call.claims.void({ claimId, lines: null, reason: 'returned' });
  await until(() => ledger() === before + 5);
  await until(({ visit }) => visit !== null && visit.history.state === 'read');
  const whole = await call.claims.find({ claimId });
  expect(whole).toMatchObject({ state: 'reversed', totals: { claimed: 0, memberShare: 0 } });
  expect(first.refund + second.refund).toBe(whole.decision.cashDue);
  expect(await ask(terminal, 'MET-850')).toMatchObject({ outcome: 'approved' });
  await call.visit.close();
}, 120_000);

it('gives the running ceilings of the card back what came back', async () => {
  const reader = createVirtualService();
  const terminal = await openTerminal(undefined, { cardService: reader });
  const { call, until } = terminal;
  await signInAs(terminal, 'pharmacist');
  const card = issue('khaled', { history: [] });
  /** Whole pounds, rounded up, of the chronic medicines' ceiling. */
  const used = () => {
    const [newest] = card.image().ledger;
    const record = newest === undefined ? null : decodeRecord(newest);
    if (record === null || !record.ok || record.value.type === 'prescription') return null;
    return record.value.tables?.ceilings.used.find(({ basket }) => basket === 1)?.used;
  };
  reader.insert(card);
  await until(({ visit }) => visit !== null && visit.history.state === 'read');

  // 50 tablets at 4.20, of which the insurer pays 70%: 147 pounds.
  expect(await ask(terminal, 'MET-850', 50)).toMatchObject({ outcome: 'approved' });
  const { claimId } = await call.visit.save();
  await until(({ cardWrite }) => cardWrite?.state === 'written');
  expect(used()).toBe(147);

  const [line] = (await call.claims.find({ claimId })).left;
  if (line === undefined) throw new Error('the claim has a line');
  const half = { claimId, lines: [{ lineId: line.lineId, quantity: 25 }] };
  const promised = await call.claims.quoteVoid(half);
  expect((await call.claims.find({ claimId })).state).toBe('queued');
  expect(await call.claims.void({ ...half, reason: 'returned' })).toMatchObject({
    refund: promised,
  });
  // 73.50 are left.
  await until(() => used() === 74);
  await call.claims.void({ claimId, lines: null, reason: 'returned' });
  await until(() => used() === 0);
}, 120_000);

it('seals what it owes to the card by the claim’s own record, behind what was ordered in the same visit', async () => {
  const reader = createVirtualService();
  const terminal = await openTerminal(undefined, { cardService: reader });
  const { call, close, folder, until } = terminal;
  await signInAs(terminal, 'doctor');
  const card = issue('george');
  reader.insert(card);
  await until(({ visit }) => visit !== null && visit.prescriptions.state === 'read');
  await call.visit.answerHolder({ answer: 'confirmed' });
  await call.visit.setDiagnoses({ codes: ['J02.9'] });
  await call.visit.prescribe({ itemCode: 'AMX-500', dose: 10, timesPerDay: 3, days: 7 });
  await call.visit.addLine({ itemCode: 'CON-GP' });
  await until((desk) => desk.visit?.decision?.outcome === 'approved');
  const { claimId } = await call.visit.save();
  await until(({ cardWrite }) => cardWrite?.state === 'written');
  reader.remove();
  await until((desk) => desk.reader.state === 'empty');
  await signInAs(terminal, 'manager');
  const { voidId } = await call.claims.void({ claimId, lines: null, reason: 'entered-wrongly' });
  await close();
  const types = card
    .image()
    .ledger.map(decodeRecord)
    .map((record) => (record.ok ? [record.value.seq, record.value.type] : null));
  const sealed = inStore(folder, ({ reader: db }) => findVoid(db, voidId)?.body.correction);
  expect(types).toContainEqual([sealed?.seq, 'service']);
}, 120_000);
