import type { ClaimView } from '#contracts/claim-views.ts';
import { formatInstant, formatNumber } from '#contracts/messages/format.ts';
import { paperTexts } from '#contracts/messages/screens-paper.ts';
import { useSpeech } from '../app/language.tsx';
import { LineParts, taxInClaim } from './line-parts.tsx';
import { countedAmounts, Pairs, PaperHead, Reversals, useMoney } from './paper-parts.tsx';

/** What the member takes home, 80 mm wide: items and money. A diagnosis never stands on it. */
export function Receipt({ claim }: { readonly claim: ClaimView }) {
  const { say, language } = useSpeech();
  const money = useMoney(claim.decision.currency);
  const { member, decision } = claim;
  const tax = taxInClaim(decision.lines);
  return (
    <>
      <PaperHead title={paperTexts.receipt} />
      <Pairs
        of={[
          [paperTexts.receiptNumber, claim.receiptNumber],
          [paperTexts.date, formatInstant(claim.savedAt, language)],
          [paperTexts.member, language === 'ar' ? member.nameAr : member.nameLatin],
          [paperTexts.memberNumber, member.memberNumber],
        ]}
      />
      <table>
        <thead>
          <tr>
            <th scope="col">{say(paperTexts.item)}</th>
            <th scope="col" className="amount">
              {say(paperTexts.patientPays)}
            </th>
          </tr>
        </thead>
        <tbody>
          {claim.lines.map(({ line, item }) => {
            const decided = decision.lines.find(({ lineId }) => lineId === line.lineId);
            return (
              <tr key={line.lineId}>
                <td>
                  {say(item.name)} × {formatNumber(line.quantity, language)}
                  <LineParts of={decided} currency={claim.decision.currency} />
                </td>
                <td className="amount">{money(countedAmounts(decided).patient)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Pairs
        of={[
          [paperTexts.claimed, money(decision.totals.claimed)],
          ...(tax === null ? [] : [[paperTexts.taxInIt, money(tax)] as const]),
          [paperTexts.insurerPays, money(decision.totals.insurer)],
          ...(decision.totals.providerWriteOff === 0
            ? []
            : [[paperTexts.notPayable, money(decision.totals.providerWriteOff)] as const]),
          ...(decision.totals.otherPayers === undefined
            ? []
            : [[paperTexts.otherPayers, money(decision.totals.otherPayers)] as const]),
          [paperTexts.paidInCash, money(decision.cashDue)],
        ]}
      />
      <Reversals claim={claim} />
      <p>{say(paperTexts.keep)}</p>
    </>
  );
}
