/** The house's two languages; each text of the program exists in both. */
export type Language = 'ar' | 'en';

/** One text in both languages: an entry without one of them does not compile. */
export type Text = Readonly<Record<Language, string>>;

/** Regional, since plain `ar` gives Latin digits and other month names. */
export const localeOf: Readonly<Record<Language, string>> = { ar: 'ar-SY', en: 'en-GB' };
