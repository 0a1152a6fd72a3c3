import { describe, expect, it } from 'vitest';
import { decodeCardImage, encodeCardImage } from '#card/issue/card-image.ts';
import { dispensing, makeGuardedImage, makeImage, pharmacy, today } from './card-builders.ts';

describe('a card image', () => {
  const image = makeImage({ history: [dispensing('2026-03-01', pharmacy)] });

  it('reads back from the text that it was written to', () => {
    expect(decodeCardImage(encodeCardImage(image))).toEqual({ ok: true, value: image });
  });

  it('keeps its MED, its anchors and the newest day that it saw', () => {
    const guarded = { ...makeGuardedImage(), newestDay: today };
    expect(guarded.med).toHaveLength(1);
    expect(decodeCardImage(encodeCardImage(guarded))).toEqual({ ok: true, value: guarded });
  });

  it('that names no MED and no anchors is a card that has none', () => {
    const { med: _, anchors: __, newestDay: ___, ...bare } = JSON.parse(encodeCardImage(image));
    expect(decodeCardImage(JSON.stringify(bare))).toEqual({ ok: true, value: image });
  });

  it.each([
    ['no JSON', 'card', 'card image'],
    ['another format', '{"format":"mc-2"}', 'card image format'],
    [
      'a record cut short',
      encodeCardImage({ ...image, ledger: [new Uint8Array(239)] }),
      'card image ledger.0',
    ],
    [
      'a day that is none',
      encodeCardImage({ ...image, newestDay: '2026-02-30' as typeof today }),
      'card image newestDay',
    ],
    ['no HEAD', encodeCardImage({ ...image, head: [] }), 'card image head'],
  ])('is refused with %s', (_name, text, where) => {
    const decoded = decodeCardImage(text);
    expect(decoded.ok ? null : decoded.failure).toMatchObject({ code: 'input-malformed', where });
  });
});
