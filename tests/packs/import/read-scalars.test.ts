import { describe, expect, test } from 'vitest';
import { readDate, readDecimal } from '#packs/import/read-scalars.ts';

describe('a number', () => {
  test.each<[string, '.' | ',', string | null]>([
    ['12.50', '.', '12.50'],
    ['٤٫٢٠', '.', '4.20'],
    ['۱۲٫۵', '.', '12.5'],
    ['١٬٢٥٠٫٥', '.', '1250.5'],
    ['1,250.50', '.', '1250.50'],
    ['1,250', '.', '1250'],
    ['1 250', '.', '1250'],
    ['1.250,50', ',', '1250.50'],
    ['4,20', ',', '4.20'],
    ['007', '.', '7'],
    ['0.70', '.', '0.70'],
    ['1,5', '.', null],
    ['12,50', '.', null],
    ['1,2500', '.', null],
    ['1.2.3', '.', null],
    ['-3', '.', null],
    ['1e3', '.', null],
    ['', '.', null],
    ['.5', '.', null],
    ['5.', '.', null],
    ['مجاناً', '.', null],
  ])('%s, where %s is decimal, is %s', (text, sign, number) => {
    expect(readDecimal(text, sign)).toBe(number);
  });
});

describe('a date', () => {
  test.each<[string, 'ymd' | 'dmy' | 'mdy', string | null]>([
    ['2026-11-02', 'ymd', '2026-11-02'],
    ['2/11/2026', 'dmy', '2026-11-02'],
    ['11/2/2026', 'mdy', '2026-11-02'],
    ['٢/١١/٢٠٢٦', 'dmy', '2026-11-02'],
    ['2026-11-02', 'dmy', '2026-11-02'],
    ['2026-11-02T00:00:00', 'ymd', '2026-11-02'],
    ['46328', 'dmy', '2026-11-02'],
    ['2/11/26', 'dmy', null],
    ['2/11/2026', 'ymd', null],
    ['yesterday', 'ymd', null],
  ])('%s in the order %s is %s', (text, order, date) => {
    expect(readDate(text, order)).toBe(date);
  });
});
