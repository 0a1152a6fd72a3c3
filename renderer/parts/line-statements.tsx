import { formatAmount } from '#contracts/messages/format.ts';
import { visitTexts } from '#contracts/messages/screens-visit.ts';
import { wordTexts } from '#contracts/messages/words.ts';
import { type Money, money } from '#domain/money.ts';
import { useDesk } from '../app/desk.tsx';
import { useSpeech } from '../app/language.tsx';
import { ChoiceField } from './choice-field.tsx';
import type { DetailsProps } from './line-details.tsx';
import { TypedField } from './typed-field.tsx';
import { parseAmount } from './typed-numbers.ts';

/** What the counter states of a line where the contract asks for it or lets it be stated; else nothing is shown. */
export function Statements(props: DetailsProps) {
  return (
    <>
      <EarlyReasonField {...props} />
      <StatedTax {...props} />
      <OtherPayment {...props} />
    </>
  );
}

/** Why a medicine comes before its last supply is used up, where the contract accepts a reason. */
function EarlyReasonField({ view, decided, change }: DetailsProps) {
  const { say } = useSpeech();
  const { early } = view.line;
  const { early: accepted } = view.statable;
  const isTooEarly = decided?.findings.some(
    ({ check, outcome }) => check === 'repeat-window' && outcome === 'declined',
  );
  if (early === undefined && (accepted.length === 0 || isTooEarly !== true)) return null;
  return (
    <ChoiceField
      className="edit__field"
      label={say(visitTexts.earlyReason)}
      control="field field--text field--words"
      value={early ?? null}
      words={accepted}
      nothing={say(visitTexts.notSaid)}
      say={(reason) => say(wordTexts[`early-${reason}`])}
      take={(reason) => change({ early: reason })}
    />
  );
}

/** The tax as the provider's bill has it; left empty, what is due is claimed. */
function StatedTax({ view, decided, change, leave }: DetailsProps) {
  const { say, language } = useSpeech();
  const { currency } = useDesk().terminal;
  const { tax } = view.statable;
  const stated = view.line.tax;
  if (tax === null && stated === undefined) return null;
  const due = stated === undefined ? decided?.tax?.claimed : undefined;
  return (
    <AmountField
      label={
        tax === null ? say(visitTexts.statedTax) : say(visitTexts.statedTaxOf, { tax: say(tax) })
      }
      value={stated}
      placeholder={due === undefined ? '' : formatAmount(due, currency, language)}
      leave={leave}
      keep={(amount) => change({ tax: amount })}
    />
  );
}

/** What others paid of the line, where somebody else pays first. */
function OtherPayment({ view, decided, change, leave }: DetailsProps) {
  const { say } = useSpeech();
  const { paidByOther } = view.line;
  const isAsked = decided?.findings.some(({ nearest }) => nearest?.kind === 'enter-other-payment');
  if (isAsked !== true && paidByOther === undefined) return null;
  return (
    <AmountField
      step="enter-other-payment"
      label={say(visitTexts.paidByOther)}
      value={paidByOther}
      leave={leave}
      keep={(amount) => change({ paidByOther: amount })}
    />
  );
}

/** An amount of the line; an empty field takes it back. */
function AmountField(props: {
  readonly step?: 'enter-other-payment';
  readonly label: string;
  readonly value: Money | undefined;
  readonly placeholder?: string;
  readonly leave: () => void;
  readonly keep: (amount: Money | null) => void;
}) {
  const { language } = useSpeech();
  const { currency } = useDesk().terminal;
  const { keep, value, ...rest } = props;
  return (
    <TypedField
      {...rest}
      value={value === undefined ? '' : formatAmount(value, currency, language)}
      keep={(text) => {
        const typed = text.trim() === '' ? null : parseAmount(text, currency.exponent);
        if (typed === null && text.trim() !== '') return false;
        keep(typed === null ? null : money(typed));
        return true;
      }}
    />
  );
}
