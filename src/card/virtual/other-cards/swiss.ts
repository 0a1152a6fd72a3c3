import type { AnyVirtualCard } from '../virtual-card.ts';
import { ber } from './ber.ts';
import { encodeText } from './encode-text.ts';
import { createFileCard } from './file-card.ts';
import { birthDigits, dayDigits, type OtherCardHolder, sexDigit } from './holder.ts';

/** A Swiss insurance card: two files of one template each in the master file. */
export function createSwissCard(holder: OtherCardHolder): AnyVirtualCard {
  const text = (tag: number, value: string) => ber(tag, encodeText(value, 'utf-8'));
  return createFileCard({
    atr: '3b9f1381b180371f038031f8694d54434f5370020102810786',
    applications: {},
    master: {
      files: {
        '2f06': ber(
          0x65,
          text(0x80, `${holder.name.family}, ${holder.name.given}`),
          text(0x82, birthDigits(holder.birth)),
          text(0x83, holder.holderNumber),
          ber(0x84, Uint8Array.of(Number(sexDigit(holder.sex)))),
        ),
        '2f07': ber(
          0x65,
          text(0x90, 'CH'),
          text(0x91, 'Musterkasse'),
          text(0x92, '00999'),
          text(0x93, holder.cardNumber),
          text(0x94, dayDigits(holder.validTo)),
        ),
      },
    },
  });
}
