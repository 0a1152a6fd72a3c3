import type { ClaimView } from '#contracts/agent-views.ts';
import { factNames } from '#contracts/messages/checks.ts';
import { explainFinding } from '#contracts/messages/explain.ts';
import { formatDate, formatMoney, formatNumber, formatShown } from '#contracts/messages/format.ts';
import { nearestTexts } from '#contracts/messages/nearest.ts';
import { decisionTexts } from '#contracts/messages/screens-decision.ts';
import { paperTexts } from '#contracts/messages/screens-paper.ts';
import type { DecidedLine, Finding, NearestChange } from '#domain/adjudication/decision.ts';
import { useDesk } from '../app/desk.tsx';
import { useSpeech } from '../app/language.tsx';
import { Pairs, PaperHead } from './paper-parts.tsx';

/** Whether something of the claim was not allowed as it was asked for. */
export const isRefusedInPart = ({ decision }: ClaimView): boolean =>
  decision.lines.some((line) => reasonsOf(line).length > 0);

/** Why lines were not allowed, in writing: reason, facts, clause, and what can be done. A4. */
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
      {claim.decision.lines.map((line) => {
        const item = claim.lines.find((one) => one.line.lineId === line.lineId)?.item;
        const reasons = reasonsOf(line);
        if (item === undefined || reasons.length === 0) return null;
        return (
          <section key={line.lineId}>
            <h2>
              {say(item.name)}: {say(decisionTexts[line.outcome])}
            </h2>
            {reasons.map((finding) => (
              <Reason key={finding.check} finding={finding} />
            ))}
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

const reasonsOf = ({ findings }: DecidedLine): readonly Finding[] =>
  findings.filter(
    ({ mode, outcome, reason, waivedBy }) =>
      mode === 'enforce' && outcome !== 'approved' && reason !== null && waivedBy === null,
  );

function Reason({ finding }: { readonly finding: Finding }) {
  const { say, language } = useSpeech();
  const { terminal } = useDesk();
  const { currency } = terminal;
  const clause = finding.clause === null ? undefined : terminal.clauses[finding.clause];
  const facts = finding.facts.map(({ name, value }) => {
    const said =
      value === null ? say(paperTexts.factUnknown) : formatShown(value, language, currency);
    return `${say(factNames[name])}: ${said}`;
  });
  return (
    <>
      <p>{explainFinding(finding, language, currency)?.sentence}</p>
      {facts.length === 0 ? null : (
        <p>
          {say(paperTexts.restsOn)}: {facts.join(' · ')}
        </p>
      )}
      {clause === undefined ? null : (
        <p>
          {say(paperTexts.clause)}: {say(clause.reference)}: {say(clause.text)}
        </p>
      )}
      {finding.nearest === null ? null : <Advice nearest={finding.nearest} />}
    </>
  );
}

function Advice({ nearest }: { readonly nearest: NearestChange }) {
  const { say, language } = useSpeech();
  const { currency } = useDesk().terminal;
  const values = {
    ...('date' in nearest ? { date: formatDate(nearest.date, language) } : {}),
    ...('price' in nearest ? { price: formatMoney(nearest.price, currency, language) } : {}),
    ...('quantity' in nearest ? { quantity: formatNumber(nearest.quantity, language) } : {}),
  };
  return (
    <p>
      {say(paperTexts.canDo)}: {say(nearestTexts[nearest.kind].text, values)}
    </p>
  );
}
