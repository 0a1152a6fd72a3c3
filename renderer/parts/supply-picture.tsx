import './supply-picture.css';
import { linesTexts } from '#contracts/messages/screens-lines.ts';
import { type CalendarDate, daysBetween } from '#domain/dates.ts';
import type { Shown } from '#domain/facts.ts';
import { useSpeech } from '../app/language.tsx';
import { sayShortDay } from './short-day.ts';

/** What was at hand after the last supply on a line of time: what is gone, what is shut, and from when the next is permitted. */
export function SupplyPicture(props: {
  readonly shown: Readonly<Record<string, Shown>>;
  readonly today: CalendarDate;
}) {
  const { say, language } = useSpeech();
  const { last, next, supplied, atHand = supplied } = props.shown;
  if (last?.kind !== 'date' || next?.kind !== 'date' || atHand?.kind !== 'days') return null;
  const gone = daysBetween(last.value, props.today);
  const shut = daysBetween(props.today, next.value);
  const whole = Math.max(atHand.value, gone + shut + 1);
  if (gone < 0 || shut <= 0) return null;
  const part = (days: number) => `${(100 * days) / whole}%`;
  const day = (date: CalendarDate) => sayShortDay(date, language);
  const columns = { gridTemplateColumns: `${part(gone)} ${part(shut)} 1fr` };
  // A label may need more room than its stretch of time has.
  const stretch = (days: number) => (days === 0 ? '' : `minmax(max-content, ${part(days)})`);
  const labels = {
    gridTemplateColumns: `${stretch(gone)} ${stretch(shut)} minmax(max-content, 1fr)`,
    columnGap: '0.5rem',
  };
  const words = { last: day(last.value), today: day(props.today), next: day(next.value) };
  return (
    <div className="supply" role="img" aria-label={say(linesTexts.supplyPicture, words)}>
      <div className="supply__track" style={columns}>
        <i className="gone" />
        <i className="shut" />
        <i className="free" />
      </div>
      <ol style={labels}>
        {gone === 0 ? null : (
          <li>
            <b>{words.last}</b>
            <span>{say(linesTexts.lastSupplied)}</span>
          </li>
        )}
        <li>
          <b>{words.today}</b>
          <span>{say(gone === 0 ? linesTexts.suppliedToday : linesTexts.today)}</span>
        </li>
        <li>
          <b>{words.next}</b>
          <span>{say(linesTexts.permitted)}</span>
        </li>
      </ol>
    </div>
  );
}
