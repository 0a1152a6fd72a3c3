import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { formatDate } from '#contracts/messages/format.ts';
import { visitTexts } from '#contracts/messages/screens-visit.ts';
import { addDays, type CalendarDate } from '#domain/dates.ts';
import { useSpeech } from '../app/language.tsx';
import { isWholeDay, parseDay } from './typed-day.ts';

/**
 * A day in the window's language, whatever the browser's is: typed the day first, in either digits, or stepped by
 * arrow keys. A whole date is taken as it is typed; what was left out is supplied once the field is left.
 */
export function DayInput(props: {
  readonly value: CalendarDate | null;
  /** From which month and year are taken that nobody typed. */
  readonly beside: CalendarDate;
  readonly latest?: CalendarDate | undefined;
  /** By which its label names it. */
  readonly id?: string;
  readonly field?: string | undefined;
  readonly className?: string;
  readonly take: (day: CalendarDate | null) => void;
}) {
  const { say, language } = useSpeech();
  const { beside, latest, take, value } = props;
  const input = useRef<HTMLInputElement>(null);
  /** Null while nobody types. */
  const [typed, setTyped] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  // Another day than the one that was typed came from elsewhere.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the value's change is the reason
  useEffect(() => {
    if (typed !== null && read(typed) !== value) setTyped(null);
  }, [value]);

  const read = (text: string): CalendarDate | null => {
    const day = parseDay(text, beside);
    return day !== null && latest !== undefined && day > latest ? null : day;
  };
  const offer = (day: CalendarDate | null) => {
    if (day !== value) take(day);
  };
  const type = (text: string) => {
    setTyped(text);
    setWrong(false);
    const day = isWholeDay(text) ? read(text) : null;
    if (day !== null) offer(day);
  };
  const keep = () => {
    if (typed === null) return;
    const day = read(typed);
    const isEmpty = typed.trim() === '';
    setWrong(day === null && !isEmpty);
    if (day === null && !isEmpty) return;
    setTyped(null);
    offer(day);
  };
  const step = (event: KeyboardEvent, days: number) => {
    event.preventDefault();
    const day = addDays(value ?? addDays(beside, -days), days);
    if (latest !== undefined && day > latest) return;
    setTyped(null);
    setWrong(false);
    offer(day);
  };
  return (
    <input
      ref={input}
      id={props.id}
      className={props.className ?? 'field'}
      type="text"
      autoComplete="off"
      data-field={props.field}
      aria-invalid={isWrong}
      placeholder={say(visitTexts.dayTyped)}
      value={typed ?? (value === null ? '' : formatDate(value, language, 'medium'))}
      onFocus={() => input.current?.select()}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
        if (event.key === 'ArrowUp') step(event, 1);
        if (event.key === 'ArrowDown') step(event, -1);
      }}
    />
  );
}
