/** A PIN as it is presented to the card: ISO 9564-1 format 2, eight bytes. */

export const pinBlockSize = 8;
export const pinDigits = { least: 4, most: 12 } as const;
export const pinTries = 3;

/**
 * Control nibble 2, length, digits, filled with F. Takes digits 0 to 9, one a byte, and never text, which no
 * program can overwrite: whoever is done with either overwrites it. A RangeError for what is no PIN.
 */
export function encodePinBlock(digits: Uint8Array): Uint8Array {
  const { length } = digits;
  if (length < pinDigits.least || length > pinDigits.most || digits.some((digit) => digit > 9)) {
    throw new RangeError('a PIN has 4 to 12 digits');
  }
  const block = new Uint8Array(pinBlockSize).fill(0xff);
  block[0] = 0x20 | length;
  for (let i = 0; i < length; i += 2) {
    block[1 + i / 2] = ((digits[i] ?? 0) << 4) | (digits[i + 1] ?? 0x0f);
  }
  return block;
}

/** Whether these bytes are what `encodePinBlock` writes for some PIN. */
export function isPinBlock(block: Uint8Array): boolean {
  const [control = 0, ...packed] = block;
  const length = control & 0x0f;
  if (block.length !== pinBlockSize || control >> 4 !== 2) return false;
  if (length < pinDigits.least || length > pinDigits.most) return false;
  const nibbles = packed.flatMap((byte) => [byte >> 4, byte & 0x0f]);
  return nibbles.every((nibble, i) => (i < length ? nibble <= 9 : nibble === 0x0f));
}
