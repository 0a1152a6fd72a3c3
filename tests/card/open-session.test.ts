import { describe, expect, it } from 'vitest';
import { openCardSession } from '#card/open-session.ts';
import type { CardRole } from '#card/profile/cvc.ts';
import { emptyLedger } from '#card/profile/ledger-builder.ts';
import { terminalKeyIdOf } from '#card/profile/p256.ts';
import { readHistory } from '#card/read-member-card.ts';
import type { CardChannel } from '#card/transport/channel.ts';
import { withoutWanted } from '#card/transport/response-loop.ts';
import { behindT0 } from '#card/virtual/t0-card.ts';
import { createVirtualCard } from '#card/virtual/virtual-card.ts';
import { calendarDate } from '#domain/dates.ts';
import { failure } from '#domain/failures.ts';
import {
  certificateFor,
  dispensing,
  issuer,
  knows,
  line,
  makeGuardedImage,
  makeImage,
  makeTerminal,
  med,
  order,
  otherPharmacy,
  pharmacy,
  today,
} from './card-builders.ts';
import { connectTo, openAt, sessionAt, sessionOptions } from './session-opener.ts';

const image = makeGuardedImage({
  history: [
    dispensing('2026-02-01', otherPharmacy, line({ days: 90 })),
    dispensing('2026-03-10', pharmacy, line({ repeatCode: 9002 })),
  ],
});

const withRoles = (...roles: readonly CardRole[]) => ({
  ...pharmacy,
  certificate: certificateFor(pharmacy.publicKey, { roles }),
});

const torn = (bytes: Uint8Array): Uint8Array => bytes.slice().fill(0xff, 120);

describe('a session with a card that admits this terminal', () => {
  it('tells who it is, what was supplied, and what an emergency must know', async () => {
    const { session } = await sessionAt(createVirtualCard(image));
    expect(session.identity).toMatchObject({ person: order().person, proof: 'genuine' });
    expect(session.history).toMatchObject({
      state: 'read',
      reading: {
        trouble: 'none',
        isComplete: true,
        supplies: [{ repeatCode: 9001 }, { repeatCode: 9002 }],
      },
    });
    const written = { ...med(), version: 1, writerKeyId: terminalKeyIdOf(issuer.publicKey) };
    expect(session.med).toEqual({
      state: 'read',
      reading: { med: written, isVerified: true, providerId: null },
    });
    expect(session.ledger).toMatchObject({ seq: 2, hash: session.identity.ledgerHead?.hash });
    expect(session.refusal).toBeNull();
  });

  it('shows the identity after 2 commands, its proof after 6, and MED comes last', async () => {
    const card = createVirtualCard(image);
    const { session, shown } = await openAt(card);
    expect(session.ok).toBe(true);
    expect(shown.map(({ identity, apdus }) => [identity.proof, apdus])).toEqual([
      ['pending', 2],
      ['genuine', 6],
    ]);
    expect(shown[0]?.identity.person).toEqual(order().person);
    expect(card.traffic().apdus).toBe(7);
  });

  it('reads the whole history behind it, on the same channel', async () => {
    const { channel, session } = await sessionAt(createVirtualCard(image));
    const findTerminalKey = knows(pharmacy, otherPharmacy);
    const options = { findTerminalKey, maxRecords: 12 };
    const history = await readHistory(channel, session.identity, options);
    expect(history.ok && history.value.entries.map(({ seq }) => seq)).toEqual([2, 1]);
  });

  const once = makeGuardedImage({ history: [dispensing('2026-03-01', pharmacy)] });

  it.each([
    ['a card without history', makeGuardedImage()],
    ['a card whose first record is torn', { ...once, ledger: once.ledger.map(torn) }],
  ])('proves %s, and builds on an empty ledger', async (_name, empty) => {
    const { session } = await sessionAt(createVirtualCard(empty));
    expect(session.identity.proof).toBe('genuine');
    expect(session.ledger).toEqual(emptyLedger(order().cardNumber));
  });

  it('proves a card whose newest record is torn, and builds on the one before', async () => {
    const [newest = new Uint8Array(0), ...older] = image.ledger;
    const card = createVirtualCard({ ...image, ledger: [torn(newest), ...older] });
    const { session } = await sessionAt(card);
    expect(session.identity.proof).toBe('genuine');
    expect(session.history).toMatchObject({ state: 'read', reading: { trouble: 'torn' } });
    expect(session.ledger).toMatchObject({ seq: 1, tables: { supplies: [{ repeatCode: 9001 }] } });
  });

  it('reads the MED before one whose writing was cut off', async () => {
    const [first = new Uint8Array(0)] = image.med;
    const card = createVirtualCard({ ...image, med: [torn(first), first] });
    const { session } = await sessionAt(card);
    expect(session.med).toMatchObject({ state: 'read', reading: { med: { version: 1 } } });
  });

  it.each([
    ['has none', { ...image, med: [] }, { state: 'read', reading: null }],
    [
      'has that of another card',
      { ...image, med: makeGuardedImage({ cardNumber: '9760000000000025' }).med },
      { state: 'unknown', why: 'unverified' },
    ],
    [
      'cannot be read',
      { ...image, med: [new Uint8Array(252)] },
      { state: 'unknown', why: 'unreadable' },
    ],
  ])('says so where MED %s', async (_name, shownImage, expected) => {
    const { session } = await sessionAt(createVirtualCard(shownImage));
    expect(session.med).toEqual(expected);
  });

  it('appends nothing to what is kept as evidence', async () => {
    const forging = { ...pharmacy, sign: otherPharmacy.sign };
    const forged = makeGuardedImage({ history: [dispensing('2026-03-01', forging)] });
    const { session } = await sessionAt(createVirtualCard(forged));
    expect(session.history).toMatchObject({ state: 'read', reading: { trouble: 'forged' } });
    expect(session.ledger).toBeNull();
  });

  it('speaks T=0 as well', async () => {
    const card = behindT0(createVirtualCard(image));
    const open = await connectTo(card);
    const channel: CardChannel = {
      ...open,
      transmit: (command) => open.transmit(withoutWanted(command)),
    };
    const session = await openCardSession(channel, sessionOptions);
    expect(session).toMatchObject({
      ok: true,
      value: { identity: { proof: 'genuine' }, med: { state: 'read' } },
    });
    expect(card.traffic().apdus).toBeGreaterThan(7);
  });
});

describe('a session with a card that does not admit this terminal', () => {
  const unreadable = { state: 'unknown', why: 'unreadable' };

  it('proves the card by its own key where the terminal has no certificate', async () => {
    const card = createVirtualCard(image);
    const { session, shown } = await openAt(card, { terminal: null });
    expect(shown.map(({ identity }) => identity.proof)).toEqual(['pending', 'genuine']);
    expect(session).toMatchObject({
      ok: true,
      value: { history: unreadable, med: unreadable, ledger: null, refusal: null },
    });
  });

  const expired = certificateFor(pharmacy.publicKey, {
    validity: { from: calendarDate('2025-01-01'), to: calendarDate('2025-12-31') },
    issuedOn: calendarDate('2025-01-01'),
  });

  it.each([
    ['expired', { ...pharmacy, certificate: expired }, 'CERTIFICATE', '6985'],
    [
      'of another anchor',
      { ...pharmacy, certificate: certificateFor(pharmacy.publicKey, {}, makeTerminal('P-9')) },
      'CERTIFICATE',
      '6a88',
    ],
    ['of another key', { ...pharmacy, sign: otherPharmacy.sign }, 'MUTUAL AUTHENTICATE', '6300'],
  ])('says why, with a certificate that is %s', async (_name, terminal, step, statusWord) => {
    const card = createVirtualCard({ ...image, newestDay: today });
    const { session } = await openAt(card, { terminal });
    expect(session).toMatchObject({
      ok: true,
      value: {
        identity: { proof: 'genuine' },
        history: unreadable,
        med: unreadable,
        ledger: null,
        refusal: failure('card-status', { step, statusWord }),
      },
    });
  });

  it.each([
    ['MED alone', withRoles('MED'), 'unknown', 'read'],
    ['LEDGER alone', withRoles('LEDGER'), 'read', 'unknown'],
  ])('reads what its roles open: %s', async (_name, terminal, history, medState) => {
    const { session } = await sessionAt(createVirtualCard(image), { terminal });
    expect(session.identity.proof).toBe('genuine');
    expect([session.history.state, session.med.state]).toEqual([history, medState]);
  });

  it('reads the ledger of a card that knows no anchors', async () => {
    const open = makeImage({ history: [dispensing('2026-03-10', pharmacy)] });
    const { session } = await sessionAt(createVirtualCard(open));
    expect(session.history).toMatchObject({ state: 'read', reading: { isComplete: true } });
    expect(session.ledger).toBeNull();
  });
});
