import { type Language, localeOf } from '#contracts/messages/language.ts';

/** The currency's short name in the language: "SYP", «ل.س.». */
export function currencyName(code: string, language: Language): string {
  const parts = new Intl.NumberFormat(localeOf[language], {
    style: 'currency',
    currency: code,
  }).formatToParts(0);
  return parts.find(({ type }) => type === 'currency')?.value.replace(/\u200f/g, '') ?? code;
}
