import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDrawn } from '#domain/adjudication/checks/offline-limits.ts';
import { sha256Words } from '#domain/sha256.ts';

const hexOf = (words: readonly number[]) =>
  words.map((word) => word.toString(16).padStart(8, '0')).join('');

describe('SHA-256', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ])('gives the published digest of "%s"', (text, digest) => {
    expect(hexOf(sha256Words(text))).toBe(digest);
  });

  it('is that of the platform, whatever the length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 200 }), (text) => {
        expect(hexOf(sha256Words(text))).toBe(createHash('sha256').update(text).digest('hex'));
      }),
    );
  });
});

describe('the random draw', () => {
  const ids = Array.from({ length: 4_000 }, (_, i) => `019ab000-0000-7000-8000-${i}`);

  it('draws none of none and all of all', () => {
    expect(ids.some((id) => isDrawn(id, 0))).toBe(false);
    expect(ids.every((id) => isDrawn(id, 1_000))).toBe(true);
  });

  it('draws about as many as are asked for, always the same', () => {
    const drawn = ids.filter((id) => isDrawn(id, 100));
    expect(drawn.length).toBeGreaterThan(320);
    expect(drawn.length).toBeLessThan(480);
    expect(ids.filter((id) => isDrawn(id, 100))).toEqual(drawn);
  });
});
