import { expect, test } from 'vitest';
import { personaliseDemoCard } from '#agent/personalise-demo-card.ts';
import { systemClock } from '#agent/system-clock.ts';
import { listWhole } from '#card/ledger-state.ts';
import { createVirtualService } from '#card/transport/virtual-service.ts';
import { createVirtualCard, type VirtualCard } from '#card/virtual/virtual-card.ts';
import { addDays, type Instant } from '#domain/dates.ts';
import { buildDemoInsurer } from '#fixtures/demo-insurer/demo-insurer.ts';
import { acknowledgeAll } from './acknowledge-all.ts';
import { openTerminal, signInAs } from './open-terminal.ts';

const today = systemClock().today();
const insurer = buildDemoInsurer(today);

/** Insulins need an approval, gliflozins a proof of who takes them. */
const isAskedMore = (atc: string) => atc.startsWith('A10A') || atc.startsWith('A10BK');

/** Medicines of as many repeat keys, so that none stands in the way of another. */
const medicines = [
  ...new Map(
    insurer.pack.items.flatMap((item) => {
      const repeatCode = item.medicine?.repeatCode ?? null;
      return repeatCode === null ||
        item.benefit !== 'chronic-medicines' ||
        isAskedMore(item.medicine?.atc ?? '')
        ? []
        : [[repeatCode, { ...item, repeatCode }] as const];
    }),
  ).values(),
];
/** The least of each that is sold, so that no limit on amounts is met. */
const wishesFor = (from: number, to: number) =>
  medicines
    .slice(from, to)
    .map(({ code, medicine }) => ({ itemCode: code, quantity: medicine?.saleableUnit ?? 1 }));
type Wish = ReturnType<typeof wishesFor>[number];

type DemoCard = (typeof insurer.cards)[number];

/** A card of George's: his plan has no ceiling. */
function issue(history: DemoCard['history'], cardNumber?: string): VirtualCard {
  const card = insurer.cards.find(({ cardId }) => cardId === 'george');
  if (card === undefined) throw new Error('no card of George');
  const changed = cardNumber === undefined ? { history } : { history, cardNumber };
  return createVirtualCard(personaliseDemoCard(insurer, { ...card, ...changed }));
}

/** A terminal of the demonstration, which its insurer has certified, and the reader beside it. */
async function openPharmacy() {
  const reader = createVirtualService();
  const terminal = await openTerminal(undefined, { cardService: reader });
  await signInAs(terminal, 'pharmacist');
  return { ...terminal, reader };
}

type Pharmacy = Awaited<ReturnType<typeof openPharmacy>>;

/** Asks for medicines for whoever's card is in; their outcomes. */
async function ask({ call, until }: Pharmacy, wishes: readonly Wish[]): Promise<string[]> {
  await until(({ visit }) => visit?.history.state === 'read');
  await call.visit.answerHolder({ answer: 'confirmed' });
  for (const wish of wishes) await call.visit.addLine(wish);
  const { visit } = await until((desk) => desk.visit?.decision?.lines.length === wishes.length);
  return visit?.decision?.lines.map(({ outcome }) => outcome) ?? [];
}

/** So many medicines together call for more than one alert. */
async function save({ call, until }: Pharmacy) {
  await acknowledgeAll({ call, until });
  const { claimId } = await call.visit.save();
  const { cardWrite } = await until(
    (desk) => desk.cardWrite?.claimId === claimId && desk.cardWrite.state !== 'writing',
  );
  return { state: cardWrite?.state, why: cardWrite?.failure?.code ?? null };
}

const linesOn = (card: VirtualCard): number =>
  listWhole(card.image().ledger).reduce((sum, { record }) => sum + record.lines.length, 0);

test('a claim of more lines than one session may append is saved whole and written to its end', async () => {
  const terminal = await openPharmacy();
  const { call, reader, until } = terminal;
  const card = issue([]);
  reader.insert(card);
  expect(await ask(terminal, wishesFor(0, 18))).toEqual(Array(18).fill('approved'));
  expect(await save(terminal)).toEqual({ state: 'waiting', why: 'card-session-full' });
  expect(linesOn(card)).toBe(12);
  const [claim] = await call.claims.list({});
  const { claimId } = claim ?? { claimId: '' };
  const saved = await call.claims.find({ claimId });
  expect([saved.lines.length, saved.onCard]).toEqual([18, 'waiting']);
  reader.remove();
  await until((desk) => desk.visit === null && desk.reader.state === 'empty');

  // Pulled while the rest is appended, behind the seven commands of the reading: nothing is there twice.
  card.tearAt(8, 'middle-of-record');
  reader.insert(card);
  await until(({ cardWrite }) => cardWrite?.failure?.code === 'card-removed');
  await until((desk) => desk.visit === null && desk.reader.state === 'empty');
  expect(linesOn(card)).toBe(12);
  reader.insert(card);
  await until(({ cardWrite }) => cardWrite?.state === 'written');
  expect(linesOn(card)).toBe(18);
  expect(await call.claims.find({ claimId })).toMatchObject({ onCard: 'written' });
  reader.remove();
  await until((desk) => desk.visit === null && desk.reader.state === 'empty');

  // Two claims while the card stays in: together more records than a session takes.
  const other = issue([], '8076001099135555');
  reader.insert(other);
  await ask(terminal, wishesFor(18, 27));
  expect(await save(terminal)).toEqual({ state: 'written', why: null });
  await call.visit.openAgain();
  await ask(terminal, wishesFor(27, 29));
  expect(await save(terminal)).toEqual({ state: 'written', why: null });
  expect(linesOn(other)).toBe(11);
}, 240_000);

/** A card on which another pharmacy recorded fifteen supplies, of which fourteen fit; the first of those ends then. */
function overflowing(firstEndsIn: number): VirtualCard {
  const on = addDays(today, -10);
  const lines = medicines.slice(0, 15).map(({ code, cardCode, repeatCode }, i) => ({
    ...{ item: code, cardCode, quantity: 1, repeatCode },
    days: 10 + firstEndsIn + i,
  }));
  const at = `${on}T12:00:00.000Z` as Instant;
  return issue([{ type: 'dispense', providerId: 'SY-DAM-0112', on, at, used: [], lines }]);
}

test('a card with more supplies than it has room for refers until one of them has run out', async () => {
  const terminal = await openPharmacy();
  const { call, reader, until } = terminal;
  for (const [firstEndsIn, outcome] of [
    [0, 'referred'],
    [-1, 'approved'],
  ] as const) {
    reader.insert(overflowing(firstEndsIn));
    expect(await ask(terminal, wishesFor(15, 16)), `in ${firstEndsIn} days`).toEqual([outcome]);
    await call.visit.close();
    reader.remove();
    await until((desk) => desk.visit === null && desk.reader.state === 'empty');
  }

  // More than fourteen supplied here: what fell off the table is known to this terminal all the same.
  const card = issue([]);
  reader.insert(card);
  await ask(terminal, wishesFor(0, 16));
  await save(terminal);
  await call.visit.openAgain();
  expect(await ask(terminal, wishesFor(0, 1))).toEqual(['declined']);
  await call.visit.close();
}, 240_000);
