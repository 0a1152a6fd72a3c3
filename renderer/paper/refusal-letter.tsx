import type { ClaimView } from '#contracts/claim-views.ts';
import type {
  ExplainedCheck,
  ExplainedFact,
  ExplainedLine,
} from '#contracts/messages/explain-decision.ts';
import { explanationTexts } from '#contracts/messages/explanation-texts.ts';
import { formatDate, formatInstant } from '#contracts/messages/format.ts';
import { paperTexts } from '#contracts/messages/screens-paper.ts';
import { useSpeech } from '../app/language.tsx';
import { Pairs, PaperHead, useMoney } from './paper-parts.tsx';

/** Whether something of the claim was not allowed as it was asked for. */
export const isRefusedInPart = ({ explained }: ClaimView): boolean =>
  explained.some((line) => reasonsOf(line).length > 0);

/** Why lines were not allowed, in writing: reason, facts, clause, what can be done, and the sum. A4. */
export function RefusalLetter({ claim }: { readonly claim: ClaimView }) {
  const { say, language } = useSpeech();
  const name = language === 'ar' ? claim.member.nameAr : claim.member.nameLatin;
  return (
    <>
      <PaperHead title={paperTexts.refusal} />
      <Pairs
        of={[
          [paperTexts.receiptNumber, claim.receiptNumber],
          [paperTexts.serviceDate, formatDate(claim.serviceDate, language)],
          [paperTexts.member, name],
          [paperTexts.memberNumber, claim.member.memberNumber],
        ]}
      />
      <p>{say(paperTexts.refusalIntro, { name })}</p>
      {claim.explained.map((line) => {
        const reasons = reasonsOf(line);
        if (reasons.length === 0) return null;
        return (
          <section key={line.lineId}>
            <h2>
              {say(line.item.name)}: {say(line.outcomeLabel)}
            </h2>
            {reasons.map((check) => (
              <Reason key={check.check} check={check} />
            ))}
            <Sum line={line} />
          </section>
        );
      })}
      <p>{say(paperTexts.canAsk)}</p>
      <div className="signs">
        <p>{say(paperTexts.stamp)}</p>
      </div>
    </>
  );
}

const reasonsOf = ({ checks }: ExplainedLine): readonly ExplainedCheck[] =>
  checks.filter(
    ({ mode, outcome, reason, waivedBy }) =>
      mode === 'enforce' && outcome !== 'approved' && reason !== null && waivedBy === null,
  );

function Reason({ check }: { readonly check: ExplainedCheck }) {
  const { say } = useSpeech();
  const { clause, facts, nearest, reason } = check;
  return (
    <>
      {reason === null ? null : <p>{say(reason.text)}</p>}
      {clause === null ? null : (
        <p>
          {say(paperTexts.clause)}:{' '}
          {say(explanationTexts.quoted, {
            reference: say(clause.reference),
            text: say(clause.text),
          })}
        </p>
      )}
      {nearest === null ? null : (
        <p>
          {say(paperTexts.canDo)}: {say(nearest.text)}
        </p>
      )}
      {facts.length === 0 ? null : (
        <div className="facts">
          <p>{say(paperTexts.restsOn)}:</p>
          <ul>
            {facts.map((fact) => (
              <Fact key={`${fact.name} ${fact.source}`} fact={fact} />
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

/** A fact with where it came from, and when. */
function Fact({ fact }: { readonly fact: ExplainedFact }) {
  const { say, language } = useSpeech();
  const { asOf, label, sourceLabel, value } = fact;
  const source = say(sourceLabel);
  const dated =
    asOf === null
      ? source
      : say(paperTexts.sourceOn, { source, moment: formatInstant(asOf, language) });
  return (
    <li>{say(explanationTexts.fact, { name: say(label), value: say(value), source: dated })}</li>
  );
}

/** How the insurer's part of the line comes about: terms that add up exactly. */
function Sum({ line }: { readonly line: ExplainedLine }) {
  const { say } = useSpeech();
  const money = useMoney();
  return (
    <table>
      <tbody>
        {line.arithmetic.map(({ amount, kind, text }) => (
          <tr key={kind}>
            <td>{say(text)}</td>
            <td className="amount">{money(amount)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td>{say(paperTexts.leftToInsurer)}</td>
          <td className="amount">{money(line.amounts.insurer)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
