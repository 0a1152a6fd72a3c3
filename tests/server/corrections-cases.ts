import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CorrectionPage } from '#contracts/card-corrections.ts';
import type { CardWriteBody } from '#contracts/events/card-write.ts';
import type { SignedEvent } from '#domain/chain.ts';
import { zero } from '#domain/money.ts';
import { succeed } from '#domain/result.ts';
import { fetchCorrections } from '#sync/fetch-corrections.ts';
import type { TestTerminal } from '#tests/sync/test-terminal.ts';
import { enrolled, theCentre, upload, verdictOn } from './test-centre.ts';

type Told = CorrectionPage['corrections'][number];

let cards = 0;

/** Every case takes something off a card of its own. */
const nextCard = () => {
  cards += 1;
  return `977${String(cards).padStart(13, '0')}`;
};

/** All that a terminal is told from the first entry on, by however many pages. */
async function allTold(terminal: TestTerminal): Promise<Told[]> {
  const told: Told[] = [];
  const fetched = await fetchCorrections(theCentre().client, terminal.identity(), {
    cursor: () => told.at(-1)?.seq ?? 0,
    applyPage: ({ corrections }) => succeed(told.push(...corrections)),
  });
  if (!fetched.ok) throw new Error(JSON.stringify(fetched.failure));
  expect(told.map(({ seq }) => seq)).toEqual(told.map((_, place) => place + 1));
  return told;
}

/** What is owed to a card by now, as whoever was told everything knows it. */
async function owedTo(terminal: TestTerminal, cardNumber: string): Promise<string[]> {
  const latest = new Map((await allTold(terminal)).map((one) => [one.voidId, one]));
  return [...latest.values()].flatMap(({ correction, voidId }) =>
    correction?.cardNumber === cardNumber ? [voidId] : [],
  );
}

const claimIdOf = ({ envelope }: SignedEvent): string =>
  (envelope.body as { input: { claim: { claimId: string } } }).input.claim.claimId;

const addVoid = (terminal: TestTerminal, cardNumber: string, claimId: string): SignedEvent =>
  terminal.add({
    type: 'void',
    body: {
      ...{ claimId, claimEventId: randomUUID(), reason: 'returned', lines: null, refund: zero },
      correction: { cardNumber, seq: 4, sealed: 'c2VhbGVk' },
    },
  });

/** Reports the last record of a void's correction; its verdict on a claim behind it tells that it was worked on. */
async function report(
  terminal: TestTerminal,
  voided: SignedEvent,
  cardNumber: string,
  { isWhole = true, ...change }: Reported = {},
): Promise<void> {
  const { eventId } = voided.envelope;
  const body: CardWriteBody = {
    ...{ claimId: eventId, claimEventId: eventId, cardNumber, seq: 9, state: 'committed' },
    ...{ recordHash: 'ab'.repeat(8), ...(isWhole ? { completes: true } : {}), ...change },
  };
  terminal.add({ type: 'card-write', body });
  await workedOn(terminal);
}

/** With `isWhole` false there is more of the correction to come. */
type Reported = Partial<Omit<CardWriteBody, 'completes'>> & { readonly isWhole?: boolean };

const workedOn = (terminal: TestTerminal) =>
  verdictOn(terminal, terminal.addClaim({ memberNumber: randomMember() }));
const randomMember = () => String(5_600_000_000 + Math.floor(Math.random() * 90_000_000));

async function voided(terminal: TestTerminal, cardNumber: string): Promise<SignedEvent> {
  const claim = terminal.addClaim({ memberNumber: randomMember() });
  await verdictOn(terminal, claim);
  const event = addVoid(terminal, cardNumber, claimIdOf(claim));
  await verdictOn(terminal, event);
  return event;
}

export const describeCorrections = () =>
  describe('what a void owes to a card', () => {
    it('is told to every terminal until one reports that the card has all of it', async () => {
      const [here, there, third] = [await enrolled(), await enrolled('RABWA'), await enrolled()];
      const cardNumber = nextCard();
      const event = await voided(here, cardNumber);
      for (const terminal of [here, there, third]) {
        expect(await owedTo(terminal, cardNumber)).toEqual([event.envelope.eventId]);
      }
      await report(there, event, cardNumber);
      for (const terminal of [here, there, third]) {
        expect(await owedTo(terminal, cardNumber)).toEqual([]);
      }
      // Told once, and once that it is over; whoever comes later is not told what it was.
      const entries = (await allTold(third)).filter(
        ({ voidId }) => voidId === event.envelope.eventId,
      );
      expect(entries.map(({ correction }) => correction)).toEqual([null, null]);
      await report(third, event, cardNumber);
      expect(await allTold(third)).toHaveLength((await allTold(here)).length);
    });

    it.each([
      ['of another card', (): Reported => ({ cardNumber: nextCard() })],
      ['of a part of it', () => ({ isWhole: false })],
      ['of a record that was signed anew', () => ({ state: 'rebuilt' as const })],
    ])('is owed still after a report %s', async (_, change) => {
      const terminal = await enrolled();
      const cardNumber = nextCard();
      const event = await voided(terminal, cardNumber);
      await report(terminal, event, cardNumber, change());
      expect(await owedTo(terminal, cardNumber)).toEqual([event.envelope.eventId]);
    });

    it('is owed still where the reported record is not the one that the card is known to hold', async () => {
      const [here, liar] = [await enrolled(), await enrolled()];
      const cardNumber = nextCard();
      const event = await voided(here, cardNumber);
      await report(here, event, cardNumber, { isWhole: false });
      await report(liar, event, cardNumber, { recordHash: 'cd'.repeat(8) });
      expect(await owedTo(here, cardNumber)).toEqual([event.envelope.eventId]);
    });

    it('is told of nobody else’s claim, nor before the claim has come', async () => {
      const [owner, other] = [await enrolled(), await enrolled()];
      const cardNumber = nextCard();
      const claim = owner.addClaim({ memberNumber: randomMember() });
      await verdictOn(owner, claim);
      addVoid(other, cardNumber, claimIdOf(claim));
      const claimId = randomUUID();
      const early = addVoid(owner, cardNumber, claimId);
      await Promise.all([workedOn(other), workedOn(owner)]);
      expect(await owedTo(owner, cardNumber)).toEqual([]);
      await verdictOn(owner, owner.addClaim({ claimId, memberNumber: randomMember() }));
      expect(await owedTo(owner, cardNumber)).toEqual([early.envelope.eventId]);
    });

    it('is said by no forked chain', async () => {
      const terminal = await enrolled();
      const cardNumber = nextCard();
      const claim = terminal.addClaim({ memberNumber: randomMember() });
      await verdictOn(terminal, claim);
      const event = addVoid(terminal, cardNumber, claimIdOf(claim));
      await upload(terminal, [{ ...event, hash: 'ff'.repeat(32) }]);
      await verdictOn(terminal, terminal.addClaim({ memberNumber: randomMember() }));
      expect(await owedTo(await enrolled(), cardNumber)).toEqual([]);
    });
  });
