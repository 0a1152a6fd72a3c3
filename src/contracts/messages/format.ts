import { firstDay, type Period } from '#domain/dates.ts';
import type { Shown } from '#domain/facts.ts';
import { type Language, localeOf } from './language.ts';
import { wordTexts } from './words.ts';

/** The decision's currency: Intl alone would round the Syrian pound to whole pounds. */
export interface ShownCurrency {
  readonly code: string;
  readonly exponent: number;
}

const unitNouns: Record<
  'hours' | 'days' | 'weeks' | 'months' | 'years' | 'units',
  Record<Language, Partial<Record<Intl.LDMLPluralRule, string>>>
> = {
  hours: {
    en: { one: '# hour', other: '# hours' },
    ar: {
      zero: '# ساعة',
      one: 'ساعة واحدة',
      two: 'ساعتان',
      few: '# ساعات',
      many: '# ساعة',
      other: '# ساعة',
    },
  },
  days: {
    en: { one: '# day', other: '# days' },
    ar: {
      zero: '# يوم',
      one: 'يوم واحد',
      two: 'يومان',
      few: '# أيام',
      many: '# يوماً',
      other: '# يوم',
    },
  },
  weeks: {
    en: { one: '# week', other: '# weeks' },
    ar: {
      zero: '# أسبوع',
      one: 'أسبوع واحد',
      two: 'أسبوعان',
      few: '# أسابيع',
      many: '# أسبوعاً',
      other: '# أسبوع',
    },
  },
  months: {
    en: { one: '# month', other: '# months' },
    ar: {
      zero: '# شهر',
      one: 'شهر واحد',
      two: 'شهران',
      few: '# أشهر',
      many: '# شهراً',
      other: '# شهر',
    },
  },
  years: {
    en: { one: '# year', other: '# years' },
    ar: {
      zero: '# سنة',
      one: 'سنة واحدة',
      two: 'سنتان',
      few: '# سنوات',
      many: '# سنة',
      other: '# سنة',
    },
  },
  units: {
    en: { one: '# unit', other: '# units' },
    ar: {
      zero: '# وحدة',
      one: 'وحدة واحدة',
      two: 'وحدتان',
      few: '# وحدات',
      many: '# وحدة',
      other: '# وحدة',
    },
  },
};

/** Writes a number in the language's digits. */
export const formatNumber = (value: number, language: Language): string =>
  new Intl.NumberFormat(localeOf[language]).format(value);

/** Writes a counted noun in the right one of the language's plural forms; `#` is the number. */
export function formatCount(
  value: number,
  forms: Partial<Record<Intl.LDMLPluralRule, string>>,
  language: Language,
): string {
  const form = new Intl.PluralRules(localeOf[language]).select(value);
  return (forms[form] ?? forms.other ?? '#').replace('#', formatNumber(value, language));
}

/** An amount with its currency, in the currency's own number of decimals. */
export const formatMoney = (minor: number, currency: ShownCurrency, language: Language): string =>
  new Intl.NumberFormat(localeOf[language], {
    style: 'currency',
    currency: currency.code,
    minimumFractionDigits: currency.exponent,
    maximumFractionDigits: currency.exponent,
  }).format(minor / 10 ** currency.exponent);

/** An amount for a column whose head carries the currency: the fraction is always written. */
export const formatAmount = (minor: number, currency: ShownCurrency, language: Language): string =>
  new Intl.NumberFormat(localeOf[language], {
    minimumFractionDigits: currency.exponent,
    maximumFractionDigits: currency.exponent,
  }).format(minor / 10 ** currency.exponent);

/** An amount as decimal text, exact, without thousands: `45.00`. The inverse of how packs write amounts. */
export function formatDecimal(minor: number, exponent: number): string {
  const digits = String(minor).padStart(exponent + 1, '0');
  if (exponent === 0) return digits;
  return `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

export const formatDate = (
  date: string,
  language: Language,
  style: 'long' | 'medium' = 'long',
): string =>
  new Intl.DateTimeFormat(localeOf[language], {
    dateStyle: style,
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));

export const formatTime = (instant: string, language: Language): string =>
  new Intl.DateTimeFormat(localeOf[language], {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(instant));

const instantTexts = { ar: '{day}، الساعة {time}', en: '{day}, {time}' } as const;

/** A moment, as day and time of this computer's zone. */
export const formatInstant = (instant: string, language: Language): string =>
  fill(instantTexts[language], {
    day: new Intl.DateTimeFormat(localeOf[language], { dateStyle: 'long' }).format(
      new Date(instant),
    ),
    time: formatTime(instant, language),
  });

/** Keeps the direction of codes and of foreign text: read from left to right within any sentence. */
export const isolate = (text: string): string => `\u2066${text}\u2069`;

/** Writes one value of a sentence; codes are isolated so that they keep their direction. */
export function formatShown(shown: Shown, language: Language, currency: ShownCurrency): string {
  switch (shown.kind) {
    case 'date':
      return formatDate(shown.value, language);
    case 'instant':
      return formatInstant(shown.value, language);
    case 'money':
      return formatMoney(shown.value, currency, language);
    case 'period':
      return formatPeriod(shown.value, language);
    case 'hours':
      return formatHours(shown.value, language);
    case 'age':
      return formatCount(shown.value, unitNouns[shown.unit][language], language);
    case 'days':
    case 'weeks':
    case 'months':
    case 'units':
      return formatCount(shown.value, unitNouns[shown.kind][language], language);
    case 'count':
      return formatNumber(shown.value, language);
    case 'percent':
      return new Intl.NumberFormat(localeOf[language], { style: 'percent' }).format(
        shown.value / 100,
      );
    case 'rate':
      return new Intl.NumberFormat(localeOf[language], {
        style: 'percent',
        maximumFractionDigits: 2,
      }).format(shown.value / 10_000);
    case 'dioptres':
      return fill(dioptreTexts[language], { value: formatHundredths(shown.value, language) });
    case 'code':
      return isolate(shown.value);
    case 'name':
      return shown.value[language];
    case 'word':
      return wordTexts[shown.value][language];
  }
}

const dioptreTexts = { ar: '{value} كسيرة', en: '{value} dioptres' } as const;

const formatHundredths = (value: number, language: Language): string =>
  new Intl.NumberFormat(localeOf[language], { minimumFractionDigits: 2 }).format(value / 100);

/** Two days and more are told in days; a begun day counts, so that one past a limit never reads as the limit. */
const formatHours = (hours: number, language: Language): string =>
  hours < 48
    ? formatCount(hours, unitNouns.hours[language], language)
    : formatCount(Math.ceil(hours / 24), unitNouns.days[language], language);

const periodTexts = {
  closed: { ar: 'من {from} إلى {to}', en: '{from} to {to}' },
  open: { ar: 'من {from}، بلا نهاية محددة', en: 'from {from}, no end agreed' },
  until: { ar: 'حتى {to}', en: 'until {to}' },
} as const;

function formatPeriod({ from, to }: Period, language: Language): string {
  const first = formatDate(from, language);
  if (to === null) return fill(periodTexts.open[language], { from: first });
  if (from === firstDay) {
    return fill(periodTexts.until[language], { to: formatDate(to, language) });
  }
  return fill(periodTexts.closed[language], { from: first, to: formatDate(to, language) });
}

/**
 * Fills `{name}` placeholders of a text. A placeholder without a value stays visible: that is a bug to see. A full stop
 * after a value that ends in one, such as «ل.س.», is not written twice.
 */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}(\.?)/g, (whole, name: string, stop: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return endsInStop.test(value) ? value : value + stop;
  });

/** Marks of direction that stand behind it have no width. */
const endsInStop = /\.[\u200e\u200f\u061c\u2069]*$/;

/** A reason's sentence with its values written in the language. */
export const sentence = (
  text: string,
  shown: Readonly<Record<string, Shown>>,
  language: Language,
  currency: ShownCurrency,
): string =>
  fill(
    text,
    Object.fromEntries(
      Object.entries(shown).map(([name, value]) => [name, formatShown(value, language, currency)]),
    ),
  );
