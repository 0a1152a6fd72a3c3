import { type Money, money } from '#domain/money.ts';

const pattern = /^(0|[1-9]\d*)(?:\.(\d+))?$/;

/**
 * Reads an amount written as decimal text ("12.50") into minor units, exactly.
 * Null when it is not such a text, has more decimals than the currency, or is too large to be exact.
 */
export function parseAmount(text: string, exponent: number): Money | null {
  const match = pattern.exec(text);
  if (match === null) return null;
  const fraction = match[2] ?? '';
  if (fraction.length > exponent) return null;
  const minor = Number(`${match[1]}${fraction.padEnd(exponent, '0')}`);
  return Number.isSafeInteger(minor) ? money(minor) : null;
}
