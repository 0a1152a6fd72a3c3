import './alerts.css';
import { acknowledgementNames, alertKindNames, severityNames } from '#contracts/messages/alerts.ts';
import { explainAlert } from '#contracts/messages/explain-alert.ts';
import { formatTime } from '#contracts/messages/format.ts';
import { alertsTexts } from '#contracts/messages/screens-alerts.ts';
import type { AlertView } from '#contracts/visit-views.ts';
import type { ClinicalAlert } from '#domain/clinical/alert.ts';
import type { Severity } from '#domain/clinical/terms.ts';
import { useDesk } from '../app/desk.tsx';
import { useSpeech } from '../app/language.tsx';

/** A clinical alert in words of the present language. */
export function useAlertWords() {
  const { language, say } = useSpeech();
  const { currency } = useDesk().terminal;
  return {
    words: (alert: ClinicalAlert) => explainAlert(alert, language, currency),
    kind: ({ kind }: ClinicalAlert) => say(alertKindNames[kind]),
    answer: ({ acknowledgement }: AlertView) => {
      if (acknowledgement === null) return say(alertsTexts.unacknowledged);
      const { userName, at, reason, note } = acknowledgement;
      const said = say(alertsTexts.acknowledged, {
        user: say(userName ?? alertsTexts.formerUser),
        time: formatTime(at, language),
        reason: say(acknowledgementNames[reason]),
      });
      return note === null ? said : `${said} · ${note}`;
    },
  };
}

/** How grave it is, by word and frame: never in the colours and shapes of a verdict. */
export function SeverityChip({ severity }: { readonly severity: Severity }) {
  const { say } = useSpeech();
  return <span className={`severity severity--${severity}`}>{say(severityNames[severity])}</span>;
}

/** Kind, what it is, what may happen and what to do. */
export function AlertWords({ alert }: { readonly alert: ClinicalAlert }) {
  const { words, kind } = useAlertWords();
  const { sentence, warning, management } = words(alert);
  return (
    <p className="alert__words">
      <b>{sentence}</b> {warning === null ? null : <span>{warning}</span>}{' '}
      <span className="alert__do">{management}</span>
      <span className="note"> {kind(alert)}</span>
    </p>
  );
}
