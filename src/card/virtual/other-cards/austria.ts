import { fromHex } from '#domain/chain.ts';
import type { AnyVirtualCard } from '../virtual-card.ts';
import { ber } from './ber.ts';
import { encodeText } from './encode-text.ts';
import { createFileCard } from './file-card.ts';
import { birthDigits, type OtherCardHolder } from './holder.ts';

/** An Austrian e-card: a sequence of attributes, each an object identifier and a set of one value. */
export function createAustrianCard(holder: OtherCardHolder): AnyVirtualCard {
  const attribute = (identifier: string, tag: number, text: string) =>
    ber(0x30, ber(0x06, fromHex(identifier)), ber(0x31, ber(tag, encodeText(text, 'utf-8'))));
  const file = ber(
    0x30,
    attribute('2a28000a01040101', 0x12, holder.holderNumber),
    attribute('55042a', 0x0c, holder.name.given),
    attribute('550404', 0x0c, holder.name.family),
    attribute('2b06010505070901', 0x18, `${birthDigits(holder.birth)}120000Z`),
    attribute('2b06010505070903', 0x13, holder.sex === 'female' ? 'F' : 'M'),
  );
  return createFileCard({
    atr: '3bdf18008131fe588031b05202046405c903ac73b7b1d422',
    master: null,
    applications: { d040000017010101: { files: { ef01: file } } },
  });
}
