import { describe, expect, it } from 'vitest';
import {
  fill,
  formatAmount,
  formatDate,
  formatMoney,
  formatNumber,
  formatShown,
  isolate,
} from '#contracts/messages/format.ts';
import type { Shown } from '#domain/facts.ts';
import { money } from '#domain/money.ts';
import { day, moment } from '#tests/domain/builders.ts';

const pounds = { code: 'SYP', exponent: 2 };
const dinars = { code: 'KWD', exponent: 3 };
/** Direction marks that Intl puts around amounts: they have no width. */
const plain = (text: string) => text.replace(/[\u200e\u200f\u061c]/g, '').replace(/\u00a0/g, ' ');

const show = (shown: Shown, language: 'ar' | 'en') => plain(formatShown(shown, language, pounds));

describe('numbers and amounts', () => {
  it('are in the language’s digits', () => {
    expect(formatNumber(1_234_567, 'en')).toBe('1,234,567');
    expect(formatNumber(1_234_567, 'ar')).toBe('١٬٢٣٤٬٥٦٧');
  });

  it.each([
    [20_160, pounds, 'SYP 201.60', '٢٠١٫٦٠ ل.س.'],
    [5, pounds, 'SYP 0.05', '٠٫٠٥ ل.س.'],
    [0, pounds, 'SYP 0.00', '٠٫٠٠ ل.س.'],
    [20_160, dinars, 'KWD 20.160', '٢٠٫١٦٠ د.ك.'],
  ])('keep the currency’s own fraction: %i', (minor, currency, en, ar) => {
    expect(plain(formatMoney(minor, currency, 'en'))).toBe(en);
    expect(plain(formatMoney(minor, currency, 'ar'))).toBe(ar);
  });

  it.each([
    [84_900, pounds, '849.00', '٨٤٩٫٠٠'],
    [123_456_789, pounds, '1,234,567.89', '١٬٢٣٤٬٥٦٧٫٨٩'],
    [12_000, dinars, '12.000', '١٢٫٠٠٠'],
  ])('leave the currency to a column’s head: %i', (minor, currency, en, ar) => {
    expect(formatAmount(minor, currency, 'en')).toBe(en);
    expect(formatAmount(minor, currency, 'ar')).toBe(ar);
  });
});

describe('counted nouns', () => {
  it.each([
    [0, '0 days', '٠ يوم'],
    [1, '1 day', 'يوم واحد'],
    [2, '2 days', 'يومان'],
    [3, '3 days', '٣ أيام'],
    [10, '10 days', '١٠ أيام'],
    [11, '11 days', '١١ يوماً'],
    [99, '99 days', '٩٩ يوماً'],
    [100, '100 days', '١٠٠ يوم'],
    [103, '103 days', '١٠٣ أيام'],
  ])('take their plural form: %i days', (value, en, ar) => {
    expect(show({ kind: 'days', value }, 'en')).toBe(en);
    expect(show({ kind: 'days', value }, 'ar')).toBe(ar);
  });

  it.each([
    [1, '1 unit', 'وحدة واحدة'],
    [2, '2 units', 'وحدتان'],
    [5, '5 units', '٥ وحدات'],
    [30, '30 units', '٣٠ وحدة'],
  ])('take their plural form: %i units', (value, en, ar) => {
    expect(show({ kind: 'units', value }, 'en')).toBe(en);
    expect(show({ kind: 'units', value }, 'ar')).toBe(ar);
  });

  it.each([
    [1, '1 hour', 'ساعة واحدة'],
    [47, '47 hours', '٤٧ ساعة'],
    [48, '2 days', 'يومان'],
    [49, '3 days', '٣ أيام'],
    [720, '30 days', '٣٠ يوماً'],
    [721, '31 days', '٣١ يوماً'],
  ])(
    'tell an age of %i hours so that one past a limit never reads as the limit',
    (value, en, ar) => {
      expect(show({ kind: 'hours', value }, 'en')).toBe(en);
      expect(show({ kind: 'hours', value }, 'ar')).toBe(ar);
    },
  );
});

describe('dates', () => {
  it('use the region’s month names and never shift by a zone', () => {
    expect(formatDate('2026-11-09', 'en')).toBe('9 November 2026');
    expect(formatDate('2026-11-09', 'ar')).toBe('٩ تشرين الثاني ٢٠٢٦');
    expect(formatDate('2026-01-01', 'ar')).toBe('١ كانون الثاني ٢٠٢٦');
  });

  it('tell a period, open or closed', () => {
    const from = day('2026-01-01');
    const year: Shown = { kind: 'period', value: { from, to: day('2026-12-31') } };
    expect(show(year, 'en')).toBe('1 January 2026 to 31 December 2026');
    expect(show(year, 'ar')).toBe('من ١ كانون الثاني ٢٠٢٦ إلى ٣١ كانون الأول ٢٠٢٦');
    const open: Shown = { kind: 'period', value: { from, to: null } };
    expect(show(open, 'en')).toBe('from 1 January 2026, no end agreed');
    expect(show(open, 'ar')).toBe('من ١ كانون الثاني ٢٠٢٦، بلا نهاية محددة');
  });

  it('tell a moment as day and time', () => {
    const shown: Shown = { kind: 'instant', value: moment('2026-11-09T12:15:00.000Z') };
    expect(show(shown, 'en')).toMatch(/^9 November 2026, \d\d:15$/);
    expect(show(shown, 'ar')).toMatch(/^٩ تشرين الثاني ٢٠٢٦، الساعة [٠-٩]{2}:١٥$/);
  });
});

describe('a shown value', () => {
  it.each<[Shown, string, string]>([
    [{ kind: 'money', value: money(66_000) }, 'SYP 660.00', '٦٦٠٫٠٠ ل.س.'],
    [{ kind: 'percent', value: 75 }, '75%', '٧٥٪'],
    [{ kind: 'weeks', value: 12 }, '12 weeks', '١٢ أسبوعاً'],
    [{ kind: 'dioptres', value: 50 }, '0.50 dioptres', '٠٫٥٠ كسيرة'],
    [{ kind: 'count', value: 14 }, '14', '١٤'],
    [{ kind: 'code', value: 'E11.9' }, isolate('E11.9'), isolate('E11.9')],
    [{ kind: 'word', value: 'policy-suspended' }, 'suspended', 'موقوف'],
    [{ kind: 'name', value: { ar: 'الفضّية', en: 'Silver' } }, 'Silver', 'الفضّية'],
  ])('is written in either language: %j', (shown, en, ar) => {
    expect(show(shown, 'en')).toBe(en);
    expect(show(shown, 'ar')).toBe(ar);
  });

  it('ends a sentence once, though it ends in an abbreviation', () => {
    const paid = (language: 'ar' | 'en') =>
      plain(fill('{paid}.', { paid: formatMoney(1_250, pounds, language) }));
    expect(paid('ar')).toBe('١٢٫٥٠ ل.س.');
    expect(paid('en')).toBe('SYP 12.50.');
    expect(fill('{a}, {a}; {a}.', { a: 'ل.س.' })).toBe('ل.س., ل.س.; ل.س.');
  });

  it('leaves a placeholder without a value visible', () => {
    expect(fill('{a} and {b}', { a: '1' })).toBe('1 and {b}');
    expect(fill('{b}. {a}.', { a: '1' })).toBe('{b}. 1.');
  });
});
