import { alertsCounts, alertsTexts } from '#contracts/messages/screens-alerts.ts';
import type { AlertView, VisitView } from '#contracts/visit-views.ts';
import { useSpeech } from '../../app/language.tsx';
import { AlertWords, SeverityChip, useAlertWords } from '../../parts/alert-parts.tsx';
import { Icon } from '../../parts/icon.tsx';
import { KeyHint } from '../../parts/key-hint.tsx';

/** What must be thought of before a medicine is given: a list of its own, apart from every verdict. */
export function ClinicalStrip(props: {
  readonly visit: VisitView;
  readonly answer: (alert: AlertView) => void;
}) {
  const { say, count } = useSpeech();
  const { alerts } = props.visit;
  const found = alerts.state === 'found' ? alerts.alerts : [];
  if (alerts.waiting === 0 && found.length === 0) return null;
  const asked = found.filter(({ severity }) => severity !== 'note');
  const notes = found.filter(({ severity }) => severity === 'note');
  const waiting = alerts.state === 'found' ? alertsCounts.waiting : alertsCounts.forAnother;
  return (
    <section className="clinical" aria-label={say(alertsTexts.title)}>
      <header>
        <Icon name="pulse" />
        <h2>{say(alertsTexts.title)}</h2>
        <span className="note">{say(alertsTexts.notCover)}</span>
        {alerts.waiting === 0 ? null : (
          <b role="alert">
            {count(alerts.waiting, waiting)}{' '}
            {alerts.state === 'found' ? <KeyHint keys="F9" /> : null}
          </b>
        )}
      </header>
      {found.length === 0 ? null : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard
        <ul tabIndex={0} aria-label={say(alertsTexts.title)}>
          {asked.map((alert) => (
            <Alert key={alert.alertId} alert={alert} answer={props.answer} />
          ))}
          {notes.map((alert) => (
            <li key={alert.alertId}>
              <SeverityChip severity="note" />
              <AlertWords alert={alert} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Alert(props: { readonly alert: AlertView; readonly answer: (alert: AlertView) => void }) {
  const { alert } = props;
  const { say } = useSpeech();
  const { words, answer } = useAlertWords();
  const isDone = alert.acknowledgement !== null;
  return (
    <li className={isDone ? 'is-done' : undefined}>
      <SeverityChip severity={alert.severity} />
      <div>
        <AlertWords alert={alert} />
        {isDone ? <p className="note">{answer(alert)}</p> : null}
      </div>
      <button
        type="button"
        className={isDone ? 'btn btn--quiet' : 'btn'}
        aria-label={say(alertsTexts.acknowledgeOne, { alert: words(alert).sentence })}
        onClick={() => props.answer(alert)}
      >
        {say(isDone ? alertsTexts.change : alertsTexts.acknowledge)}
      </button>
    </li>
  );
}
