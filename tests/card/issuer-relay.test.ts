import { describe, expect, it } from 'vitest';
import { type CheckpointOrder, issueCheckpoint } from '#card/issue/issue-checkpoint.ts';
import { openRelay } from '#card/issue/relay.ts';
import { type HeadChanges, renewHead } from '#card/issue/renew-head.ts';
import { unblockPin } from '#card/issue/unblock-pin.ts';
import { decodeHead, type Head } from '#card/profile/head.ts';
import { decodeRecord } from '#card/profile/ledger-codec.ts';
import { generateP256Key, openSigner, terminalKeyIdOf } from '#card/profile/p256.ts';
import { createVirtualCard, type VirtualCard } from '#card/virtual/virtual-card.ts';
import { toHex } from '#domain/chain.ts';
import { calendarDate } from '#domain/dates.ts';
import { failure } from '#domain/failures.ts';
import { failWith, succeed } from '#domain/result.ts';
import {
  at,
  dispensing,
  issuer,
  knows,
  line,
  makeGuardedImage,
  otherPharmacy,
  pharmacy,
} from './card-builders.ts';
import { carry, visit } from './issuer-at-card.ts';
import { appendRecordTo } from './ledger-append.ts';

const history = [dispensing('2026-03-01', otherPharmacy)];

function headOf(card: VirtualCard): Head {
  const decoded = card
    .image()
    .head.map(decodeHead)
    .find(({ ok }) => ok);
  if (!decoded?.ok) throw new Error('the card has no HEAD');
  return decoded.value.head;
}

/** A renewal that remembers what was signed, as the centre does. */
function renewal(changes: HeadChanges) {
  let signed: Uint8Array | null = null;
  const kept: Uint8Array[] = [];
  return {
    kept,
    once: () => ({
      ...{ changes, signed },
      keep: async (record: Uint8Array) => {
        signed = record;
        kept.push(record);
      },
    }),
  };
}

describe('a relay', () => {
  it('says the same until it is answered, and the end for ever', async () => {
    const relay = openRelay(async ({ transmit }) => transmit(Uint8Array.of(1)));
    const command = { kind: 'command', command: Uint8Array.of(1) };
    expect(await relay.step()).toEqual(command);
    expect(await relay.step()).toEqual(command);
    const over = { kind: 'over', result: succeed(Uint8Array.of(2)) };
    expect(await relay.answer(succeed(Uint8Array.of(2)))).toEqual(over);
    expect(await relay.answer(succeed(Uint8Array.of(3)))).toEqual(over);
    expect(await relay.step()).toEqual(over);
  });

  it('tells a bug to whoever carries it', async () => {
    const relay = openRelay(async () => {
      throw new TypeError('a bug');
    });
    await expect(relay.step()).rejects.toThrow('a bug');
  });
});

describe('the issuer, at a card that is elsewhere,', () => {
  const changes: HeadChanges = {
    planCode: 'SILVER',
    validity: { from: calendarDate('2026-03-01'), to: calendarDate('2031-02-28') },
    names: { nameAr: 'ليلى خالد السيد', nameLatin: 'Layla Khaled Al-Sayyid' },
    flags: { hasPin: true },
  };

  it('appends a new HEAD: what changed is new, the rest is as it was', async () => {
    const card = createVirtualCard(makeGuardedImage({ history }));
    const before = headOf(card);
    const { once } = renewal(changes);
    const { result } = await carry(card, (it) => renewHead(it, visit(), once()));
    expect(result).toEqual(succeed(2));
    const { names, ...rest } = changes;
    expect(headOf(card)).toEqual({
      ...{ ...before, ...rest, version: 2, person: { ...before.person, ...names } },
    });
  });

  it.each(['before-command', 'middle-of-record', 'before-status-word'] as const)(
    'signs one HEAD, though the card is pulled %s, and the card takes it once',
    async (moment) => {
      const card = createVirtualCard(makeGuardedImage({ history }));
      const { kept, once } = renewal(changes);
      card.tearAt(7, moment);
      expect((await carry(card, (it) => renewHead(it, visit(), once()))).result).toBeNull();
      expect((await carry(card, (it) => renewHead(it, visit(), once()))).result).toEqual(
        succeed(2),
      );
      expect(kept).toHaveLength(1);
      expect(card.image().head.filter((record) => decodeHead(record).ok)).toHaveLength(2);
    },
  );

  it('does not append where no version is left', async () => {
    const card = createVirtualCard(makeGuardedImage({ headVersion: 0xffff }));
    const { once } = renewal(changes);
    expect((await carry(card, (it) => renewHead(it, visit(), once()))).result).toEqual(
      failWith(failure('card-head-not-newer')),
    );
  });

  it('leaves a new PIN to the holder: nothing of it comes to the issuer', async () => {
    const card = createVirtualCard(makeGuardedImage({ pin: Uint8Array.of(2, 5, 8, 0) }));
    const { result, steps } = await carry(card, (it) => unblockPin(it, visit()));
    expect(result).toEqual(succeed(null));
    expect(steps).toEqual([...Array(6).fill('command'), 'new-pin', 'over']);
    expect(card.image().pin).toEqual({
      block: Uint8Array.from(Buffer.from('244711ffffffffff', 'hex')),
      triesLeft: 3,
    });
  });

  const stranger = openSigner(generateP256Key());
  const copied = () => {
    const image = makeGuardedImage({ history });
    return createVirtualCard({ ...image, cardKey: generateP256Key() });
  };
  const genuine = () => createVirtualCard(makeGuardedImage({ history }));

  it.each([
    ['that another issuer signed', genuine, visit({ issuer: stranger }), 'other-issuer', 2],
    ['that proves nothing', copied, visit(), 'copy', 3],
    ['that holds less than it held', genuine, visit({ seqKnown: 2 }), 'rolled-back', 3],
  ])('leaves alone a card %s', async (_name, make, as, why, commands) => {
    const card = make();
    const { result, steps } = await carry(card, (it) => unblockPin(it, as));
    expect(result).toEqual(failWith(failure('issuer-refused-card', { why })));
    expect(steps).toHaveLength(commands + 1);
  });

  it('leaves alone another card than the one that was named', async () => {
    const { result } = await carry(genuine(), (it) =>
      unblockPin(it, visit({ cardNumber: '9760000000000025' })),
    );
    expect(result).toEqual(failWith(failure('card-changed')));
  });
});

describe('a checkpoint of the issuer', () => {
  const issuerKnown = {
    ...pharmacy,
    keyId: terminalKeyIdOf(issuer.publicKey),
    key: { ...pharmacy.key, publicKey: toHex(issuer.publicKey), providerId: 'issuer' },
  };
  const checkpoint = (change: Partial<CheckpointOrder> = {}): CheckpointOrder => ({
    at: at('2026-03-15'),
    counter: 4,
    suppliesOf: async () => [],
    isWhole: false,
    ceilings: null,
    findTerminalKey: knows(pharmacy, otherPharmacy, issuerKnown),
    signed: null,
    keep: async () => undefined,
    ...change,
  });
  const tablesOf = (card: VirtualCard) => {
    const decoded = decodeRecord(card.image().ledger[0] ?? new Uint8Array(0));
    if (!decoded.ok || decoded.value.type === 'prescription') throw new Error('no checkpoint');
    return { type: decoded.value.type, seq: decoded.value.seq, ...decoded.value.tables };
  };
  const full = () =>
    createVirtualCard(
      makeGuardedImage({
        history: [
          dispensing(
            '2026-03-01',
            otherPharmacy,
            ...Array.from({ length: 15 }, (_, i) => line({ repeatCode: 9001 + i, days: 30 + i })),
          ),
        ],
      }),
    );

  it('sums up card and centre, and lets the overflow stand unless somebody made sure', async () => {
    const ends = calendarDate('2026-04-20');
    const supplies = [{ repeatCode: 9100, endsOn: ends, days: 30 }];
    const card = full();
    const { result } = await carry(card, (it) =>
      issueCheckpoint(it, visit(), checkpoint({ suppliesOf: async () => supplies })),
    );
    expect(result).toEqual(succeed(5));
    expect(tablesOf(card)).toMatchObject({ type: 'checkpoint', seq: 5, hasMoreSupplies: true });
    expect(tablesOf(card).supplies).toContainEqual(supplies[0]);
  });

  it('ends an overflow of which nothing lasts any more but what is written', async () => {
    const card = createVirtualCard(makeGuardedImage({ history }));
    appendRecordTo(card, { hasMoreSupplies: true });
    expect(tablesOf(card)).toMatchObject({ hasMoreSupplies: true });
    const ceilings = { year: 2026, used: [{ basket: 1, used: 40 }] };
    const { result } = await carry(card, (it) =>
      issueCheckpoint(it, visit(), checkpoint({ isWhole: true, ceilings })),
    );
    expect(result).toEqual(succeed(3));
    expect(tablesOf(card)).toMatchObject({ hasMoreSupplies: false, ceilings });
  });

  it.each(['before-command', 'middle-of-record', 'before-status-word'] as const)(
    'is on the card once, though the card is pulled %s',
    async (moment) => {
      const card = createVirtualCard(makeGuardedImage({ history }));
      let signed: Uint8Array | null = null;
      const keep = async (record: Uint8Array) => {
        signed = record;
      };
      const once = () =>
        carry(card, (it) => issueCheckpoint(it, visit(), checkpoint({ signed, keep })));
      card.tearAt(8, moment);
      expect((await once()).result).toBeNull();
      expect((await once()).result).toEqual(succeed(2));
      expect(card.image().ledger.filter((record) => decodeRecord(record).ok)).toHaveLength(2);
    },
  );

  it('vouches for nothing that an unknown terminal wrote', async () => {
    const card = createVirtualCard(makeGuardedImage({ history }));
    const order = checkpoint({ findTerminalKey: knows(pharmacy) });
    expect((await carry(card, (it) => issueCheckpoint(it, visit(), order))).result).toEqual(
      failWith(failure('issuer-refused-card', { why: 'unverified' })),
    );
  });
});
