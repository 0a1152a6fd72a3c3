import type { ShownCurrency } from '#contracts/messages/format.ts';
import { paperTexts } from '#contracts/messages/screens-paper.ts';
import type { DecidedLine } from '#domain/adjudication/decision.ts';
import { useSpeech } from '../app/language.tsx';
import { useMoney } from './paper-parts.tsx';

/** What of a line's amounts is deductible, fixed co-payment and tax; nothing where the contract asks none. */
export function LineParts({
  of: decided,
  currency,
}: {
  readonly of: DecidedLine | undefined;
  readonly currency: ShownCurrency;
}) {
  const { say } = useSpeech();
  const money = useMoney(currency);
  if (decided === undefined || decided.outcome === 'referred') return null;
  const { deductible, coPayment, tax } = decided;
  const parts = [
    [paperTexts.deductible, deductible],
    [paperTexts.coPayment, coPayment],
    [paperTexts.tax, tax?.claimed],
  ] as const;
  return parts.map(([text, amount]) =>
    amount === undefined || amount === 0 ? null : (
      <small key={text.en} className="part">
        {say(text, { amount: money(amount) })}
      </small>
    ),
  );
}

/** The tax in all that the claim comes to; null where there is none. Referred lines stand outside. */
export const taxInClaim = (lines: readonly DecidedLine[]): number | null => {
  const taxes = lines.flatMap(({ outcome, tax }) =>
    tax === undefined || outcome === 'referred' ? [] : [tax.claimed],
  );
  return taxes.length === 0 ? null : taxes.reduce<number>((sum, tax) => sum + tax, 0);
};
