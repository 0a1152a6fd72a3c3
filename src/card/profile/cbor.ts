import { concatBytes } from './bytes.ts';

/**
 * The part of CBOR (RFC 8949) that MC-1 uses, in its deterministic form (section 4.2.1):
 * integers to 32 bits, byte strings, text strings, null and definite arrays, each in its shortest head.
 */
export type CborItem = number | string | Uint8Array | null | readonly CborItem[];

/** Bytes that are not the deterministic encoding of what was expected. Never leaves the profile's codecs. */
export class CborMalformed extends Error {}

/** An array of items, in order. */
export const encodeCborArray = (items: readonly CborItem[]): Uint8Array =>
  concatBytes(head(4, items.length), ...items.map(encodeItem));

/** Reads items one after another; each method throws CborMalformed unless exactly that comes next. */
export class CborReader {
  #bytes: Uint8Array;
  #offset = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** How many bytes have been read. */
  get offset(): number {
    return this.#offset;
  }

  array(length: number): void {
    if (this.#head(4) !== length) throw new CborMalformed(`expected ${length} items`);
  }

  /** Reads the head of an array of any length up to the maximum, and each of its items. */
  list<T>(maximum: number, readItem: (reader: CborReader) => T): T[] {
    const length = this.#head(4);
    if (length > maximum) throw new CborMalformed(`${length} items, at most ${maximum}`);
    return Array.from({ length }, () => readItem(this));
  }

  unsigned(maximum: number): number {
    const value = this.#head(0);
    if (value > maximum) throw new CborMalformed(`${value} is over ${maximum}`);
    return value;
  }

  integer(): number {
    return this.#nextMajor() === 1 ? -1 - this.#head(1) : this.#head(0);
  }

  bytes(minimum: number, maximum: number): Uint8Array {
    return this.#string(2, minimum, maximum);
  }

  text(maximumBytes: number): string {
    const bytes = this.#string(3, 1, maximumBytes);
    try {
      // ignoreBOM keeps a leading U+FEFF, so that decoding loses nothing.
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      throw new CborMalformed('text is not UTF-8');
    }
  }

  isText(): boolean {
    return this.#nextMajor() === 3;
  }

  /** Reads a null if one comes next. */
  takeNull(): boolean {
    if (this.#bytes[this.#offset] !== nullByte) return false;
    this.#offset += 1;
    return true;
  }

  #string(major: number, minimum: number, maximum: number): Uint8Array {
    const length = this.#head(major);
    if (length < minimum || length > maximum) throw new CborMalformed(`string of ${length} bytes`);
    const end = this.#offset + length;
    if (end > this.#bytes.length) throw new CborMalformed('cut short');
    const bytes = this.#bytes.slice(this.#offset, end);
    this.#offset = end;
    return bytes;
  }

  #nextMajor(): number {
    return (this.#bytes[this.#offset] ?? 0xff) >> 5;
  }

  #head(major: number): number {
    if (this.#nextMajor() !== major) throw new CborMalformed(`expected major type ${major}`);
    const low = this.#byte() & 0x1f;
    if (low < 24) return low;
    const width = { 24: 1, 25: 2, 26: 4 }[low];
    if (width === undefined) throw new CborMalformed('head not used by this profile');
    let value = 0;
    for (let i = 0; i < width; i += 1) value = value * 256 + this.#byte();
    if (value < shortest(width)) throw new CborMalformed('head longer than needed');
    return value;
  }

  #byte(): number {
    const byte = this.#bytes[this.#offset];
    if (byte === undefined) throw new CborMalformed('cut short');
    this.#offset += 1;
    return byte;
  }
}

const nullByte = 0xf6;

/** The least value that needs a head with this many bytes of argument. */
const shortest = (width: number): number => (width === 1 ? 24 : width === 2 ? 0x100 : 0x1_0000);

function encodeItem(item: CborItem): Uint8Array {
  if (item === null) return Uint8Array.of(nullByte);
  if (typeof item === 'number') return item < 0 ? head(1, -1 - item) : head(0, item);
  if (item instanceof Uint8Array) return concatBytes(head(2, item.length), item);
  if (typeof item !== 'string') return encodeCborArray(item);
  const text = new TextEncoder().encode(item);
  return concatBytes(head(3, text.length), text);
}

function head(major: number, value: number): Uint8Array {
  if (!Number.isInteger(value) || value < 0 || value > 0xffff_ffff) {
    throw new RangeError(`${value} does not fit 32 bits`);
  }
  const type = major << 5;
  if (value < 24) return Uint8Array.of(type | value);
  if (value < 0x100) return Uint8Array.of(type | 24, value);
  if (value < 0x1_0000) return Uint8Array.of(type | 25, value >> 8, value & 0xff);
  return Uint8Array.of(
    type | 26,
    value >>> 24,
    (value >>> 16) & 0xff,
    (value >>> 8) & 0xff,
    value & 0xff,
  );
}
