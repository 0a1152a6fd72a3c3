import './summary.css';
import { formatNumber } from '#contracts/messages/format.ts';
import { decisionTexts } from '#contracts/messages/screens-decision.ts';
import { linesCounts, linesTexts } from '#contracts/messages/screens-lines.ts';
import type { VisitView } from '#contracts/visit-views.ts';
import type { Decision, LineOutcome } from '#domain/adjudication/decision.ts';
import { useSpeech } from '../../app/language.tsx';
import { Mark } from '../../parts/mark.tsx';
import { VerdictBanner } from '../../parts/verdict-banner.tsx';
import type { LinesKind } from './lines-screen.tsx';

const outcomes: readonly LineOutcome[] = ['approved', 'reduced', 'declined', 'referred'];

/** The claim's verdict in one sentence, with how many lines fared how. */
export function Summary({ visit, kind }: { readonly visit: VisitView; readonly kind: LinesKind }) {
  const { say, language, count } = useSpeech();
  const { decision } = visit;
  if (decision === null) {
    return (
      <section className="banner banner--soft sum sum--none" role="status">
        <h1>{say(kind === 'dispense' ? linesTexts.emptyDispense : linesTexts.emptyVisit)}</h1>
        <p>{say(linesTexts.emptyHint)}</p>
      </section>
    );
  }
  const number = (outcome: LineOutcome) =>
    decision.lines.filter((line) => line.outcome === outcome).length;
  const payable = number('approved') + number('reduced');
  const values = {
    some: formatNumber(payable, language),
    all: count(decision.lines.length, linesCounts.items),
  };
  return (
    <VerdictBanner
      isSoft
      className="sum"
      outcome={claimOutcome[decision.outcome]}
      title={say(title(decision, payable, kind), values)}
    >
      <ul>
        {outcomes.map((outcome) =>
          number(outcome) === 0 ? null : (
            <li key={outcome} className={`v-${outcome}`}>
              <Mark outcome={outcome} />
              <b>{formatNumber(number(outcome), language)}</b>{' '}
              <span>{say(decisionTexts[outcome])}</span>
            </li>
          ),
        )}
      </ul>
    </VerdictBanner>
  );
}

/** A claim's verdict has the colours and shapes of a line's. */
export const claimOutcome: Record<Decision['outcome'], LineOutcome> = {
  approved: 'approved',
  partial: 'reduced',
  pended: 'referred',
  declined: 'declined',
};

function title({ outcome }: Decision, payable: number, kind: LinesKind) {
  if (outcome === 'approved') return linesTexts.allApproved;
  if (outcome === 'pended' && payable === 0) return linesTexts.allReferred;
  if (payable === 0) return kind === 'dispense' ? linesTexts.noneDispense : linesTexts.noneVisit;
  return kind === 'dispense' ? linesTexts.someDispense : linesTexts.someVisit;
}
