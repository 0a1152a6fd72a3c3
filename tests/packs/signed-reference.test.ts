import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarDate } from '#domain/dates.ts';
import { buildDemoInsurer } from '#fixtures/demo-insurer/demo-insurer.ts';
import { ed25519FromSeed } from '#fixtures/demo-insurer/keys.ts';
import { signReference, verifyReference } from '#packs/signed-reference.ts';

const { reference, signed, referenceKey, referenceSigner } = buildDemoInsurer(
  calendarDate('2026-11-22'),
);
const text = JSON.stringify(signed);
const bytes = new TextEncoder().encode(text);

test.each([
  ['text', text],
  ['bytes', bytes],
  ['parsed JSON', JSON.parse(text)],
])('reads a signed reference from %s', (_form, input) => {
  expect(verifyReference(input, referenceKey)).toEqual({ ok: true, value: reference });
});

test('does not mind in which order the fields stand', () => {
  const reversed = Object.fromEntries(Object.entries(reference).toReversed());
  expect(verifyReference({ sig: signed.sig, reference: reversed }, referenceKey).ok).toBe(true);
});

test.each<[string, object]>([
  ['a hotlist without its entry', { hotlist: [] }],
  ['a higher manifest version', { manifestVersion: reference.manifestVersion + 1 }],
  ['an added member', { members: [...reference.members, ...reference.members.slice(0, 1)] }],
  ['a field that nobody reads', { comment: 'harmless' }],
  ['a changed price', { pack: { ...(reference.pack as object), prices: [] } }],
])('refuses %s under the old signature', (_what, change) => {
  expect(
    verifyReference({ ...signed, reference: { ...reference, ...change } }, referenceKey),
  ).toEqual({
    ok: false,
    failure: { code: 'reference-signature-wrong', file: 'reference' },
  });
});

test('refuses a signature under another key', () => {
  const other = ed25519FromSeed('another insurer');
  expect(verifyReference(signed, other.rawPublicKey)).toMatchObject({
    ok: false,
    failure: { code: 'reference-signature-wrong' },
  });
});

test('refuses a good signature over something that is not a reference, and says where', () => {
  const odd = signReference({ ...reference, manifestVersion: 0 }, referenceSigner.sign);
  expect(verifyReference(odd, referenceKey)).toMatchObject({
    ok: false,
    failure: { code: 'reference-malformed', file: 'reference', where: 'manifestVersion' },
  });
});

test.each([
  ['nothing', ''],
  ['half a file', text.slice(0, text.length / 2)],
  ['bytes that are not UTF-8', Uint8Array.of(0xff, 0xfe, 0x7b)],
  ['a reference without a signature', JSON.stringify({ reference })],
  ['a signature that is too short', JSON.stringify({ reference, sig: signed.sig.slice(2) })],
])('refuses %s', (_what, input) => {
  expect(verifyReference(input, referenceKey)).toMatchObject({
    ok: false,
    failure: { code: 'reference-malformed' },
  });
});

test('no flipped bit of the file passes', () => {
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 7 }), (at, bit) => {
      const flipped = Uint8Array.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
      expect(verifyReference(flipped, referenceKey).ok).toBe(false);
    }),
    { numRuns: 60 },
  );
});
