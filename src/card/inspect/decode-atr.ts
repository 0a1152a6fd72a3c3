import { toHex } from '#domain/chain.ts';

/** An answer to reset taken apart (ISO/IEC 7816-3 section 8). */
export interface DecodedAtr {
  readonly convention: 'direct' | 'inverse';
  /** TA1, TB1, TC1, TD1, TA2… as they came, two hex digits each. */
  readonly interfaceBytes: readonly { readonly name: string; readonly value: string }[];
  /** Transmission protocols that the card offers, in its order. */
  readonly protocols: readonly number[];
  readonly historical: string;
  /** The same where it is printable, other bytes as dots. */
  readonly historicalText: string;
  /** TCK; null where the card sends none, as it must at T=0 alone. */
  readonly check: { readonly value: string; readonly isRight: boolean } | null;
}

/** Null when the lengths do not add up. */
export function decodeAtr(atr: Uint8Array): DecodedAtr | null {
  const convention = conventions[atr[0] ?? 0];
  const format = atr[1];
  if (convention === undefined || format === undefined) return null;
  const { bytes, end, protocols } = listInterfaceBytes(atr, format);
  const historicalEnd = end + (format & 0x0f);
  const hasCheck = protocols.some((protocol) => protocol !== 0);
  if (atr.length !== historicalEnd + (hasCheck ? 1 : 0)) return null;
  const historical = atr.slice(end, historicalEnd);
  return {
    convention,
    interfaceBytes: bytes,
    protocols: protocols.length === 0 ? [0] : [...new Set(protocols)],
    historical: toHex(historical),
    historicalText: String.fromCharCode(
      ...historical.map((byte) => (isPrintable(byte) ? byte : dot)),
    ),
    check: hasCheck ? checkOf(atr) : null,
  };
}

const conventions: Readonly<Record<number, DecodedAtr['convention']>> = {
  59: 'direct',
  63: 'inverse',
};

/** The upper half of T0 and of each TD says which of TA, TB, TC, TD follow; the lower of TD is a protocol. */
function listInterfaceBytes(atr: Uint8Array, format: number) {
  const bytes: { name: string; value: string }[] = [];
  const protocols: number[] = [];
  let at = 2;
  let present: number | null = format;
  for (let round = 1; present !== null && at < atr.length; round += 1) {
    const indicator: number = present;
    present = null;
    for (const [bit, letter] of ['A', 'B', 'C', 'D'].entries()) {
      if ((indicator & (0x10 << bit)) === 0) continue;
      const value = atr[at] ?? 0;
      bytes.push({ name: `T${letter}${round}`, value: toHex(Uint8Array.of(value)) });
      if (letter === 'D') {
        present = value;
        protocols.push(value & 0x0f);
      }
      at += 1;
    }
  }
  return { bytes, protocols, end: at };
}

/** All bytes after TS, the check byte included, exclusive-or to zero. */
const checkOf = (atr: Uint8Array) => ({
  value: toHex(atr.slice(-1)),
  isRight: atr.slice(1).reduce((sum, byte) => sum ^ byte, 0) === 0,
});

const dot = 0x2e;
const isPrintable = (byte: number): boolean => byte >= 0x20 && byte < 0x7f;
