import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVirtualCard, type VirtualCard } from '#card/virtual/virtual-card.ts';
import { dispensing, makeImage, pharmacy } from './card-builders.ts';

const image = makeImage({ history: [dispensing('2026-03-01', pharmacy)] });
const select = '00a4040c08f04f484301000100';
const challenge = '00880000100102030405060708090a0b0c0d0e0f10';

const send = (card: VirtualCard, hex: string): string =>
  Buffer.from(card.transmit(new Uint8Array(Buffer.from(hex, 'hex')))).toString('hex');

function selected(): VirtualCard {
  const card = createVirtualCard(image);
  expect(send(card, select)).toBe('9000');
  return card;
}

describe('the chip', () => {
  it('answers its reset with T=1, its name and a right check byte', () => {
    const { atr } = createVirtualCard(image);
    expect(Buffer.from(atr).toString('latin1')).toContain('MC-1');
    expect(atr.slice(1).reduce((sum, byte) => sum ^ byte, 0)).toBe(0);
  });

  it.each([
    ['HEAD', '00b2010c00', 254],
    ['HEAD by its exact length', '00b2010cfc', 254],
    ['LEDGER', '00b2011c00', 242],
    ['a proof of its key', `${challenge}00`, 77],
  ])('gives %s', (_name, command, length) => {
    const response = send(selected(), command);
    expect(response.length / 2).toBe(length);
    expect(response.endsWith('9000')).toBe(true);
  });

  it.each([
    ['too short', '00b201', '6700'],
    ['a body shorter than it says', '00a4040c08f04f', '6700'],
    ['a body longer than it says', '00a4040c01f04f00', '6700'],
    ['another class', '80b2010c00', '6e00'],
    ['an unknown instruction', '00ca000000', '6d00'],
    ['an update, which is never allowed', '00dc010402ffff', '6d00'],
    ['SELECT of another application', '00a4040c07a0000000041010', '6a82'],
    ['SELECT by file identifier', '00a4000c020101', '6a86'],
    ['SELECT without a name', '00a4040c', '6700'],
    ['READ RECORD 0', '00b2000c00', '6a83'],
    ['a record behind the last', '00b2020c00', '6a83'],
    ['an unknown file', '00b201f400', '6a82'],
    ['the current file, of which there is none', '00b2010400', '6a86'],
    ['all records from one on', '00b2010d00', '6a86'],
    ['a length that is not the record’s', '00b2010c10', '6cfc'],
    ['a read without a length', '00b2010c', '6700'],
    ['MED without its role', '00b2011400', '6982'],
    ['a challenge of 8 bytes', '00880000080102030405060708', '6700'],
    ['a challenge without a wanted length', challenge, '6700'],
    ['a proof under another key', `008800011001${'00'.repeat(15)}00`, '6a86'],
  ])('refuses %s', (_name, command, statusWord) => {
    expect(send(selected(), command)).toBe(statusWord);
  });

  it.each(['00b2010c00', `${challenge}00`])('answers %s only once it is selected', (command) => {
    expect(send(createVirtualCard(image), command)).toBe('6985');
    const card = selected();
    card.reset();
    expect(send(card, command)).toBe('6985');
  });

  it('stays selected when another SELECT fails', () => {
    const card = selected();
    send(card, '00a4040c07a0000000041010');
    expect(send(card, '00b2010c00').endsWith('9000')).toBe(true);
  });

  it('answers whatever bytes come, with a status word and at most 258 bytes', () => {
    const card = selected();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (command) => {
        const { length } = card.transmit(command);
        expect(length >= 2 && length <= 258).toBe(true);
      }),
    );
  });

  it('counts commands, and bytes in both directions', () => {
    const card = selected();
    expect(card.traffic()).toEqual({ apdus: 1, bytes: 15 });
    send(card, '00b2010c00');
    expect(card.traffic()).toEqual({ apdus: 2, bytes: 274 });
  });
});
