import type { ClaimView } from '#contracts/claim-views.ts';
import { formatDate, formatNumber } from '#contracts/messages/format.ts';
import { decisionTexts } from '#contracts/messages/screens-decision.ts';
import { paperTexts } from '#contracts/messages/screens-paper.ts';
import { useSpeech } from '../app/language.tsx';
import { patientPart } from '../parts/line-row.tsx';
import { LineParts, taxInClaim } from './line-parts.tsx';
import { countedAmounts, Pairs, PaperHead, Reversals, useMoney } from './paper-parts.tsx';

/** The claim as the insurer takes it on paper, A4: lines, decisions, money, and the record that proves it. */
export function ClaimForm({ claim }: { readonly claim: ClaimView }) {
  const { say, language } = useSpeech();
  const money = useMoney(claim.decision.currency);
  const { member, record } = claim;
  const { outsideTotal } = claim.decision;
  return (
    <>
      <PaperHead title={paperTexts.form} />
      <Pairs
        of={[
          [paperTexts.receiptNumber, claim.receiptNumber],
          [paperTexts.serviceDate, formatDate(claim.serviceDate, language)],
          [paperTexts.member, language === 'ar' ? member.nameAr : member.nameLatin],
          [paperTexts.memberNumber, member.memberNumber],
          [
            paperTexts.diagnoses,
            claim.diagnoses.map(({ code, name }) => `${code} ${say(name)}`).join(' · ') || '–',
          ],
        ]}
      />
      <FormLines claim={claim} />
      {outsideTotal === 0 ? null : (
        <p>{say(decisionTexts.outsideSum, { amount: money(outsideTotal) })}</p>
      )}
      <Reversals claim={claim} />
      <p className="code">
        {say(paperTexts.record)}{' '}
        <bdi dir="ltr">
          {String(record.seq)} · {record.hash}
        </bdi>
      </p>
      <div className="signs">
        <p>{say(paperTexts.signature)}</p>
        <p>{say(paperTexts.stamp)}</p>
      </div>
    </>
  );
}

function FormLines({ claim }: { readonly claim: ClaimView }) {
  const { say, language } = useSpeech();
  const money = useMoney(claim.decision.currency);
  const { lines, totals } = claim.decision;
  const tax = taxInClaim(lines);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{say(paperTexts.item)}</th>
          <th scope="col">{say(paperTexts.quantity)}</th>
          <th scope="col">{say(paperTexts.decision)}</th>
          {[paperTexts.claimed, paperTexts.insurerPays, paperTexts.patientPays].map((text) => (
            <th key={text.en} scope="col" className="amount">
              {say(text)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {claim.lines.map(({ line, item }) => {
          const decided = lines.find(({ lineId }) => lineId === line.lineId);
          if (decided === undefined) return null;
          const { claimed, insurer, patient } = countedAmounts(decided);
          return (
            <tr key={line.lineId}>
              <td>
                {say(item.name)} <bdi dir="ltr">{item.code}</bdi>
                <LineParts of={decided} currency={claim.decision.currency} />
              </td>
              <td>{formatNumber(line.quantity, language)}</td>
              <td>{say(decisionTexts[decided.outcome])}</td>
              <td className="amount">{money(claimed)}</td>
              <td className="amount">{money(insurer)}</td>
              <td className="amount">{money(patient)}</td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={3}>
            {say(paperTexts.total)}
            {tax === null ? null : (
              <small className="part">{say(paperTexts.tax, { amount: money(tax) })}</small>
            )}
          </td>
          <td className="amount">{money(totals.claimed)}</td>
          <td className="amount">{money(totals.insurer)}</td>
          <td className="amount">{money(patientPart(totals))}</td>
        </tr>
      </tfoot>
    </table>
  );
}
