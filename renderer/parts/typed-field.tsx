import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { NextStep } from '#domain/adjudication/decision.ts';

/** A field that keeps its text to itself until Enter or leaving; what is not understood stays marked. */
export function TypedField(props: {
  /** What a person who is led here has to enter. */
  readonly step?: NextStep | undefined;
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  /** Text instead of a number: written from its own side, as wide as it needs. */
  readonly isText?: boolean;
  /** False when the text cannot be taken. */
  readonly keep: (text: string) => boolean;
  readonly leave: () => void;
}) {
  const [text, setText] = useState(props.value);
  const [isWrong, setWrong] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    setText(props.value);
    setWrong(false);
  }, [props.value]);

  const keep = (): boolean => {
    if (text === props.value) return true;
    const isKept = props.keep(text);
    setWrong(!isKept);
    return isKept;
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && keep()) props.leave();
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    setText(props.value);
    setWrong(false);
    props.leave();
  };
  return (
    <label className="edit__field">
      <span>{props.label}</span>
      <input
        ref={field}
        className={props.isText ? 'field field--text' : 'field num'}
        data-step={props.step}
        type="text"
        inputMode={props.isText ? 'text' : 'decimal'}
        value={text}
        placeholder={props.placeholder}
        aria-invalid={isWrong}
        onFocus={() => field.current?.select()}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={handleKey}
      />
    </label>
  );
}
