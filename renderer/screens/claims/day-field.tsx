import './day-field.css';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { formatDate } from '#contracts/messages/format.ts';
import { claimsTexts } from '#contracts/messages/screens-claims.ts';
import { addDays, type CalendarDate } from '#domain/dates.ts';
import { useSpeech } from '../../app/language.tsx';
import { Icon } from '../../parts/icon.tsx';
import { parseDay } from '../../parts/typed-day.ts';

/** A day in the window's language, whatever the browser's is: typed and kept with Enter, or stepped day by day. */
export function DayField(props: {
  readonly day: CalendarDate;
  /** All days are shown: the field says so, and stepping starts from its day. */
  readonly isAllDays: boolean;
  readonly choose: (day: CalendarDate) => void;
}) {
  const { say, language } = useSpeech();
  const { choose, day, isAllDays } = props;
  const field = useRef<HTMLInputElement>(null);
  /** Null while nobody types. */
  const [typed, setTyped] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  const shown = isAllDays ? '' : formatDate(day, language, 'medium');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another day is the reason to select it, so that typing replaces it
  useEffect(() => {
    if (document.activeElement === field.current) field.current?.select();
  }, [shown]);
  const step = (days: number) => {
    setTyped(null);
    setWrong(false);
    choose(addDays(day, days));
  };
  const keep = () => {
    if (typed === null || typed.trim() === '') return forget();
    const chosen = parseDay(typed, day);
    setWrong(chosen === null);
    if (chosen === null) return;
    setTyped(null);
    choose(chosen);
  };
  const forget = () => {
    setTyped(null);
    setWrong(false);
  };
  const handleKey = (event: KeyboardEvent) => {
    const answers: Readonly<Record<string, () => void>> = {
      ArrowUp: () => step(1),
      ArrowDown: () => step(-1),
      Enter: keep,
      Escape: forget,
    };
    const answer = answers[event.key];
    if (answer === undefined) return;
    event.preventDefault();
    answer();
  };
  return (
    <fieldset className="day" aria-label={say(claimsTexts.day)}>
      <Step name={say(claimsTexts.dayBefore)} step={() => step(-1)} isBefore />
      <input
        ref={field}
        className="day__field"
        type="text"
        aria-label={say(claimsTexts.day)}
        title={say(claimsTexts.dayHint)}
        aria-invalid={isWrong}
        value={typed ?? shown}
        placeholder={say(claimsTexts.showLatest)}
        onFocus={() => field.current?.select()}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={handleKey}
      />
      <Step name={say(claimsTexts.dayAfter)} step={() => step(1)} />
    </fieldset>
  );
}

function Step(props: {
  readonly name: string;
  readonly step: () => void;
  readonly isBefore?: boolean;
}) {
  return (
    <button
      className={`day__step ${props.isBefore ? 'day__step--before' : ''}`}
      type="button"
      tabIndex={-1}
      aria-label={props.name}
      onClick={props.step}
    >
      <Icon name="next" size="sm" flips />
    </button>
  );
}
