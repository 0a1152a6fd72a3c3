import { describe, expect, it } from 'vitest';
import { readRecord } from '#card/apdu.ts';
import { judgeLedger } from '#card/judge-ledger.ts';
import { decodeHead, encodeHead } from '#card/profile/head.ts';
import { ledgerCapacities } from '#card/profile/layout.ts';
import { decodeRecord } from '#card/profile/ledger-codec.ts';
import type { LedgerTables } from '#card/profile/ledger-record.ts';
import { terminalKeyIdOf } from '#card/profile/p256.ts';
import { readHead } from '#card/read-head.ts';
import { createVirtualCard } from '#card/virtual/virtual-card.ts';
import { toHex } from '#domain/chain.ts';
import { calendarDate } from '#domain/dates.ts';
import { succeed } from '#domain/result.ts';
import {
  at,
  certificateFor,
  dispensing,
  issuer,
  knows,
  makeGuardedImage,
  makeImage,
  order,
  pharmacy,
} from './card-builders.ts';
import { recordFor } from './guarded-card.ts';
import { append, enter, sayTo } from './terminal-at-card.ts';

const { cardNumber } = order();

describe.each([
  ['32 KB', 96],
  ['64 KB', 220],
] as const)('a card of %s', (size, capacity) => {
  const cardWith = (records: number) =>
    createVirtualCard(
      makeGuardedImage({
        ledgerCapacity: ledgerCapacities[size],
        history: Array.from({ length: records }, () => dispensing('2026-03-01', pharmacy)),
      }),
    );

  it.each([
    ['fills up', capacity - 1, capacity, 1],
    ['loses its oldest', capacity, capacity, 2],
  ])('%s as one more is appended', (_name, before, after, oldest) => {
    const card = cardWith(before);
    expect(enter(card, pharmacy)).toBe('9000');
    expect(append(card, recordFor(card, { seq: before + 1 }))).toBe('9000');
    expect(card.image().ledger).toHaveLength(after);
    const last = decodeRecord(card.image().ledger.at(-1) ?? new Uint8Array());
    expect(last.ok && last.value.seq).toBe(oldest);
    expect(sayTo(card, readRecord(3, capacity))).toBe('9000');
    expect(sayTo(card, readRecord(3, capacity + 1))).toBe('6a83');
  });
});

describe('a replaced card', () => {
  const tables: LedgerTables = {
    ceilings: {
      year: 2026,
      used: [
        { basket: 1, used: 250 },
        { basket: 2, used: null },
      ],
    },
    supplies: [{ repeatCode: 9001, endsOn: calendarDate('2026-04-02'), days: 30 }],
    hasMoreSupplies: false,
  };
  const image = (hasMore = false) =>
    makeImage({
      checkpoint: { at: at('2026-03-10'), tables: { ...tables, hasMoreSupplies: hasMore } },
    });
  const issuerAsWriter = {
    ...pharmacy,
    keyId: terminalKeyIdOf(issuer.publicKey),
    key: { ...pharmacy.key, publicKey: toHex(issuer.publicKey) },
  };
  const judge = (hasMore = false) =>
    judgeLedger(image(hasMore).ledger, cardNumber, knows(issuerAsWriter));

  it('begins where the one before it stood, and names no supplier', () => {
    const reading = judge();
    expect(reading).toMatchObject({ trouble: 'none', isVerified: true, isComplete: true });
    expect(reading.supplies).toEqual([{ ...tables.supplies[0], quantity: null, providerId: null }]);
    expect(reading.ceilings).toMatchObject({ ...tables.ceilings, isNew: false });
  });

  it('says so where not all supplies had room', () => {
    expect(judge(true).isComplete).toBe(false);
  });
});

describe('a HEAD that was torn while it was renewed', () => {
  it('leaves the old one to be read, and to be renewed again', async () => {
    const card = createVirtualCard(makeGuardedImage());
    const present = decodeHead(card.image().head[0] ?? new Uint8Array());
    if (!present.ok) throw new Error(present.failure.code);
    const renewed = encodeHead(
      { ...present.value.head, version: 2, planCode: 'SILVER' },
      issuer.sign,
    );
    const asIssuer = {
      ...pharmacy,
      certificate: certificateFor(pharmacy.publicKey, { roles: ['ISSUER'] }, issuer),
    };
    const read = async () => {
      const transmit = async (command: Uint8Array) => succeed(card.transmit(command));
      return await readHead({ reader: 'R', atr: card.atr, transmit, close: async () => {} });
    };

    expect(enter(card, asIssuer)).toBe('9000');
    card.tearAt(1, 'middle-of-record');
    append(card, renewed, 'HEAD');
    card.reset();
    expect(await read()).toMatchObject({ value: { head: { version: 1, planCode: 'GOLD' } } });

    expect(enter(card, asIssuer)).toBe('9000');
    expect(append(card, renewed, 'HEAD')).toBe('9000');
    expect(await read()).toMatchObject({ value: { head: { version: 2, planCode: 'SILVER' } } });
  });
});
