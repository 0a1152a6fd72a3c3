import type { CharacterSet } from '../../kinds/card-text.ts';
import { concatBytes } from '../../profile/bytes.ts';

/** The text in one of the cards' character sets; a RangeError for a character that the set does not have. */
export function encodeText(text: string, characterSet: CharacterSet): Uint8Array {
  if (characterSet === 'utf-8') return new TextEncoder().encode(text);
  if (characterSet === 'utf-16le') return new Uint8Array(Buffer.from(text, 'utf16le'));
  const table = tableOf(characterSet);
  return concatBytes(
    ...Array.from(text, (character) => {
      const bytes = table.get(character);
      if (bytes === undefined) throw new RangeError(`${character} is not in ${characterSet}`);
      return bytes;
    }),
  );
}

/** The same, filled up to so many bytes. */
export function encodePadded(
  text: string,
  characterSet: CharacterSet,
  length: number,
  filler = 0x20,
): Uint8Array {
  const bytes = encodeText(text, characterSet);
  if (bytes.length > length) throw new RangeError(`${text} does not fit ${length} bytes`);
  return concatBytes(bytes, new Uint8Array(length - bytes.length).fill(filler));
}

const tables = new Map<CharacterSet, ReadonlyMap<string, Uint8Array>>();

/** There is no encoder for these sets: every sequence is decoded once, and the table turned round. */
function tableOf(characterSet: CharacterSet): ReadonlyMap<string, Uint8Array> {
  const known = tables.get(characterSet);
  if (known !== undefined) return known;
  const decoder = new TextDecoder(characterSet);
  const table = new Map<string, Uint8Array>();
  const enter = (...bytes: readonly number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes));
    if ([...text].length === 1 && text !== '\ufffd' && !table.has(text)) {
      table.set(text, Uint8Array.from(bytes));
    }
  };
  for (let first = 0; first < 256; first += 1) enter(first);
  for (let first = 0x81; characterSet === 'big5' && first < 0xff; first += 1) {
    for (let second = 0x40; second < 0xff; second += 1) enter(first, second);
  }
  tables.set(characterSet, table);
  return table;
}
