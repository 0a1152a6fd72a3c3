import type { ClinicalAlert } from '#domain/clinical/alert.ts';
import { alertTexts } from './alerts.ts';
import { type ShownCurrency, sentence } from './format.ts';
import type { Language } from './language.ts';

export interface AlertExplanation {
  readonly sentence: string;
  /** As the pack words it; null where its lists say nothing. */
  readonly warning: string | null;
  /** What to do: the pack's own where it says so. */
  readonly management: string;
}

/** A clinical alert in words, its values filled in. */
export function explainAlert(
  { code, shown, warning }: Pick<ClinicalAlert, 'code' | 'shown' | 'warning'>,
  language: Language,
  currency: ShownCurrency,
): AlertExplanation {
  const text = alertTexts[code];
  return {
    sentence: sentence(text.sentence[language], shown, language, currency),
    warning: warning?.text[language] ?? null,
    management:
      isAsked(code) || warning === null ? text.management[language] : warning.management[language],
  };
}

/** Where the fact is missing, the first thing is to ask for it, whatever the list would say then. */
const isAsked = (code: ClinicalAlert['code']): boolean =>
  code === 'pregnancy-unknown' || code === 'age-unknown';
