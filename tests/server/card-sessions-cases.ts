import { describe, expect, it } from 'vitest';
import { resetPin } from '#card/apdu.ts';
import { issueCard } from '#card/issue/issue-card.ts';
import { decodeHead } from '#card/profile/head.ts';
import { decodeRecord } from '#card/profile/ledger-codec.ts';
import { encodePinBlock } from '#card/profile/pin-block.ts';
import { createVirtualCard, type VirtualCard } from '#card/virtual/virtual-card.ts';
import { type CardWork, orderedSchema } from '#contracts/card-sessions-api.ts';
import { paths } from '#contracts/server-api.ts';
import { calendarDate, type Instant } from '#domain/dates.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { type CardClient, createCardClient } from '#sync/card-client.ts';
import { type CarriedCard, carryCard } from '#sync/carry-card.ts';
import { dispensing, order, otherPharmacy } from '#tests/card/card-builders.ts';
import type { TestTerminal } from '#tests/sync/test-terminal.ts';
import { adminToken } from './central-process.ts';
import { anchor, enrolled, issuer, theCentre } from './test-centre.ts';

let cards = 0;

/** A card of this centre's, and its number. */
function issue(): { readonly card: VirtualCard; readonly cardNumber: string } {
  cards += 1;
  const cardNumber = `9760${String(cards).padStart(12, '0')}`;
  const image = issueCard(order({ cardNumber, pin: Uint8Array.of(2, 5, 8, 0) }), {
    issuer,
    providerAnchor: anchor.publicKey,
  });
  return { card: createVirtualCard(image), cardNumber };
}

const clientOf = (terminal: TestTerminal): CardClient =>
  createCardClient({ baseUrl: theCentre().central.url, timeoutMs: 10_000 }, terminal.identity());

const carried = (card: VirtualCard): CarriedCard => {
  const say = async (command: Uint8Array): Promise<Result<Uint8Array, Failure>> => {
    const response = card.transmit(command);
    return response.length === 0 ? failWith(failure('card-removed')) : succeed(response);
  };
  card.reset();
  return {
    transmit: say,
    setNewPin: () => say(resetPin(encodePinBlock(Uint8Array.of(4, 7, 1, 1)))),
  };
};

async function give(cardNumber: string, wish: object, token = adminToken): Promise<Response> {
  return await fetch(theCentre().central.url + paths.cardOrders(cardNumber), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(wish),
  });
}

const worksOf = async (client: CardClient, cardNumber: string): Promise<readonly CardWork[]> => {
  const offers = await client.fetchOffers(cardNumber);
  if (!offers.ok) throw new Error(JSON.stringify(offers.failure));
  return offers.value.works;
};

const renewal = { work: 'renew-head', changes: { planCode: 'SILVER' } } as const;

export const describeCardSessions = () => {
  describe('the issuer, working on cards through terminals,', () => {
    it('does what was ordered, once, and offers it until then', async () => {
      const { card, cardNumber } = issue();
      const client = clientOf(await enrolled());
      const work = { cardNumber, work: 'renew-head' } as const;
      expect(await worksOf(client, cardNumber)).toEqual([]);
      expect(await carryCard(client, work, carried(card))).toEqual(
        failWith(failure('card-order-absent')),
      );
      const ordered = await give(cardNumber, renewal);
      expect(orderedSchema.parse(await ordered.json())).toMatchObject({
        ...{ cardNumber, work: 'renew-head', expiresAt: null },
      });
      expect(await worksOf(client, cardNumber)).toEqual(['renew-head']);
      expect(await carryCard(client, work, carried(card))).toEqual(succeed(null));
      expect(decodeHead(card.image().head[0] ?? new Uint8Array(0))).toMatchObject({
        value: { head: { version: 2, planCode: 'SILVER' } },
      });
      expect(await worksOf(client, cardNumber)).toEqual([]);
    });

    it('goes on with the HEAD that it signed where the card was pulled out', async () => {
      const { card, cardNumber } = issue();
      const client = clientOf(await enrolled());
      await give(cardNumber, renewal);
      const work = { cardNumber, work: 'renew-head' } as const;
      const carry = () => carryCard(client, work, carried(card));
      card.tearAt(7, 'before-status-word');
      expect(await carry()).toEqual(failWith(failure('card-removed')));
      expect(await worksOf(client, cardNumber)).toEqual(['renew-head']);
      expect(await carry()).toEqual(succeed(null));
      expect(card.image().head).toHaveLength(2);
    });

    it('unblocks a PIN of which it sees nothing, and only once somebody allowed it', async () => {
      const { card, cardNumber } = issue();
      const client = clientOf(await enrolled());
      const work = { cardNumber, work: 'unblock-pin' } as const;
      expect(await carryCard(client, work, carried(card))).toEqual(
        failWith(failure('card-order-absent')),
      );
      await give(cardNumber, { work: 'unblock-pin' });
      expect(await carryCard(client, work, carried(card))).toEqual(succeed(null));
      expect(card.image().pin?.block).toEqual(encodePinBlock(Uint8Array.of(4, 7, 1, 1)));
    });

    it('signs a checkpoint on the ledger', async () => {
      const { card, cardNumber } = issue();
      const client = clientOf(await enrolled());
      const ceilings = { year: 2026, used: [{ basket: 2, used: 17 }] };
      await give(cardNumber, { work: 'checkpoint', isWhole: true, ceilings });
      const work = { cardNumber, work: 'checkpoint' } as const;
      expect(await carryCard(client, work, carried(card))).toEqual(succeed(null));
      expect(decodeRecord(card.image().ledger[0] ?? new Uint8Array(0))).toMatchObject({
        value: { type: 'checkpoint', seq: 1, tables: { ceilings } },
      });
    });

    it('vouches for no record whose terminal it does not know', async () => {
      const cardNumber = '9760999999999999';
      const at = `${calendarDate('2026-03-01')}T09:30:00.000Z` as Instant;
      const image = issueCard(
        order({ cardNumber, history: [{ ...dispensing('2026-03-01', otherPharmacy), at }] }),
        { issuer, providerAnchor: anchor.publicKey },
      );
      await give(cardNumber, { work: 'checkpoint' });
      const work = { cardNumber, work: 'checkpoint' } as const;
      const client = clientOf(await enrolled());
      expect(await carryCard(client, work, carried(createVirtualCard(image)))).toEqual(
        failWith(failure('issuer-refused-card', { why: 'unverified' })),
      );
    });

    it('answers a turn that is sent again with the same step, and no other terminal', async () => {
      const { card, cardNumber } = issue();
      const [client, other] = [clientOf(await enrolled()), clientOf(await enrolled())];
      await give(cardNumber, renewal);
      const first = await client.openSession({ cardNumber, work: 'renew-head' });
      if (!first.ok || first.value.step.kind !== 'command') throw new Error('no command');
      const { sessionId, step } = first.value;
      const said = card.transmit(Buffer.from(step.command, 'hex'));
      const answer = { number: 1, response: Buffer.from(said).toString('hex') };
      expect(await other.answer(sessionId, answer)).toEqual(failWith(failure('card-relay-lost')));
      const second = await client.answer(sessionId, answer);
      expect(second).toMatchObject({ ok: true, value: { number: 2, step: { kind: 'command' } } });
      expect(await client.answer(sessionId, answer)).toEqual(second);
      expect(await client.answer(sessionId, { ...answer, number: 5 })).toEqual(
        failWith(failure('card-relay-lost')),
      );
      await client.openSession({ cardNumber, work: 'renew-head' });
      expect(await client.answer(sessionId, { ...answer, number: 2 })).toEqual(
        failWith(failure('card-relay-lost')),
      );
    });

    it.each([
      ['changes nothing', { work: 'renew-head', changes: {} }],
      ['names a plan too long', { work: 'renew-head', changes: { planCode: 'A'.repeat(13) } }],
      ['counts more than a card holds', ceilingOf(0xff_ffff)],
      ['is of no known kind', { work: 'erase' }],
    ])('takes no order that %s', async (_name, wish) => {
      expect((await give('9760000000000001', wish)).status).toBe(400);
    });

    it('takes orders from the administrator alone', async () => {
      expect((await give('9760000000000001', renewal, 'somebody')).status).toBe(401);
    });
  });
};

const ceilingOf = (used: number) => ({
  work: 'checkpoint',
  ceilings: { year: 2026, used: [{ basket: 1, used }] },
});
