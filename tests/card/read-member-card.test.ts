import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { IssuerKey } from '#card/authentication/passive.ts';
import type { CardImage } from '#card/issue/card-image.ts';
import { issueCard } from '#card/issue/issue-card.ts';
import { findSpki, generateP256Key, openSigner } from '#card/profile/p256.ts';
import { type IdentityReading, readIdentity } from '#card/read-member-card.ts';
import type { CardChannel } from '#card/transport/channel.ts';
import { transmitWhole, withoutWanted } from '#card/transport/response-loop.ts';
import { createVirtualService } from '#card/transport/virtual-service.ts';
import { behindT0 } from '#card/virtual/t0-card.ts';
import { createVirtualCard, type VirtualCard } from '#card/virtual/virtual-card.ts';
import { addDays } from '#domain/dates.ts';
import { failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { issuer, issuerKey, makeImage, order, today } from './card-builders.ts';

const trust = { issuerKeys: [issuerKey], today, randomBytes };

function anotherSpki(): string {
  const spki = findSpki(openSigner(generateP256Key()).publicKey);
  if (spki === null) throw new Error('a new key has a point');
  return Buffer.from(spki).toString('base64');
}

async function openChannel(card: VirtualCard): Promise<CardChannel> {
  const service = createVirtualService();
  service.insert(card);
  const connected = await service.connect('Virtual reader');
  if (!connected.ok) throw new Error(connected.failure.code);
  return connected.value;
}

const identify = async (card: VirtualCard, change: Partial<typeof trust> = {}) =>
  readIdentity(await openChannel(card), { ...trust, ...change });

const proofOf = (read: Result<IdentityReading, unknown>) => (read.ok ? read.value.proof : read);

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

describe('reading who a card is', () => {
  it('takes 3 commands and 373 bytes, the first two of them 274', async () => {
    const card = createVirtualCard(makeImage());
    const read = await identify(card);
    expect(card.traffic()).toEqual({ apdus: 3, bytes: 373 });
    const { person, policyNumber, planCode, validity, cardNumber } = order();
    expect(read).toEqual({
      ok: true,
      value: {
        cardNumber,
        person,
        policyNumber,
        planCode,
        validity,
        proof: 'genuine',
        issuerKeyId: issuerKey.keyId,
        headVersion: 1,
        hasPin: false,
        photoHash: null,
        offlineLimits: { perClaim: 0, cumulative: 0, claims: 0 },
        ledgerHead: { seq: 0, hash: '0000000000000000' },
      },
    });
  });

  it('reads the same from a card that speaks T=0', async () => {
    const image = makeImage();
    const card = behindT0(createVirtualCard(image));
    const channel: CardChannel = {
      reader: 'T=0',
      atr: card.atr,
      transmit: (command) =>
        transmitWhole(withoutWanted(command), async (sent) => succeed(card.transmit(sent))),
      close: async () => {},
    };
    const read = await readIdentity(channel, trust);
    expect(read).toEqual(await identify(createVirtualCard(image)));
    expect(card.traffic().apdus).toBeGreaterThan(3);
  });

  it.each<[string, Partial<IssuerKey>[]]>([
    ['unknown', []],
    ['revoked', [{ revoked: true }]],
    ['not yet valid', [{ notBefore: addDays(today, 1) }]],
    ['no longer valid', [{ notAfter: addDays(today, -1) }]],
    ['another than its id says', [{ spki: anotherSpki() }]],
  ])('asks nothing more of a card whose issuer key is %s', async (_name, keys) => {
    const card = createVirtualCard(makeImage());
    const issuerKeys = keys.map((change) => ({ ...issuerKey, ...change }));
    expect(proofOf(await identify(card, { issuerKeys }))).toBe('issuer-unknown');
    expect(card.traffic().apdus).toBe(2);
  });

  it.each([
    ['first', { notBefore: today }],
    ['last', { notAfter: today }],
  ])('trusts the issuer key on its %s day', async (_name, change) => {
    const issuerKeys = [{ ...issuerKey, ...change }];
    expect(proofOf(await identify(createVirtualCard(makeImage()), { issuerKeys }))).toBe('genuine');
  });

  it('knows a HEAD that the issuer did not sign', async () => {
    const stranger = openSigner(generateP256Key());
    const forger = { publicKey: issuer.publicKey, sign: stranger.sign };
    const card = createVirtualCard(issueCard(order(), { issuer: forger }));
    expect(proofOf(await identify(card))).toBe('forged');
  });

  it('suspects a copy that has all the files but not the key', async () => {
    const copy: CardImage = { ...makeImage(), cardKey: generateP256Key() };
    expect(proofOf(await identify(createVirtualCard(copy)))).toBe('copy-suspected');
  });

  it('suspects a copy that replays an earlier answer', async () => {
    const card = createVirtualCard(makeImage());
    let first: Uint8Array | null = null;
    const replaying = answering(card, 0x88, (response) => {
      first ??= response;
      return first;
    });
    expect(proofOf(await identify(replaying))).toBe('genuine');
    expect(proofOf(await identify(replaying))).toBe('copy-suspected');
  });

  it.each([
    ['does not know the command', Uint8Array.of(0x6d, 0x00)],
    ['answers too little', Uint8Array.of(1, 2, 3, 0x90, 0x00)],
  ])('suspects a copy that %s', async (_name, answer) => {
    const card = answering(createVirtualCard(makeImage()), 0x88, () => answer);
    expect(proofOf(await identify(card))).toBe('copy-suspected');
  });

  it.each([
    ['6a82', failure('card-unknown', { atr: '3b860180544d432d3141' })],
    ['6d00', failure('card-unknown', { atr: '3b860180544d432d3141' })],
    ['6f00', failure('card-status', { step: 'SELECT', statusWord: '6f00' })],
  ])('fails where SELECT answers %s', async (word, expected) => {
    const answer = new Uint8Array(Buffer.from(word, 'hex'));
    const card = answering(createVirtualCard(makeImage()), 0xa4, () => answer);
    expect(await identify(card)).toEqual(failWith(expected));
  });

  it('fails where HEAD is garbage', async () => {
    const garbage = Uint8Array.of(...new Uint8Array(252).fill(7), 0x90, 0x00);
    const card = answering(createVirtualCard(makeImage()), 0xb2, () => garbage);
    const read = await identify(card);
    expect(read.ok ? null : read.failure.code).toBe('card-record-malformed');
  });

  it.each([0, 1, 2])('says that the card was pulled after %i commands', async (commands) => {
    const channel = await openChannel(createVirtualCard(makeImage()));
    let left = commands;
    const pulled: CardChannel = {
      ...channel,
      transmit: async (command) => {
        left -= 1;
        return left < 0 ? failWith(failure('card-removed')) : channel.transmit(command);
      },
    };
    expect(await readIdentity(pulled, trust)).toEqual(failWith(failure('card-removed')));
  });

  it('fails where an answer has no status word', async () => {
    const channel = await openChannel(createVirtualCard(makeImage()));
    const silent = { ...channel, transmit: async () => succeed(new Uint8Array(1)) };
    expect(await readIdentity(silent, trust)).toEqual(
      failWith(failure('card-answer-malformed', { step: 'SELECT' })),
    );
  });
});
