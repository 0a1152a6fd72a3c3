/** Numbers and dates as people write them in tables, in either language. */

const digits = '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹';

/** Arabic-Indic and Persian digits as those of the pack's source. */
export const plainDigits = (text: string): string =>
  text.replaceAll(/[٠-٩۰-۹]/g, (digit) => String(digits.indexOf(digit) % 10));

export type DecimalSign = '.' | ',';

/**
 * A number as plain decimal text ("1250.50"): ٫ divides whole from part, as does the sign named; ٬ and the other
 * sign stand between thousands and nowhere else. Null for anything that could mean two things.
 */
export function readDecimal(text: string, sign: DecimalSign): string | null {
  const plain = plainDigits(text).replaceAll(/[\s\u00a0\u202f]/g, '');
  const other = sign === '.' ? ',' : '.';
  const parts = plain.replaceAll('٫', sign).replaceAll('٬', other).split(sign);
  const [whole = '', part] = parts;
  if (parts.length > 2 || (part !== undefined && !/^\d+$/.test(part))) return null;
  const grouped = new RegExp(`^\\d{1,3}(\\${other}\\d{3})+$`);
  const ungrouped = grouped.test(whole) ? whole.replaceAll(other, '') : whole;
  if (!/^\d+$/.test(ungrouped)) return null;
  const trimmed = ungrouped.replace(/^0+(?=\d)/, '');
  return part === undefined ? trimmed : `${trimmed}.${part}`;
}

export const dateOrders = ['ymd', 'dmy', 'mdy'] as const;
export type DateOrder = (typeof dateOrders)[number];

/** A date as YYYY-MM-DD; a bare number is a day as Excel counts it, from 1900. Null for anything else. */
export function readDate(text: string, order: DateOrder): string | null {
  const plain = plainDigits(text);
  if (/^\d{5}$/.test(plain)) return ofSerial(Number(plain));
  const match = /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})(?:[T ]00:00(?::00(?:\.0+)?)?)?$/.exec(
    plain,
  );
  if (match === null) return null;
  const [, first = '', second = '', third = ''] = match;
  // Four digits in front are a year whatever the order.
  const isYearFirst = first.length === 4;
  if (!isYearFirst && order === 'ymd') return null;
  const [year, month, day] = isYearFirst
    ? [first, second, third]
    : order === 'dmy'
      ? [third, second, first]
      : [third, first, second];
  if (year.length !== 4 || day.length > 2) return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Day 60 is the 29 February 1900 that Excel counts and that never was. */
const ofSerial = (serial: number): string =>
  new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
