import { useEffect, useState } from 'react';
import type { Text } from '#contracts/messages/language.ts';
import { visitTexts } from '#contracts/messages/screens-visit.ts';
import { type CalendarDate, findCalendarDate } from '#domain/dates.ts';
import { useSpeech } from '../../app/language.tsx';

/** One of several words; the first choice takes back what was said. */
export function Choice<Word extends string>(props: {
  readonly field?: string;
  readonly label: string;
  readonly value: Word | null;
  readonly options: Readonly<Record<Word, Text>>;
  readonly take: (word: Word | null) => void;
}) {
  const { say } = useSpeech();
  const words = Object.keys(props.options) as Word[];
  return (
    <label className="about__field">
      <span>{props.label}</span>
      <select
        className="field"
        data-field={props.field}
        value={props.value ?? ''}
        onChange={({ currentTarget: { value } }) =>
          props.take(words.find((word) => word === value) ?? null)
        }
      >
        <option value="">{say(visitTexts.notSaid)}</option>
        {words.map((word) => (
          <option key={word} value={word}>
            {say(props.options[word])}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A calendar day; it is taken when the field is left, since a half-typed year is a year too. */
export function DayField(props: {
  readonly field?: string;
  readonly label: string;
  readonly value: CalendarDate | null;
  readonly latest?: CalendarDate;
  readonly take: (day: CalendarDate | null) => void;
}) {
  const [text, setText] = useState<string>(props.value ?? '');
  useEffect(() => setText(props.value ?? ''), [props.value]);
  const keep = () => {
    if (text !== (props.value ?? '')) props.take(findCalendarDate(text));
  };
  return (
    <label className="about__field">
      <span>{props.label}</span>
      <input
        className="field"
        type="date"
        data-field={props.field}
        value={text}
        max={props.latest}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep();
        }}
      />
    </label>
  );
}

/** A line of text, taken when the field is left. */
export function WordsField(props: {
  readonly field?: string;
  readonly label: string;
  readonly value: string;
  readonly type: (text: string) => void;
  readonly leave: () => void;
}) {
  return (
    <label className="about__field">
      <span>{props.label}</span>
      <input
        className="field"
        type="text"
        maxLength={60}
        autoComplete="off"
        spellCheck={false}
        data-field={props.field}
        value={props.value}
        onChange={(event) => props.type(event.currentTarget.value)}
        onBlur={props.leave}
        onKeyDown={(event) => {
          if (event.key === 'Enter') props.leave();
        }}
      />
    </label>
  );
}
