/** A data object of BER-TLV (ITU-T X.690): short and long lengths, tags of one byte, definite only. */
export interface Tlv {
  readonly tag: number;
  readonly value: Uint8Array;
}

/** The objects that stand one after another, without what follows zeros or FF; null when a length is wrong. */
export function parseTlvs(bytes: Uint8Array): readonly Tlv[] | null {
  const found: Tlv[] = [];
  let at = 0;
  while (at < bytes.length && bytes[at] !== 0x00 && bytes[at] !== 0xff) {
    const header = parseHeader(bytes, at);
    if (header === null || header.end > bytes.length) return null;
    found.push({ tag: bytes[at] ?? 0, value: bytes.slice(header.start, header.end) });
    at = header.end;
  }
  return found;
}

/** Where the value of the object at this place begins and ends; null when there is no length. */
export function parseHeader(
  bytes: Uint8Array,
  at: number,
): { readonly start: number; readonly end: number } | null {
  const first = bytes[at + 1];
  if (first === undefined) return null;
  if (first < 0x80) return { start: at + 2, end: at + 2 + first };
  const width = first & 0x7f;
  if (width === 0 || width > 2 || at + 2 + width > bytes.length) return null;
  const length = bytes.subarray(at + 2, at + 2 + width).reduce((sum, byte) => sum * 256 + byte, 0);
  return { start: at + 2 + width, end: at + 2 + width + length };
}
