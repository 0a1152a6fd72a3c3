import { expect, it } from 'vitest';
import { personaliseDemoCard } from '#agent/personalise-demo-card.ts';
import { systemClock } from '#agent/system-clock.ts';
import type { Correction } from '#card/corrections/correction.ts';
import { sealCorrection } from '#card/corrections/seal-correction.ts';
import { decodeRecord, hashOfRecord } from '#card/profile/ledger-codec.ts';
import { createVirtualService } from '#card/transport/virtual-service.ts';
import { createVirtualCard, type VirtualCard } from '#card/virtual/virtual-card.ts';
import type { DeskView } from '#contracts/agent-views.ts';
import { addDays, type Instant } from '#domain/dates.ts';
import { buildDemoInsurer } from '#fixtures/demo-insurer/demo-insurer.ts';
import { listEventsAfter } from '#store/events.ts';
import { applyCorrectionPage } from '#store/told-corrections.ts';
import { inStore } from './in-store.ts';
import { openTerminal, signInAs } from './open-terminal.ts';
import { cardNumberOf } from './tears/card-state.ts';

const clock = systemClock();
const insurer = buildDemoInsurer(clock.today());
const on = addDays(clock.today(), -1);
const elsewhere = 'SY-DAM-0112';

/** A card on which another pharmacy supplied sixty tablets of metformin yesterday, for thirty days. */
function suppliedElsewhere(): VirtualCard {
  const samir = insurer.cards.find(({ cardId }) => cardId === 'samir');
  if (samir === undefined) throw new Error('no such card');
  const supplied = {
    type: 'dispense',
    at: `${on}T09:00:00.000Z` as Instant,
    ...{ on, providerId: elsewhere },
    lines: [{ item: 'MET-850', cardCode: 1001, repeatCode: 2001, quantity: 60, days: 30 }],
    used: [],
  } as const;
  return createVirtualCard(personaliseDemoCard(insurer, { ...samir, history: [supplied] }));
}

const row = (days: number) => ({ repeatCode: 2001, endsOn: addDays(on, days - 1), days });

/** So many tablets of it come back, and instead of the one row among the supplies stands the other. */
const returned = (
  quantity: number,
  { gone = 30, left, number = 1 }: { gone?: number; left?: number; number?: number } = {},
): Omit<Correction, 'records'> => ({
  ...{ number, baskets: null, uses: [] },
  groups: [{ fills: { seq: 0, lines: 0 }, lines: [{ cardCode: 1001, quantity }] }],
  gone: [row(gone)],
  left: left === undefined ? [] : [row(left)],
});

/** A terminal to which the centre told this of the card, by void; its folder, and the card's ledger once it was in. */
async function insertWith(told: Readonly<Record<string, Omit<Correction, 'records'>>>) {
  const card = suppliedElsewhere();
  const sign = insurer.terminals[elsewhere]?.key.sign;
  const [record] = card.image().ledger;
  if (sign === undefined || record === undefined) throw new Error('somebody wrote to the card');
  const cardNumber = cardNumberOf(card);
  const first = await openTerminal();
  await first.close();
  const corrections = Object.entries(told).map(([voidId, one], place) => {
    const records = [{ seq: 1, hash: hashOfRecord(record) }];
    const content = new TextEncoder().encode(JSON.stringify({ ...one, records }));
    const bytes = sealCorrection(content, { cardNumber, record }, sign);
    const sealed = Buffer.from(bytes).toString('base64');
    return { seq: place + 1, voidId, correction: { cardNumber, seq: 1, sealed } };
  });
  const page = { after: 0, corrections, serverTime: clock.now() };
  inStore(first.folder, ({ commit }) => commit((db) => applyCorrectionPage(db, page)));

  const reader = createVirtualService();
  const { call, close, folder, until } = await openTerminal(first.folder, { cardService: reader });
  await signInAs({ call, close, folder, until }, 'pharmacist');
  reader.insert(card);
  const isRead = ({ visit }: DeskView) => visit?.prescriptions.state === 'read';
  const { visit } = await until(isRead);
  // The same card once more: nothing is taken off it, or said of it, twice.
  reader.remove();
  await until((desk) => desk.visit === null && desk.reader.state === 'empty');
  reader.insert(card);
  await until(isRead);
  await close();
  const [newest] = card.image().ledger;
  const decoded = newest === undefined ? null : decodeRecord(newest);
  const last = decoded?.ok === true && decoded.value.type !== 'prescription' ? decoded.value : null;
  return {
    audited: inStore(folder, ({ reader: db }) => listEventsAfter(db, { epoch: 1, seq: 0 }, 100))
      .filter(({ envelope }) => envelope.type === 'audit')
      .map(({ envelope }) => envelope.body),
    records: card.image().ledger.length,
    returns: visit?.returns ?? null,
    supplies: last?.tables?.supplies,
  };
}

it('takes off the card what the centre tells, where the claim put it there', async () => {
  expect(await insertWith({ a: returned(60) })).toMatchObject({
    ...{ audited: [{ what: 'correction-signed' }], records: 2, returns: 'appended', supplies: [] },
  });
}, 60_000);

it('leaves a card alone of which more would come back than was put there, and says so', async () => {
  expect(await insertWith({ a: returned(61) })).toMatchObject({
    audited: [{ what: 'correction-unfit', voidId: 'a', record: expect.any(String) }],
    ...{ records: 1, returns: null, supplies: [row(30)] },
  });
}, 60_000);

it('takes a claim’s voids off in their order, though a clock was put back between them', async () => {
  const told = { b: returned(30, { left: 15 }), a: returned(30, { gone: 15, number: 2 }) };
  expect(await insertWith(told)).toMatchObject({ records: 3, supplies: [] });
}, 60_000);
