import { concatBytes } from '../profile/bytes.ts';
import { photoFile } from '../profile/layout.ts';
import { statusWords } from '../status-words.ts';
import { type Chip, word } from './chip.ts';
import type { Command } from './command.ts';

/** READ BINARY of the one transparent file: by its short identifier, which selects it, or once it is selected. */
export function readBinary(chip: Chip, { p1, p2, body, wanted }: Command): Uint8Array {
  if (body !== null || wanted === null) return word(statusWords.wrongLength);
  const bySfi = (p1 & 0x80) !== 0;
  const { photo } = chip.image;
  if (bySfi && ((p1 & 0x7f) !== photoFile.sfi || photo === null)) {
    return word(statusWords.fileNotFound);
  }
  if (bySfi) chip.volatile = { ...chip.volatile, isPhotoSelected: true };
  if (photo === null || !chip.volatile.isPhotoSelected) return word(statusWords.noFileSelected);
  const offset = bySfi ? p2 : (p1 << 8) | p2;
  if (offset >= photo.length) return word(statusWords.wrongOffset);
  const bytes = photo.slice(offset, offset + wanted);
  const isShort = bytes.length < wanted && wanted !== 256;
  return concatBytes(bytes, word(isShort ? statusWords.endOfFile : statusWords.done));
}
