import { yearOffsets } from '../../kinds/card-text.ts';
import { concatBytes } from '../../profile/bytes.ts';
import { statusWords } from '../../status-words.ts';
import { word } from '../chip.ts';
import type { AnyVirtualCard } from '../virtual-card.ts';
import { encodePadded, encodeText } from './encode-text.ts';
import { createFileCard } from './file-card.ts';
import { birthDigits, dayDigits, type OtherCardHolder } from './holder.ts';

/** A card of Taiwan's National Health Insurance: 57 bytes by GET DATA. */
export function createTaiwanCard(holder: OtherCardHolder): AnyVirtualCard {
  const record = concatBytes(
    encodePadded(holder.cardNumber, 'utf-8', 12),
    encodePadded(`${holder.name.family}${holder.name.given}`, 'big5', 20),
    encodePadded(holder.holderNumber, 'utf-8', 10),
    encodeText(birthDigits(holder.birth, yearOffsets.roc, 3), 'utf-8'),
    encodeText(holder.sex === 'female' ? 'F' : 'M', 'utf-8'),
    encodeText(dayDigits(holder.validFrom, yearOffsets.roc, 3), 'utf-8'),
  );
  return createFileCard({
    atr: '3bfd1800008131fe45534c4a35324778787979797a52aa',
    master: null,
    applications: {
      d1580000010000000000000000001100: {
        files: {},
        run: ({ instruction, p1, p2 }) =>
          instruction === 0xca && p1 === 0x11 && p2 === 0x00
            ? concatBytes(record, word(statusWords.done))
            : null,
      },
    },
  });
}
