import { describe, expect, it } from 'vitest';
import { decodeCardImage, encodeCardImage } from '#card/issue/card-image.ts';
import { dispensing, makeImage, pharmacy } from './card-builders.ts';

describe('a card image', () => {
  const image = makeImage({ history: [dispensing('2026-03-01', pharmacy)] });

  it('reads back from the text that it was written to', () => {
    expect(decodeCardImage(encodeCardImage(image))).toEqual({ ok: true, value: image });
  });

  it.each([
    ['no JSON', 'card', 'card image'],
    ['another format', '{"format":"mc-2"}', 'card image format'],
    [
      'a record cut short',
      encodeCardImage({ ...image, ledger: [new Uint8Array(239)] }),
      'card image ledger.0',
    ],
    ['no HEAD', encodeCardImage({ ...image, head: [] }), 'card image head'],
  ])('is refused with %s', (_name, text, where) => {
    const decoded = decodeCardImage(text);
    expect(decoded.ok ? null : decoded.failure).toMatchObject({ code: 'input-malformed', where });
  });
});
