import { describe, expect, it } from 'vitest';
import { readRecord, resetPin } from '#card/apdu.ts';
import { presentPin, readPinState, replacePin } from '#card/holder-pin.ts';
import { decodeCardImage, encodeCardImage } from '#card/issue/card-image.ts';
import { encodePinBlock, isPinBlock } from '#card/profile/pin-block.ts';
import { createVirtualCard, type VirtualCard } from '#card/virtual/virtual-card.ts';
import { toHex } from '#domain/chain.ts';
import { succeed } from '#domain/result.ts';
import { certificateFor, dispensing, issuer, makeGuardedImage, pharmacy } from './card-builders.ts';
import { enter, sayTo, select } from './terminal-at-card.ts';

const digits = (text: string) => Uint8Array.from(text, Number);

const channelOf = (card: VirtualCard) => ({
  reader: 'R',
  atr: card.atr,
  transmit: async (command: Uint8Array) => succeed(card.transmit(command)),
  close: async () => card.reset(),
});

function cardWithPin(pin = '2580') {
  const history = Array.from({ length: 35 }, () => dispensing('2026-01-10', pharmacy));
  const card = createVirtualCard(makeGuardedImage({ pin: digits(pin), history }));
  select(card);
  return card;
}

const issuerTerminal = {
  ...pharmacy,
  certificate: certificateFor(pharmacy.publicKey, { roles: ['ISSUER', 'LEDGER'] }, issuer),
};

describe('a PIN block', () => {
  it.each([
    ['1234', '241234ffffffffff'],
    ['12345', '2512345fffffffff'],
    ['123456789012', '2c123456789012ff'],
  ])('of %s is %s', (pin, block) => {
    expect(toHex(encodePinBlock(digits(pin)))).toBe(block);
    expect(isPinBlock(encodePinBlock(digits(pin)))).toBe(true);
  });

  it.each(['123', '1234567890123'])('is not made of %s: too short or too long', (pin) => {
    expect(() => encodePinBlock(digits(pin))).toThrow(RangeError);
  });

  it('is not made of what is no digit', () => {
    expect(() => encodePinBlock(Uint8Array.of(1, 2, 3, 10))).toThrow(RangeError);
  });
});

describe('the holder’s PIN', () => {
  it('is asked for, tried, blocked at the third wrong try, and no longer taken', async () => {
    const channel = channelOf(cardWithPin());
    const state = async (told: ReturnType<typeof readPinState>) => {
      const result = await told;
      return result.ok ? result.value : result.failure;
    };
    expect(await state(readPinState(channel))).toEqual({ state: 'wanted', triesLeft: 3 });
    const wrong = () => presentPin(channel, digits('0000'));
    expect(await state(wrong())).toEqual({ state: 'wanted', triesLeft: 2 });
    expect(await state(presentPin(channel, digits('2580')))).toEqual({ state: 'verified' });
    expect(await state(wrong())).toEqual({ state: 'wanted', triesLeft: 2 });
    expect(await state(wrong())).toEqual({ state: 'wanted', triesLeft: 1 });
    expect(await state(wrong())).toEqual({ state: 'blocked' });
    expect(await state(presentPin(channel, digits('2580')))).toEqual({ state: 'blocked' });
  });

  it('is overwritten once presented, as is the other one of a change', async () => {
    const channel = channelOf(cardWithPin());
    const [pin, old, next] = [digits('2580'), digits('2580'), digits('4711')];
    await presentPin(channel, pin);
    await replacePin(channel, old, next);
    expect([pin, old, next].map((bytes) => [...bytes])).toEqual([
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
    expect(await presentPin(channel, digits('4711'))).toEqual(succeed({ state: 'verified' }));
  });

  it('is not set on a card without one', async () => {
    const card = createVirtualCard(makeGuardedImage());
    select(card);
    expect(await readPinState(channelOf(card))).toEqual(succeed({ state: 'not-set' }));
  });

  it.each([
    ['the 33rd', 33, '9000', '9000'],
    ['the 34th', 34, '6982', '9000'],
    ['one that is not there', 36, '6982', '6a83'],
  ])('opens of the ledger %s record', async (_name, number, before, after) => {
    const card = cardWithPin();
    expect(enter(card, pharmacy)).toBe('9000');
    expect(sayTo(card, readRecord(3, number))).toBe(before);
    await presentPin(channelOf(card), digits('2580'));
    expect(sayTo(card, readRecord(3, number))).toBe(after);
  });

  it('keeps its count through a loss of power in the middle of a try', () => {
    const card = cardWithPin();
    card.tearAt(1, 'before-status-word');
    card.transmit(Uint8Array.of(0, 0x20, 0, 1, 8, ...encodePinBlock(digits('0000'))));
    expect(decodeCardImage(encodeCardImage(card.image()))).toMatchObject({
      value: { pin: { triesLeft: 2 } },
    });
  });

  it('is set anew by the issuer alone', async () => {
    const card = cardWithPin();
    const channel = channelOf(card);
    for (let i = 0; i < 3; i += 1) await presentPin(channel, digits('0000'));
    const command = resetPin(encodePinBlock(digits('1357')));
    expect(enter(card, pharmacy)).toBe('9000');
    expect(sayTo(card, command)).toBe('6982');
    expect(enter(card, issuerTerminal)).toBe('9000');
    expect(sayTo(card, command)).toBe('9000');
    expect(await presentPin(channel, digits('1357'))).toEqual(succeed({ state: 'verified' }));
  });
});
