/** Numbers as people type them: Arabic or Latin digits, either decimal sign. */

/** A whole number within the bounds; null for anything else. */
export function parseWhole(text: string, least: number, most: number): number | null {
  const plain = latinDigits(text.trim());
  if (!/^\d{1,7}$/.test(plain)) return null;
  const value = Number(plain);
  return value >= least && value <= most ? value : null;
}

/** An amount in minor units, exactly; null when it has more decimals than the currency, or is no amount. */
export function parseAmount(text: string, exponent: number): number | null {
  const plain = latinDigits(text.trim()).replace(/[٬\s]/g, '').replace(/[٫,]/g, '.');
  const match = /^(\d{1,10})(?:\.(\d*))?$/.exec(plain);
  const fraction = match?.[2] ?? '';
  if (match === null || fraction.length > exponent) return null;
  return Number(`${match[1]}${fraction.padEnd(exponent, '0')}`);
}

export const latinDigits = (text: string): string =>
  text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
