import { expect, test } from 'vitest';
import { personaliseDemoCard } from '#agent/personalise-demo-card.ts';
import { systemClock } from '#agent/system-clock.ts';
import { createVirtualCard, type VirtualCard } from '#card/virtual/virtual-card.ts';
import type { Finding } from '#domain/adjudication/decision.ts';
import type { Instant } from '#domain/dates.ts';
import { buildDemoInsurer } from '#fixtures/demo-insurer/demo-insurer.ts';
import { openPharmacy, type Pharmacy } from './open-pharmacy.ts';
import type { OpenedTerminal } from './open-terminal.ts';
import { startServer } from './start-server.ts';

const today = systemClock().today();
const insurer = buildDemoInsurer(today);

/** Khaled's card, on which a pharmacy has recorded so many of the 4,000 pounds of his chronic medicines. */
function khaled(used: number, cardNumber?: string): VirtualCard {
  const card = insurer.cards.find(({ cardId }) => cardId === 'khaled');
  if (card === undefined) throw new Error('no card of Khaled');
  const past = {
    ...{ type: 'dispense' as const, providerId: 'SY-DAM-0112', on: today },
    at: `${today}T00:00:01.000Z` as Instant,
    used: [{ basket: 1, units: used }],
    lines: [{ item: 'PAR-500', cardCode: 1, quantity: 1, days: null, repeatCode: null }],
  };
  const changed = cardNumber === undefined ? {} : { cardNumber };
  return createVirtualCard(personaliseDemoCard(insurer, { ...card, ...changed, history: [past] }));
}

/** Asks for a medicine: the finding of the ceilings. */
async function ask(
  { call, until }: OpenedTerminal,
  itemCode: string,
  quantity: number,
): Promise<Finding | undefined> {
  await call.visit.answerHolder({ answer: 'confirmed' });
  await call.visit.addLine({ itemCode, quantity });
  const { visit } = await until((desk) => desk.visit?.decision != null);
  return visit?.decision?.lines[0]?.findings.find(({ check }) => check === 'ceilings');
}

async function insert({ reader, until }: Pharmacy, card: VirtualCard): Promise<void> {
  reader.insert(card);
  await until(({ visit }) => visit !== null && visit.history.state === 'read');
}

async function leave({ call, reader, until }: Pharmacy): Promise<void> {
  if ((await until(() => true)).visit !== null) await call.visit.close();
  reader.remove();
  await until((desk) => desk.visit === null && desk.reader.state === 'empty');
}

// 50 tablets at 4.20, of which the insurer pays 70%: 147 pounds.
const quantity = 50;
const need = 147;

test('pharmacies without a network share one ceiling through the card', async () => {
  const codes = ['a1', 'b2'].map((text) => ({
    code: text.repeat(16),
    providerId: insurer.defaultProviderId,
  }));
  const url = await startServer(insurer, codes);
  // The second one enrols first: the other, coming later, learns both keys.
  const there = await openPharmacy(url, 'b2'.repeat(16));
  const here = await openPharmacy(url, 'a1'.repeat(16));

  for (const [used, outcome, reason] of [
    [4_000 - need - 1, 'approved', null],
    [4_000 - need, 'approved', null],
    [4_000 - need + 1, 'reduced', 'ceiling-nearly-used'],
    [4_000, 'declined', 'ceiling-used-up'],
  ] as const) {
    await insert(here, khaled(used));
    expect(await ask(here, 'MET-850', quantity), `${used} used`).toMatchObject({ outcome, reason });
    await leave(here);
  }

  // What is left is dispensed there and written to the card.
  const card = khaled(4_000 - need);
  await insert(there, card);
  expect(await ask(there, 'MET-850', quantity)).toMatchObject({ outcome: 'approved' });
  await there.call.visit.save();
  await there.until(({ cardWrite }) => cardWrite?.state === 'written');
  await leave(there);

  // Here nothing is left, and it is the card that says so.
  await insert(here, card);
  const refused = await ask(here, 'ASA-81', 10);
  expect(refused).toMatchObject({ outcome: 'declined', reason: 'ceiling-used-up' });
  expect(refused?.facts.find(({ name }) => name === 'ceiling-used')).toMatchObject({
    source: 'card',
    value: { kind: 'money', value: 400_000 },
  });
  await leave(here);

  // Another card of his does not know of it; the pharmacy that dispensed it does.
  const other = khaled(4_000 - need, '8076001099205555');
  await insert(there, other);
  expect(await ask(there, 'ASA-81', 10)).toMatchObject({ outcome: 'declined' });
  await leave(there);
}, 180_000);
