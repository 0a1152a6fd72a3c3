import type { ClaimView } from '#contracts/claim-views.ts';
import { alertsTexts } from '#contracts/messages/screens-alerts.ts';
import { useSpeech } from '../../app/language.tsx';
import { AlertWords, SeverityChip, useAlertWords } from '../../parts/alert-parts.tsx';

/** The clinical alerts as they stood when the claim was saved, and who answered for them. */
export function ClaimAlerts({ claim }: { readonly claim: ClaimView }) {
  const { say } = useSpeech();
  const { answer } = useAlertWords();
  if (claim.alerts === null || claim.alerts.length === 0) return null;
  return (
    <section className="clinical" aria-label={say(alertsTexts.title)}>
      <header>
        <h3>{say(alertsTexts.title)}</h3>
        <span className="note">{say(alertsTexts.notCover)}</span>
      </header>
      <ul>
        {claim.alerts.map((alert) => (
          <li key={alert.alertId}>
            <SeverityChip severity={alert.severity} />
            <div>
              <AlertWords alert={alert} />
              {alert.severity === 'note' ? null : <p className="note">{answer(alert)}</p>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
