import './history-panel.css';
import { formatDate } from '#contracts/messages/format.ts';
import { patientCounts, patientTexts } from '#contracts/messages/screens-patient.ts';
import type { CardHistory, CardHistoryEntry, PinView } from '#contracts/visit-views.ts';
import { addDays, type CalendarDate, daysBetween } from '#domain/dates.ts';
import { useSpeech } from '../../app/language.tsx';
import { Icon, type IconName } from '../../parts/icon.tsx';
import { PinLine } from './pin-line.tsx';

const kinds = {
  dispense: { text: patientTexts.dispensed, icon: 'dispense' },
  service: { text: patientTexts.served, icon: 'visit' },
  prescription: { text: patientTexts.prescribed, icon: 'claims' },
  correction: { text: patientTexts.corrected, icon: 'undo' },
  checkpoint: { text: patientTexts.checkpointed, icon: 'clock' },
  anchor: { text: patientTexts.anchored, icon: 'sure' },
} as const satisfies Record<CardHistoryEntry['kind'], { text: unknown; icon: IconName }>;

/** What the card remembers: what, when, where, and how long it still lasts. */
export function HistoryPanel(props: {
  readonly history: CardHistory;
  readonly pin: PinView | null;
  readonly hasPinPad: boolean;
  readonly today: CalendarDate;
}) {
  const { say } = useSpeech();
  const { history } = props;
  return (
    <section className="card history">
      <div className="card__head">
        <h2>{say(patientTexts.history)}</h2>
        <span className="note src">
          <Icon name="card" />
          <span>{say(patientTexts.fromCard)}</span>
        </span>
      </div>
      {history.state === 'read' && history.entries.length > 0 ? (
        <ul className="history__list">
          {history.entries.map((entry, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a card's ledger only grows, in order
            <Entry key={index} entry={entry} today={props.today} />
          ))}
        </ul>
      ) : (
        <p className="history__none">{say(emptyText(history))}</p>
      )}
      {props.pin === null || history.state === 'not-permitted' ? null : (
        <PinLine pin={props.pin} hasPad={props.hasPinPad} />
      )}
    </section>
  );
}

function emptyText(history: CardHistory) {
  if (history.state === 'reading') return patientTexts.historyReading;
  if (history.state === 'not-permitted') return patientTexts.historyNotPermitted;
  return history.state === 'unknown' ? patientTexts.historyUnknown : patientTexts.historyEmpty;
}

function Entry({
  entry,
  today,
}: {
  readonly entry: CardHistoryEntry;
  readonly today: CalendarDate;
}) {
  const { say, language } = useSpeech();
  const kind = kinds[entry.kind];
  return (
    <li className="history__entry">
      <Icon name={kind.icon} />
      <div>
        <p className="history__when">
          <span>
            {say(kind.text)} {formatDate(entry.on, language)}
          </span>
          <span>
            {entry.providerName === null ? say(patientTexts.elsewhere) : say(entry.providerName)}
          </span>
        </p>
        {entry.items.map((item, index) => (
          <Item
            // biome-ignore lint/suspicious/noArrayIndexKey: the items of a written record never move
            key={index}
            name={item.name === null ? say(patientTexts.unnamedItem) : say(item.name)}
            days={entry.kind === 'dispense' ? item.days : 0}
            on={entry.on}
            today={today}
          />
        ))}
        {entry.isVerified ? null : <p className="history__doubt">{say(patientTexts.unverified)}</p>}
      </div>
    </li>
  );
}

/** A supply of n days covers the day it was given and the n - 1 after it. */
function Item(props: {
  readonly name: string;
  readonly days: number;
  readonly on: CalendarDate;
  readonly today: CalendarDate;
}) {
  const { say, count, language } = useSpeech();
  const end = addDays(props.on, Math.max(props.days, 1) - 1);
  const left = Math.max(0, daysBetween(props.today, end) + 1);
  if (props.days === 0) return <b>{props.name}</b>;
  const used = Math.min(100, Math.round((100 * (props.days - left)) / props.days));
  return (
    <div className="bar">
      <div className="bar__row">
        <b className="bar__name">{props.name}</b>
        <span className="bar__left">{count(left, patientCounts.left)}</span>
      </div>
      <div className="bar__track" aria-hidden="true" style={{ '--p': `${used}%` } as object}>
        <i />
      </div>
      <p className="note">
        {say(left === 0 ? patientTexts.usedUp : patientTexts.leftUntil, {
          date: formatDate(end, language),
        })}
      </p>
    </div>
  );
}
