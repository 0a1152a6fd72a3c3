import { describe, expect, it } from 'vitest';
import { photoHashOf, pictureTypeOf, readPhoto } from '#card/read-photo.ts';
import { createVirtualCard } from '#card/virtual/virtual-card.ts';
import { calendarDate } from '#domain/dates.ts';
import { succeed } from '#domain/result.ts';
import { buildDemoInsurer } from '#fixtures/demo-insurer/demo-insurer.ts';
import { drawPortrait } from '#fixtures/demo-insurer/portrait.ts';
import { makeGuardedImage, makeImage } from './card-builders.ts';
import { select } from './terminal-at-card.ts';

function channelTo(photo: Uint8Array) {
  const card = createVirtualCard(makeGuardedImage({ photo }));
  select(card);
  const transmit = async (command: Uint8Array) => succeed(card.transmit(command));
  return { card, channel: { reader: 'R', atr: card.atr, transmit, close: async () => {} } };
}

const bytes = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 7) & 0xff);

describe('the holder’s photo', () => {
  it.each([1, 239, 240, 241, 480, 3000, 5119, 5120])(
    'of %i bytes is read as it is',
    async (size) => {
      const read = await readPhoto(channelTo(bytes(size)).channel);
      expect(read).toEqual(succeed(bytes(size)));
    },
  );

  it('takes 22 commands at its largest', async () => {
    const { card, channel } = channelTo(bytes(5120));
    const before = card.traffic().apdus;
    await readPhoto(channel);
    expect(card.traffic().apdus - before).toBe(22);
  });

  it('does not fit the card beyond 5,120 bytes', () => {
    expect(() => makeImage({ photo: bytes(5121) })).toThrow(RangeError);
  });

  it('is named by 16 bytes of its SHA-256', () => {
    expect(photoHashOf(new Uint8Array())).toBe('e3b0c44298fc1c149afbf4c8996fb924');
  });

  it('that never ends is given up', async () => {
    const { channel } = channelTo(bytes(5120));
    const endless = {
      ...channel,
      transmit: async () => succeed(Uint8Array.of(...bytes(240), 0x90, 0x00)),
    };
    expect(await readPhoto(endless)).toMatchObject({
      failure: { code: 'card-answer-malformed' },
    });
  });

  it('of each demonstration card is a small PNG, the same at each start', () => {
    const { cards } = buildDemoInsurer(calendarDate('2026-11-23'));
    for (const { person, photo } of cards) {
      expect(pictureTypeOf(photo)).toBe('image/png');
      expect(photo.length).toBeLessThanOrEqual(5120);
      expect(drawPortrait(person)).toEqual(photo);
    }
  });
});
