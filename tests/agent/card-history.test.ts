import { describe, expect, it } from 'vitest';
import { personaliseDemoCard } from '#agent/personalise-demo-card.ts';
import { systemClock } from '#agent/system-clock.ts';
import { createVirtualService } from '#card/transport/virtual-service.ts';
import { createVirtualCard, type VirtualCard } from '#card/virtual/virtual-card.ts';
import { buildDemoInsurer } from '#fixtures/demo-insurer/demo-insurer.ts';
import { type OpenedTerminal, openTerminal, signInAs } from './open-terminal.ts';

const insurer = buildDemoInsurer(systemClock().today());

/** A demo card; where `again`, its last visit elsewhere took place once more since. */
function issue(cardId: string, again = false): VirtualCard {
  const card = insurer.cards.find((each) => each.cardId === cardId);
  if (card === undefined) throw new Error(`no card ${cardId}`);
  const history = again ? [...card.history, ...card.history.slice(-1)] : card.history;
  return createVirtualCard(personaliseDemoCard(insurer, { ...card, history }));
}

/** A terminal that its server has certified, and the reader beside it. */
async function openCertified() {
  const reader = createVirtualService();
  const terminal = await openTerminal(undefined, {
    server: { kind: 'embedded' },
    cardService: reader,
  });
  await signInAs(terminal, 'pharmacist');
  await terminal.until(({ sync }) => sync.link === 'online');
  return { ...terminal, reader };
}

type Certified = Awaited<ReturnType<typeof openCertified>>;

async function insert({ reader, until }: Certified, card: VirtualCard): Promise<void> {
  reader.insert(card);
  await until(({ visit }) => visit !== null && visit.history.state !== 'reading');
}

/** Asks for a medicine for whoever's card is in, and answers the line's outcome. */
async function ask({ call, until }: OpenedTerminal, itemCode: string): Promise<string | undefined> {
  await call.visit.answerHolder({ answer: 'confirmed' });
  await call.visit.addLine({ itemCode });
  const { visit } = await until((desk) => desk.visit?.decision != null);
  return visit?.decision?.lines[0]?.outcome;
}

const ledgerOf = (card: VirtualCard): number => card.image().ledger.length;

describe('the history on the card', () => {
  it('holds what was dispensed here, healed wherever the card was pulled', async () => {
    const terminal = await openCertified();
    const { call, reader, until } = terminal;

    // Written at once.
    const card = issue('samir');
    const before = ledgerOf(card);
    await insert(terminal, card);
    expect(await ask(terminal, 'MET-850')).toBe('approved');
    await call.visit.save();
    await until(({ cardWrite }) => cardWrite?.state === 'written');
    expect(ledgerOf(card)).toBe(before + 1);
    reader.remove();

    // Torn in the middle of the record: the claim stands, the next insertion finishes it.
    const torn = issue('george');
    const untouched = ledgerOf(torn);
    await insert(terminal, torn);
    expect(await ask(terminal, 'MET-850')).toBe('approved');
    torn.tearAt(1, 'middle-of-record');
    await call.visit.save();
    await until(({ cardWrite }) => cardWrite?.state === 'waiting');
    reader.remove();
    await insert(terminal, torn);
    await until(({ cardWrite }) => cardWrite?.state === 'written');
    expect(ledgerOf(torn)).toBeGreaterThan(untouched);

    // What is dispensed right after the healing follows what was healed.
    const healed = ledgerOf(torn);
    await until(({ visit }) => visit?.history.state === 'read');
    expect(await ask(terminal, 'PAR-500')).toBe('approved');
    const { claimId } = await call.visit.save();
    await until(({ cardWrite }) => cardWrite?.claimId === claimId && cardWrite.state !== 'writing');
    expect((await until(() => true)).cardWrite?.state).toBe('written');
    expect(ledgerOf(torn)).toBe(healed + 1);
    reader.remove();
    await until(({ visit }) => visit === null);

    // Taken out before saving: the same.
    const taken = issue('khaled');
    const empty = ledgerOf(taken);
    await insert(terminal, taken);
    expect(await ask(terminal, 'MET-850')).toBe('approved');
    reader.remove();
    await until(({ reader: { state } }) => state === 'same-card-wanted');
    await call.visit.save();
    await until(({ cardWrite }) => cardWrite?.state === 'waiting');
    await insert(terminal, taken);
    await until(({ cardWrite }) => cardWrite?.state === 'written');
    expect(ledgerOf(taken)).toBe(empty + 1);
    reader.remove();
    await until(({ visit }) => visit === null);

    // Saved here without the card, which another pharmacy has written to since: signed anew behind that.
    await insert(terminal, issue('huda'));
    expect(await ask(terminal, 'PAR-500')).toBe('approved');
    reader.remove();
    await until(({ reader: { state } }) => state === 'same-card-wanted');
    const elsewhere = await call.visit.save();
    const moved = issue('huda', true);
    const head = ledgerOf(moved);
    await insert(terminal, moved);
    await until(
      ({ cardWrite }) => cardWrite?.claimId === elsewhere.claimId && cardWrite.state === 'written',
    );
    expect(ledgerOf(moved)).toBe(head + 1);
    reader.remove();
    await until(({ visit }) => visit === null);

    // An older copy of a card that was written here: nothing that it says is believed.
    const old = issue('samir');
    await insert(terminal, old);
    await until(({ visit }) => visit?.history.state === 'unknown');
    expect(await ask(terminal, 'LEV-50')).toBe('referred');
  }, 180_000);

  it('is known at another pharmacy that has no network', async () => {
    const here = await openCertified();
    const card = issue('khaled');
    await insert(here, card);
    expect(await ask(here, 'MET-850')).toBe('approved');
    await here.call.visit.save();
    await here.until(({ cardWrite }) => cardWrite?.state === 'written');
    here.reader.remove();

    const there = await openCertified();
    await there.until(({ sync }) => sync.link === 'online');
    await insert(there, card);
    const outcome = await ask(there, 'MET-850');
    const { visit } = await there.until((desk) => desk.visit?.decision != null);
    expect(outcome).toBe('declined');
    expect(visit?.decision?.lines[0]?.findings[0]?.check).toBe('repeat-window');
  }, 180_000);
});
