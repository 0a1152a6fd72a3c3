import { describe, expect, it } from 'vitest';
import { personaliseDemoCard } from '#agent/personalise-demo-card.ts';
import { createVirtualService } from '#card/transport/virtual-service.ts';
import { virtualOtherCards } from '#card/virtual/other-cards/index.ts';
import { createVirtualCard } from '#card/virtual/virtual-card.ts';
import type { VisitView } from '#contracts/visit-views.ts';
import { addDays, calendarDate } from '#domain/dates.ts';
import { buildDemoInsurer } from '#fixtures/demo-insurer/demo-insurer.ts';
import { type OpenedTerminal, openTerminal, signInAs } from './open-terminal.ts';
import { ask, members, today, visitOf } from './ways-without-card.ts';

const insurer = buildDemoInsurer(today);
const ranasPin = Array.from('2580', Number);

function issue(cardId: string) {
  const card = insurer.cards.find((each) => each.cardId === cardId);
  if (card === undefined) throw new Error(`no card ${cardId}`);
  return createVirtualCard(personaliseDemoCard(insurer, card));
}

async function openCounter(role = 'pharmacist') {
  const reader = createVirtualService();
  const terminal = await openTerminal(undefined, { cardService: reader });
  await signInAs(terminal, role);
  return { ...terminal, reader };
}

type Counter = Awaited<ReturnType<typeof openCounter>>;

/** The card of the open visit goes out and comes back; the visit then. */
async function takeOutAndInsert(
  { reader, until }: Counter,
  card: Parameters<Counter['reader']['insert']>[0],
) {
  reader.remove();
  await until(({ visit }) => visit?.card.isPresent === false);
  reader.insert(card);
  return visitOf(await until((desk) => desk.visit?.card.isPresent === true));
}

const isWhole = (visit: VisitView | null): boolean =>
  visit?.prescriptions.state === 'read' && visit.photo.state === 'here';

const serveBaby = ({ call }: OpenedTerminal) =>
  call.visit.serveNewborn({ born: addDays(today, -3), sex: 'female' });
const serveElias = ({ call }: OpenedTerminal) =>
  call.visit.serveChild({ memberNumber: members.elias });

/** Nothing of the holder's: not what the chip tells, and not the way to more of it. */
const nothingOfTheHolders = {
  history: { state: 'unknown' },
  prescriptions: { state: 'unknown' },
  med: { state: 'unknown' },
  photo: { state: 'none' },
  pin: null,
  refillsDue: [],
  card: { names: [] },
};

const served = [
  ['a newborn on its mother’s card', 'rana', serveBaby],
  ['a child on its guardian’s card', 'george', serveElias],
] as const;

describe('who is served on another’s card', () => {
  it.each(served)('%s takes nothing that the card tells of its holder', async (_, id, serve) => {
    const terminal = await openCounter();
    const { call, reader, until } = terminal;
    const card = issue(id);
    reader.insert(card);
    const { visit: holders } = await until(({ visit }) => isWhole(visit));
    if (holders?.pin?.state === 'wanted') await call.card.enterPin({ pin: ranasPin });
    await serve(terminal);
    const { visit } = await until((desk) => desk.visit?.insteadOfCard != null);
    expect(visit).toMatchObject(nothingOfTheHolders);
    for (const { used } of visit?.ceilings ?? []) expect(used.known).toBe(false);

    // Nor when the card comes back and is read once more.
    await takeOutAndInsert(terminal, card);
    expect((await until((desk) => desk.reader.state === 'card')).visit).toMatchObject(
      nothingOfTheHolders,
    );
  });

  it.each(served)('%s leaves no dispensing on it', async (_, id, serve) => {
    const terminal = await openCounter();
    const { call, reader, until } = terminal;
    const card = issue(id);
    const before = card.image().ledger;
    reader.insert(card);
    await until(({ visit }) => isWhole(visit));
    await serve(terminal);
    await takeOutAndInsert(terminal, card);
    expect((await ask(terminal, 'PAR-SYR')).decision).toMatchObject({ outcome: 'approved' });
    const { claimId } = await call.visit.save();
    await call.claims.void({ claimId, lines: null, reason: 'entered-wrongly' });
    await call.visit.openAgain();
    // The holder's own visit tells all that it told before.
    const { visit } = await until((desk) => isWhole(desk.visit));
    expect(visit?.insteadOfCard).toBeNull();
    expect(card.image().ledger).toEqual(before);
  });

  it('does not let the holder’s PIN open the holder’s history in the newborn’s visit', async () => {
    const terminal = await openCounter();
    terminal.reader.insert(issue('rana'));
    await terminal.until(({ visit }) => visit?.pin?.state === 'wanted' && isWhole(visit));
    await serveBaby(terminal);
    await expect(terminal.call.card.enterPin({ pin: ranasPin })).rejects.toMatchObject({
      data: { code: 'visit-absent' },
    });
  });

  it('keeps what a part of a newborn’s claim leaves apart from its mother’s supplies', async () => {
    const terminal = await openCounter();
    const { call, reader, until } = terminal;
    reader.insert(issue('rana'));
    await until(({ visit }) => isWhole(visit));
    await serveBaby(terminal);
    await ask(terminal, 'LEV-50');
    const { claimId } = await call.visit.save();
    const [line] = (await call.claims.find({ claimId })).left;
    const lines = [{ lineId: line?.lineId ?? '', quantity: 1 }];
    await call.claims.void({ claimId, lines, reason: 'returned' });

    await call.visit.openAgain();
    await until(({ visit }) => isWhole(visit));
    expect((await ask(terminal, 'LEV-50')).decision).toMatchObject({ outcome: 'approved' });
  });

  it('does not bear the names on the guardian’s card of another kind', async () => {
    const terminal = await openCounter();
    const { call, reader, until } = terminal;
    const card = virtualOtherCards.thailand({
      ...{ cardNumber: '1101700230708', holderNumber: '1101700230708', sex: 'female' },
      name: { given: 'สมหญิง', family: 'ใจดี' },
      latinName: { given: 'Somying', family: 'Jaidee' },
      birth: { date: calendarDate('1991-04-12'), precision: 'day' },
      ...{ validFrom: calendarDate('2020-01-01'), validTo: calendarDate('2099-12-31') },
    });
    reader.insert(card);
    await until(({ visit }) => visit?.card.names.length === 2);
    await call.visit.serveChild({ memberNumber: members.yazan });
    expect((await takeOutAndInsert(terminal, card)).card.names).toEqual([]);
  });
});
