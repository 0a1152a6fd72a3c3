import { formatAmount, formatMoney } from '#contracts/messages/format.ts';
import { decisionTexts } from '#contracts/messages/screens-decision.ts';
import type { Decision } from '#domain/adjudication/decision.ts';
import { useDesk } from '../app/desk.tsx';
import { useSpeech } from '../app/language.tsx';
import { currencyName } from './currency-name.ts';
import { Icon } from './icon.tsx';
import { patientPart } from './line-row.tsx';

/** From here on, in major units, the equation is set smaller so that it stays one line. */
const longFrom = 1000;

/** Claimed = insurer + patient + not payable; the patient's part is the largest to read. */
export function Totals({ decision }: { readonly decision: Decision | null }) {
  const { say, language } = useSpeech();
  const { currency } = useDesk().terminal;
  const totals = decision?.totals;
  const amount = (value: number | undefined) =>
    value === undefined ? '–' : formatAmount(value, currency, language);
  const patient = totals === undefined ? undefined : patientPart(totals);
  const isSure = decision !== null && insuredLines(decision).every(({ guaranteed }) => guaranteed);
  return (
    <dl
      className={`equation ${(totals?.claimed ?? 0) >= longFrom * 10 ** currency.exponent ? 'equation--long' : ''}`}
    >
      <div>
        <dt>{say(decisionTexts.claimed)}</dt>
        <dd>{amount(totals?.claimed)}</dd>
      </div>
      <div>
        <dt className={isSure ? 'sure' : ''}>
          {isSure ? <Icon name="sure" /> : null}
          <span>{say(isSure ? decisionTexts.insurerSure : decisionTexts.insurer)}</span>
        </dt>
        <dd>{amount(totals?.insurer)}</dd>
      </div>
      <div className="due">
        <dt>
          {say(decisionTexts.patientPays, { currency: currencyName(currency.code, language) })}
        </dt>
        <dd>{amount(patient)}</dd>
        {decision !== null && decision.cashDue !== patient ? (
          <dd className="due__cash">
            {say(decisionTexts.cashDue, {
              amount: formatMoney(decision.cashDue, currency, language),
            })}
          </dd>
        ) : null}
      </div>
      <div>
        <dt>{say(decisionTexts.notPayable)}</dt>
        <dd>{amount(totals?.providerWriteOff)}</dd>
      </div>
      {totals?.otherPayers === undefined ? null : (
        <div>
          <dt>{say(decisionTexts.otherPayers)}</dt>
          <dd>{amount(totals.otherPayers)}</dd>
        </div>
      )}
    </dl>
  );
}

const insuredLines = ({ lines }: Decision) => {
  const insured = lines.filter(({ amounts }) => amounts.insurer > 0);
  // Nothing insured is nothing guaranteed.
  return insured.length === 0 ? [{ guaranteed: false }] : insured;
};
