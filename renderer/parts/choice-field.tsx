import { useState } from 'react';

/**
 * A choice among a few words, of which the empty one is nothing. What was chosen is shown at once and stays while the
 * field has the focus: the answer takes its time, and arrow keys must not wait for it.
 */
export function ChoiceField<Word extends string>(props: {
  readonly label: string;
  /** Of the label, and of the control in it. */
  readonly className: string;
  readonly control: string;
  readonly value: Word | null;
  readonly words: readonly Word[];
  readonly nothing: string;
  readonly say: (word: Word) => string;
  readonly field?: string | undefined;
  readonly step?: string | undefined;
  readonly take: (word: Word | null) => void;
}) {
  const { say, take, words } = props;
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <label className={props.className}>
      <span>{props.label}</span>
      <select
        className={props.control}
        data-field={props.field}
        data-step={props.step}
        value={chosen ?? props.value ?? ''}
        onChange={({ currentTarget: { value } }) => {
          setChosen(value);
          take(words.find((word) => word === value) ?? null);
        }}
        onBlur={() => setChosen(null)}
      >
        <option value="">{props.nothing}</option>
        {words.map((word) => (
          <option key={word} value={word}>
            {say(word)}
          </option>
        ))}
      </select>
    </label>
  );
}
