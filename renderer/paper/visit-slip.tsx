import type { ClaimView } from '#contracts/claim-views.ts';
import { formatDate, formatNumber } from '#contracts/messages/format.ts';
import { decisionTexts } from '#contracts/messages/screens-decision.ts';
import { paperTexts } from '#contracts/messages/screens-paper.ts';
import { encounterNames } from '#contracts/messages/screens-visit.ts';
import { useSpeech } from '../app/language.tsx';
import { countedAmounts, Pairs, PaperHead, useMoney } from './paper-parts.tsx';

/** Whether anything was asked for that is done in a visit, and not handed over. */
export const hasServices = ({ lines }: ClaimView): boolean =>
  lines.some(({ item }) => item.kind !== 'medicine');

/** What the member takes from desk to desk, A5: who treats, what is allowed, what it costs. It names no diagnosis. */
export function VisitSlip({ claim }: { readonly claim: ClaimView }) {
  const { say, language } = useSpeech();
  const money = useMoney();
  const { clinician, decision, member } = claim;
  return (
    <>
      <PaperHead title={paperTexts.slip} />
      <Pairs
        of={[
          [paperTexts.receiptNumber, claim.receiptNumber],
          [paperTexts.serviceDate, formatDate(claim.serviceDate, language)],
          [paperTexts.member, language === 'ar' ? member.nameAr : member.nameLatin],
          [paperTexts.memberNumber, member.memberNumber],
          [paperTexts.care, say(encounterNames[claim.encounter])],
          ...(clinician === null
            ? []
            : [[paperTexts.clinician, `${clinician.name} · ${clinician.licence}`] as const]),
        ]}
      />
      <table>
        <thead>
          <tr>
            <th scope="col">{say(paperTexts.item)}</th>
            <th scope="col">{say(paperTexts.decision)}</th>
            <th scope="col" className="amount">
              {say(paperTexts.patientPays)}
            </th>
          </tr>
        </thead>
        <tbody>
          {claim.lines.map(({ line, item }) => {
            const decided = decision.lines.find(({ lineId }) => lineId === line.lineId);
            if (decided === undefined) return null;
            return (
              <tr key={line.lineId}>
                <td>
                  {say(item.name)} × {formatNumber(line.quantity, language)}
                </td>
                <td>{say(decisionTexts[decided.outcome])}</td>
                <td className="amount">{money(countedAmounts(decided).patient)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Pairs
        of={[
          [paperTexts.insurerPays, money(decision.totals.insurer)],
          [paperTexts.paidInCash, money(decision.cashDue)],
        ]}
      />
      <p>{say(paperTexts.slipHint)}</p>
      <div className="signs">
        <p>{say(paperTexts.stamp)}</p>
      </div>
    </>
  );
}
