import { useId } from 'react';
import type { Text } from '#contracts/messages/language.ts';
import { visitTexts } from '#contracts/messages/screens-visit.ts';
import type { CalendarDate } from '#domain/dates.ts';
import { useSpeech } from '../../app/language.tsx';
import { ChoiceField } from '../../parts/choice-field.tsx';
import { DayInput } from '../../parts/day-input.tsx';

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
    <ChoiceField
      className="about__field"
      label={props.label}
      control="field"
      field={props.field}
      value={props.value}
      words={words}
      nothing={say(visitTexts.notSaid)}
      say={(word) => say(props.options[word])}
      take={props.take}
    />
  );
}

/** A calendar day. */
export function DayField(props: {
  readonly field?: string;
  readonly label: string;
  readonly value: CalendarDate | null;
  readonly beside: CalendarDate;
  readonly latest?: CalendarDate;
  readonly take: (day: CalendarDate | null) => void;
}) {
  const { label, ...rest } = props;
  const id = useId();
  return (
    <label className="about__field" htmlFor={id}>
      <span>{label}</span>
      <DayInput {...rest} id={id} />
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
