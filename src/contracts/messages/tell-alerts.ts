import type { ClinicalAlert } from '#domain/clinical/alert.ts';
import { alertKindNames, severityNames } from './alerts.ts';
import { explainAlert } from './explain-alert.ts';
import type { ShownCurrency } from './format.ts';
import type { Language, Text } from './language.ts';

export interface ToldAlert
  extends Pick<ClinicalAlert, 'alertId' | 'kind' | 'code' | 'severity' | 'facts'> {
  readonly lines: readonly string[];
  readonly text: Text;
  /** What may happen, as the pack words it; null where its lists say nothing. */
  readonly warning: Text | null;
  readonly management: Text;
}

/** Clinical alerts for somebody who has no engine. They are a list of their own: no part of the decision. */
export const tellAlerts = (
  alerts: readonly ClinicalAlert[],
  currency: ShownCurrency,
): readonly ToldAlert[] =>
  alerts.map((alert) => {
    const { alertId, kind, code, severity, lineIds, facts, warning } = alert;
    const ar = explainAlert(alert, 'ar', currency);
    const en = explainAlert(alert, 'en', currency);
    return {
      ...{ alertId, kind, code, severity, lines: lineIds },
      text: { ar: ar.sentence, en: en.sentence },
      warning: warning?.text ?? null,
      management: { ar: ar.management, en: en.management },
      facts,
    };
  });

const heading: Text = {
  ar: 'تنبيهات سريرية، ليست من التغطية',
  en: 'Clinical alerts, no part of the cover',
};
const none: Text = { ar: 'لا شيء', en: 'none' };

/** The alerts in words, one a paragraph. */
export function writeAlerts(
  alerts: readonly ClinicalAlert[],
  language: Language,
  currency: ShownCurrency,
): string {
  const said = alerts.map((alert) => {
    const { sentence, warning, management } = explainAlert(alert, language, currency);
    const head = `${severityNames[alert.severity][language]}, ${alertKindNames[alert.kind][language]}`;
    return `- ${head}: ${[sentence, warning, management].filter((one) => one !== null).join(' ')}`;
  });
  const body = said.length === 0 ? [`- ${none[language]}`] : said;
  return [`${heading[language]}:`, ...body].join('\n');
}
