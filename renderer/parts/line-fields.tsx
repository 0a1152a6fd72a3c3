import './line-fields.css';
import type { MouseEvent } from 'react';
import { formatAmount, formatNumber } from '#contracts/messages/format.ts';
import { linesTexts } from '#contracts/messages/screens-lines.ts';
import { money } from '#domain/money.ts';
import { useDesk } from '../app/desk.tsx';
import { useSpeech } from '../app/language.tsx';
import { currencyName } from './currency-name.ts';
import { Icon } from './icon.tsx';
import { KeyHint } from './key-hint.tsx';
import { LineDetails } from './line-details.tsx';
import type { LineRowProps } from './line-row.tsx';
import { TypedField } from './typed-field.tsx';
import { parseAmount, parseWhole } from './typed-numbers.ts';

/** What is claimed for the item itself: a tax on top of its price is no part of the price. */
function priceClaimed(decided: LineRowProps['decided']): number {
  const { amounts, tax } = decided ?? {};
  return (amounts?.claimed ?? 0) - (tax === undefined || tax.isInPrices ? 0 : tax.claimed);
}

const largestQuantity = 100_000;
const longestSupply = 366;

/** Quantity, days and price of the chosen line. Enter keeps, Escape leaves as it was. */
export function LineFields(props: LineRowProps & { readonly leave: () => void }) {
  const { view, decided, change } = props;
  const { say, language } = useSpeech();
  const { currency } = useDesk().terminal;
  const { quantity, daysSupply, unitPrice } = view.line;
  const claimed = priceClaimed(decided);
  const listed =
    unitPrice === null && claimed > 0 ? formatAmount(claimed / quantity, currency, language) : '';
  return (
    <div className="edit" role="gridcell">
      <TypedField
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
        <TypedField
          step="enter-days"
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
      <TypedField
        label={say(linesTexts.unitPrice, { currency: currencyName(currency.code, language) })}
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
      <LineDetails {...props} />
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
