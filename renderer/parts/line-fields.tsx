import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react';
import { formatAmount, formatNumber } from '#contracts/messages/format.ts';
import { linesTexts } from '#contracts/messages/screens-lines.ts';
import { money } from '#domain/money.ts';
import { useDesk } from '../app/desk.tsx';
import { useSpeech } from '../app/language.tsx';
import { Icon } from './icon.tsx';
import { KeyHint } from './key-hint.tsx';
import type { LineRowProps } from './line-row.tsx';
import { parseAmount, parseWhole } from './typed-numbers.ts';

const largestQuantity = 100_000;
const longestSupply = 366;

/** Quantity, days and price of the chosen line. Enter keeps, Escape leaves as it was. */
export function LineFields(props: LineRowProps & { readonly leave: () => void }) {
  const { view, decided, change } = props;
  const { say, language } = useSpeech();
  const { currency } = useDesk().terminal;
  const { quantity, daysSupply, unitPrice } = view.line;
  const claimed = decided?.amounts.claimed ?? 0;
  const listed =
    unitPrice === null && claimed > 0 ? formatAmount(claimed / quantity, currency, language) : '';
  return (
    <div className="edit" role="gridcell">
      <Field
        label={say(linesTexts.quantity)}
        value={formatNumber(quantity, language)}
        leave={props.leave}
        keep={(text) => {
          const typed = parseWhole(text, 1, largestQuantity);
          if (typed !== null) change({ quantity: typed });
          return typed !== null;
        }}
      />
      {view.item.medicine === null ? null : (
        <Field
          label={say(linesTexts.days)}
          value={daysSupply === null ? '' : formatNumber(daysSupply, language)}
          leave={props.leave}
          keep={(text) => {
            const typed = text.trim() === '' ? null : parseWhole(text, 1, longestSupply);
            if (typed === null && text.trim() !== '') return false;
            change({ daysSupply: typed });
            return true;
          }}
        />
      )}
      <Field
        label={say(linesTexts.unitPrice, { currency: currency.code })}
        value={unitPrice === null ? '' : formatAmount(unitPrice, currency, language)}
        placeholder={listed}
        leave={props.leave}
        keep={(text) => {
          const typed = text.trim() === '' ? null : parseAmount(text, currency.exponent);
          if (typed === null && text.trim() !== '') return false;
          change({ unitPrice: typed === null ? null : money(typed) });
          return true;
        }}
      />
      <button
        type="button"
        className="btn btn--quiet btn--remove"
        aria-label={say(linesTexts.removeLine, { item: say(view.item.name) })}
        onClick={(event: MouseEvent) => {
          event.stopPropagation();
          props.remove();
        }}
      >
        <Icon name="trash" size="sm" />
        <span>{say(linesTexts.remove)}</span> <KeyHint keys="Del" />
      </button>
    </div>
  );
}

/** A field that keeps its text to itself until Enter or leaving; what is not understood stays marked. */
function Field(props: {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  /** False when the text is no such number. */
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
        className="field num"
        type="text"
        inputMode="decimal"
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
