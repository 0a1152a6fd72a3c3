import { expect } from 'vitest';
import { readDatabaseKey } from '#agent/database-key.ts';
import { personaliseDemoCard } from '#agent/personalise-demo-card.ts';
import { systemClock } from '#agent/system-clock.ts';
import type { CardImage } from '#card/issue/card-image.ts';
import { createVirtualService } from '#card/transport/virtual-service.ts';
import { createVirtualCard, type VirtualCard } from '#card/virtual/virtual-card.ts';
import type { AuditBody } from '#contracts/events/audit.ts';
import { toHex } from '#domain/chain.ts';
import { buildDemoInsurer } from '#fixtures/demo-insurer/demo-insurer.ts';
import { listEventsAfter } from '#store/events.ts';
import { openStore } from '#store/open-store.ts';
import type { Attack } from '#tests/card/attack.ts';
import { openTerminal, signInAs } from './open-terminal.ts';
import { type AtCounter, askFor, dispense, visitWith } from './tears/at-counter.ts';

/** What a terminal sees because it remembers what it wrote, and what it cannot see where it wrote nothing. */
export const attacksAtCounter: readonly Attack[] = [
  {
    attack: 'A card that was rolled back to what it held before',
    seenBy: 'the terminal',
    when: 'at its next insertion where this terminal wrote to it since',
    kept: 'what was read of its ledger, in an audit event; nothing is appended, and what they would have allowed is referred',
    async attempt() {
      const before = issue('samir');
      const { counter, lookBack } = await openCounter();
      await give(counter, createVirtualCard(before), 'MET-850');
      await expectReferred(counter, createVirtualCard(before));
      expect(await lookBack()).toEqual([before.ledger.slice(0, 1).map(toHex)]);
    },
  },
  {
    attack: 'A twin with the card’s own key, which went another way',
    seenBy: 'the terminal',
    when: 'at its next insertion where this terminal wrote to the other one: one number, another record',
    kept: 'what was read of its ledger, in an audit event; nothing is appended, and what they would have allowed is referred',
    async attempt() {
      const before = issue('samir');
      const [here, there] = [await openCounter(), await openCounter()];
      await give(here.counter, createVirtualCard(before), 'MET-850');
      const twin = createVirtualCard(before);
      await give(there.counter, twin, 'PAR-500');
      await expectReferred(here.counter, twin);
      expect((await here.lookBack()).flat()).toContain(toHex(newestOf(twin)));
    },
  },
  {
    attack: 'A card that says it took a record and stored nothing',
    seenBy: 'the terminal',
    when: 'at its next insertion here: it holds less than it said it took',
    kept: 'what was read of its ledger, in an audit event; nothing is appended, and what they would have allowed is referred',
    async attempt() {
      const before = issue('samir');
      const card = createVirtualCard(before);
      const lying: VirtualCard = {
        ...card,
        transmit: (command) =>
          command[1] === 0xe2 ? Uint8Array.of(0x90, 0x00) : card.transmit(command),
      };
      const { counter, lookBack } = await openCounter();
      await give(counter, lying, 'MET-850');
      await expectReferred(counter, card);
      expect(await lookBack()).toEqual([before.ledger.slice(0, 1).map(toHex)]);
    },
  },
  {
    attack: 'A card that was rolled back, where this terminal never wrote to it',
    seenBy: 'nobody here',
    when: 'never at that counter: an older state of a genuine card looks genuine',
    kept: 'the centre sees two records that claim one place, once both were reported',
    async attempt() {
      const before = issue('samir');
      const [here, there] = [await openCounter(), await openCounter()];
      await give(here.counter, createVirtualCard(before), 'MET-850');
      await give(there.counter, createVirtualCard(before), 'MET-850');
      expect(await there.lookBack()).toEqual([]);
    },
  },
];

const insurer = buildDemoInsurer(systemClock().today());

function issue(cardId: string): CardImage {
  const card = insurer.cards.find((each) => each.cardId === cardId);
  if (card === undefined) throw new Error(`no card ${cardId}`);
  return personaliseDemoCard(insurer, card);
}

const newestOf = (card: VirtualCard): Uint8Array => card.image().ledger[0] ?? new Uint8Array(0);

async function openCounter() {
  const reader = createVirtualService();
  const terminal = await openTerminal(undefined, { cardService: reader });
  await signInAs(terminal, 'pharmacist');
  const counter: AtCounter = { ...terminal, reader };
  return {
    counter,
    /** Closes it: the records of each card that it found to be rolled back, as it kept them. */
    async lookBack(): Promise<string[][]> {
      await terminal.close();
      const key = readDatabaseKey(terminal.folder, null);
      if (!key.ok) throw new Error(key.failure.code);
      const store = openStore({ folder: terminal.folder, key: key.value });
      if (!store.ok) throw new Error(store.failure.code);
      const events = listEventsAfter(store.value.reader, { epoch: 0, seq: 0 }, 1000);
      store.value.close();
      return events
        .filter(({ envelope }) => envelope.type === 'audit')
        .map(({ envelope }) => envelope.body as AuditBody)
        .flatMap((body) => (body.what === 'card-rolled-back' ? [[...body.records]] : []));
    },
  };
}

async function give(counter: AtCounter, card: VirtualCard, itemCode: string): Promise<void> {
  expect(await visitWith(counter, card, () => dispense(counter, itemCode))).not.toBeNull();
}

/** Nothing that the card says is believed, and nothing is written to it. */
async function expectReferred(counter: AtCounter, card: VirtualCard): Promise<void> {
  const { ledger } = card.image();
  const outcome = await visitWith(counter, card, () => askFor(counter, 'LEV-50'));
  expect(outcome).toBe('referred');
  expect(card.image().ledger).toEqual(ledger);
}
