/** Packs decimal digits two to a byte, an odd one closed by F; a RangeError on anything else. */
export function packDigits(digits: string, maximumBytes: number): Uint8Array {
  if (!/^\d+$/.test(digits) || digits.length > maximumBytes * 2) {
    throw new RangeError(`expected 1 to ${maximumBytes * 2} digits`);
  }
  const padded = digits.length % 2 === 0 ? digits : `${digits}f`;
  return Uint8Array.from({ length: padded.length / 2 }, (_, i) =>
    Number.parseInt(padded.slice(2 * i, 2 * i + 2), 16),
  );
}

/** The digits that `packDigits` packed; null when the bytes are nothing that it writes. */
export function findDigits(bytes: Uint8Array): string | null {
  const nibbles = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const digits = nibbles.endsWith('f') ? nibbles.slice(0, -1) : nibbles;
  return /^\d+$/.test(digits) ? digits : null;
}
