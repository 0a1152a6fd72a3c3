import { describe, expect, it } from 'vitest';
import { changePin, resetPin, verifyPin } from '#card/apdu.ts';
import { findPinPad } from '#card/pin-pad.ts';
import {
  emptyBlock,
  encodeModify,
  encodeVerify,
  featureRequestCode,
  readFeatures,
} from '#card/pin-pad-codec.ts';
import { encodePinBlock } from '#card/profile/pin-block.ts';
import { createVirtualService } from '#card/transport/virtual-service.ts';
import { createPadReader } from '#card/virtual/pad-reader.ts';
import { createVirtualCard } from '#card/virtual/virtual-card.ts';
import { fromHex, toHex } from '#domain/chain.ts';
import { failure } from '#domain/failures.ts';
import { failWith, succeed } from '#domain/result.ts';
import { certificateFor, issuer, makeGuardedImage, pharmacy } from './card-builders.ts';
import { enter, select } from './terminal-at-card.ts';

const limits = { language: 0x0409, least: 4, most: 12, seconds: 30 };
const spaced = (text: string) => text.replaceAll(/\s/g, '');

describe('the structures of PC/SC part 10', () => {
  it.each([
    [false, 0x42000d48],
    [true, 0x00313520],
  ])('ask a reader for its features (Windows: %s)', (isWindows, code) => {
    expect(featureRequestCode(isWindows)).toBe(code);
  });

  it.each([
    ['both', '0604423300060704423300 07', { verify: 0x42330006, modify: 0x42330007 }],
    ['among others', '0104 42330001 0604 42330006', { verify: 0x42330006, modify: null }],
    ['none', '', { verify: null, modify: null }],
    ['cut short', '0604 4233', { verify: null, modify: null }],
    ['of a wrong length', '0602 4233', { verify: null, modify: null }],
  ])('tell which it offers: %s', (_name, hex, features) => {
    expect(readFeatures(fromHex(spaced(hex)))).toEqual(features);
  });

  it('have the pad verify a PIN, byte for byte', () => {
    expect(toHex(encodeVerify(verifyPin(emptyBlock), limits))).toBe(
      spaced(`1e 1e 89 47 04 0c04 02 01 0904 00 000000 0d000000
        00 20 00 01 08 20ffffffffffffff`),
    );
  });

  it('have the pad change a PIN, byte for byte', () => {
    expect(toHex(encodeModify(changePin(emptyBlock, emptyBlock), limits, true))).toBe(
      spaced(`1e 1e 89 47 04 00 08 0c04 03 02 03 0904 00 01 02 000000 15000000
        00 24 00 01 10 20ffffffffffffff 20ffffffffffffff`),
    );
  });

  it('have the pad set a new PIN, byte for byte', () => {
    expect(toHex(encodeModify(resetPin(emptyBlock), limits, false))).toBe(
      spaced(`1e 1e 89 47 04 00 00 0c04 01 02 02 0904 01 02 00 000000 0d000000
        00 2c 02 01 08 20ffffffffffffff`),
    );
  });
});

describe('a reader with a PIN pad', () => {
  async function atPad() {
    const pad = createPadReader();
    const service = createVirtualService({ pad });
    const card = createVirtualCard(makeGuardedImage({ pin: Uint8Array.of(2, 5, 8, 0) }));
    service.insert(card);
    const connected = await service.connect('Virtual reader');
    if (!connected.ok) throw new Error(connected.failure.code);
    select(card);
    const found = await findPinPad(connected.value);
    if (found === null) throw new Error('the reader has a pad');
    return { card, found, pad };
  }
  const done = succeed(Uint8Array.of(0x90, 0x00));

  it('takes the PIN on its own keys, changes it, and tells how many tries are left', async () => {
    const { card, found, pad } = await atPad();
    pad.type('0000', '2580', '2580', '13579');
    expect(await found.verify()).toEqual(succeed(Uint8Array.of(0x63, 0xc2)));
    expect(await found.verify()).toEqual(done);
    expect(await found.change()).toEqual(done);
    expect(card.image().pin?.block).toEqual(encodePinBlock(Uint8Array.of(1, 3, 5, 7, 9)));
  });

  it('sets a new PIN in a session of the issuer’s', async () => {
    const { card, found, pad } = await atPad();
    const certificate = certificateFor(pharmacy.publicKey, { roles: ['ISSUER'] }, issuer);
    expect(enter(card, pharmacy, certificate)).toBe('9000');
    pad.type('4711');
    expect(await found.setNew()).toEqual(done);
    expect(card.image().pin?.block).toEqual(encodePinBlock(Uint8Array.of(4, 7, 1, 1)));
  });

  it('says that the holder gave up, and the card was asked nothing', async () => {
    const { card, found, pad } = await atPad();
    pad.type(null);
    expect(await found.verify()).toEqual(failWith(failure('pin-pad-given-up')));
    expect(card.image().pin?.triesLeft).toBe(3);
  });

  it('is not found where the reader has none', async () => {
    const service = createVirtualService();
    service.insert(createVirtualCard(makeGuardedImage()));
    const connected = await service.connect('Virtual reader');
    expect(connected.ok && (await findPinPad(connected.value))).toBeNull();
  });
});
