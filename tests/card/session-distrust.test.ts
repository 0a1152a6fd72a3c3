import { describe, expect, it } from 'vitest';
import { issueCard } from '#card/issue/issue-card.ts';
import { generateP256Key } from '#card/profile/p256.ts';
import { createVirtualCard, type VirtualCard } from '#card/virtual/virtual-card.ts';
import { failure } from '#domain/failures.ts';
import { failWith } from '#domain/result.ts';
import {
  dispensing,
  issuer,
  issuerKey,
  makeGuardedImage,
  order,
  pharmacy,
} from './card-builders.ts';
import { openAt, sessionAt } from './session-opener.ts';

const image = makeGuardedImage({ history: [dispensing('2026-03-10', pharmacy)] });

describe('a session with a card that is not what it says', () => {
  const notTold = { med: { state: 'unknown', why: 'unverified' }, ledger: null };

  /** The card with one command answered in another way. */
  const answering = (
    card: VirtualCard,
    instruction: number,
    answer: (response: Uint8Array) => Uint8Array,
  ): VirtualCard => ({
    ...card,
    transmit: (command) => {
      const response = card.transmit(command);
      return command[1] === instruction ? answer(response) : response;
    },
  });

  it.each<[string, (card: VirtualCard) => VirtualCard]>([
    [
      'whose key is another chip’s',
      () => createVirtualCard({ ...image, cardKey: generateP256Key() }),
    ],
    ['that answers with too little', (card) => answering(card, 0x82, (answer) => answer.slice(10))],
    [
      'that shows another ledger than it signed',
      (card) => answering(card, 0xb2, (answer) => (answer.length === 242 ? otherLedger : answer)),
    ],
  ])('suspects a copy %s', async (_name, make) => {
    const { session, shown } = await openAt(make(createVirtualCard(image)));
    expect(shown.map(({ identity }) => identity.proof)).toEqual(['pending', 'copy-suspected']);
    expect(session).toMatchObject({
      ok: true,
      value: { identity: { proof: 'copy-suspected', ledgerHead: null }, ...notTold },
    });
  });

  const otherLedger = Uint8Array.of(
    ...(makeGuardedImage({ history: [dispensing('2026-01-01', pharmacy)] }).ledger[0] ?? []),
    0x90,
    0x00,
  );

  it('suspects a copy that replays an answer to an earlier challenge', async () => {
    const card = createVirtualCard(image);
    let first: Uint8Array | null = null;
    const replaying = answering(card, 0x82, (response) => {
      first ??= response;
      return first;
    });
    expect((await sessionAt(replaying)).session.identity.proof).toBe('genuine');
    expect((await sessionAt(replaying)).session.identity.proof).toBe('copy-suspected');
  });

  it.each([
    ['forged', { issuerKeys: [issuerKey] }],
    ['issuer-unknown', { issuerKeys: [] }],
  ])('asks nothing more of a card whose HEAD is %s', async (proof, change) => {
    const forger = { publicKey: issuer.publicKey, sign: pharmacy.sign };
    const card = createVirtualCard(issueCard(order(), { issuer: forger }));
    const { session, shown } = await openAt(card, change);
    expect(shown.map(({ identity }) => identity.proof)).toEqual([proof]);
    expect(session).toMatchObject({ ok: true, value: { identity: { proof }, ...notTold } });
    expect(card.traffic().apdus).toBe(2);
  });

  it('fails where the card gives no whole challenge', async () => {
    const card = answering(createVirtualCard(image), 0x84, (answer) => answer.slice(8));
    const { session } = await openAt(card);
    expect(session).toEqual(failWith(failure('card-answer-malformed', { step: 'GET CHALLENGE' })));
  });
});

describe('a session from which the card is pulled', () => {
  it.each([1, 2, 3, 4, 5, 6, 7])(
    'at command %i says so, and is whole at the next',
    async (command) => {
      for (const moment of ['before-command', 'before-status-word'] as const) {
        const card = createVirtualCard(image);
        card.tearAt(command, moment);
        const { session, shown } = await openAt(card);
        expect(session).toEqual(failWith(failure('card-removed')));
        const proofs = shown.map(({ identity }) => identity.proof);
        expect(proofs).toEqual(
          ['pending', 'genuine'].slice(0, command > 6 ? 2 : command > 2 ? 1 : 0),
        );
        expect((await sessionAt(card)).session.identity.proof).toBe('genuine');
        expect(card.image().ledger).toEqual(image.ledger);
      }
    },
  );
});
