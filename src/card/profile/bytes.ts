/** One byte array from several. */
export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

export const areEqual = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);

export const isZero = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);

/** Printable ASCII only; a RangeError otherwise. */
export function asciiBytes(text: string): Uint8Array {
  if (!/^[\x20-\x7e]*$/.test(text)) throw new RangeError('not printable ASCII');
  return new TextEncoder().encode(text);
}

/** Reads a big-endian unsigned integer of 1 to 4 bytes. */
export function readUint(bytes: Uint8Array, offset: number, width: 1 | 2 | 3 | 4): number {
  let value = 0;
  for (let i = 0; i < width; i += 1) {
    const byte = bytes[offset + i];
    if (byte === undefined) throw new RangeError('read past the end');
    value = value * 256 + byte;
  }
  return value;
}

/** Writes a big-endian unsigned integer of 1 to 4 bytes; a RangeError when it does not fit. */
export function writeUint(bytes: Uint8Array, offset: number, width: 1 | 2 | 3 | 4, value: number) {
  if (!Number.isInteger(value) || value < 0 || value >= 256 ** width) {
    throw new RangeError(`${value} does not fit ${width} bytes`);
  }
  let rest = value;
  for (let i = width - 1; i >= 0; i -= 1) {
    bytes[offset + i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
}
