import { latinDigits } from '../../parts/typed-numbers.ts';

/** What is wrong with what was typed. */
export type PinTrouble = 'length' | 'differ';

/** The PINs that were typed, digits one each. */
export type TypedPins =
  | { readonly pins: readonly (readonly number[])[]; readonly trouble: null }
  | { readonly pins: null; readonly trouble: PinTrouble };

/**
 * Reads fields of a PIN, 4 to 12 digits of either kind (ISO 9564-1). Where a new one is set it stands in the last two
 * fields, which must say the same.
 */
export function readPins(typed: readonly string[], setsNew: boolean): TypedPins {
  const pins = typed.map((text) => latinDigits(text));
  if (!pins.every((pin) => /^\d{4,12}$/.test(pin))) return { pins: null, trouble: 'length' };
  if (setsNew && pins.at(-1) !== pins.at(-2)) return { pins: null, trouble: 'differ' };
  return { pins: pins.map((pin) => Array.from(pin, Number)), trouble: null };
}
