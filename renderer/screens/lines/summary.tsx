import './summary.css';
import { formatNumber } from '#contracts/messages/format.ts';
import { localeOf } from '#contracts/messages/language.ts';
import { missingNames } from '#contracts/messages/missing.ts';
import { decisionTexts } from '#contracts/messages/screens-decision.ts';
import { linesCounts, linesTexts } from '#contracts/messages/screens-lines.ts';
import type { VisitView } from '#contracts/visit-views.ts';
import type { Decision, LineOutcome } from '#domain/adjudication/decision.ts';
import { useSpeech } from '../../app/language.tsx';
import { Mark } from '../../parts/mark.tsx';
import { isIncomplete, listWanted, type Wanted } from '../../parts/missing.ts';
import { VerdictBanner } from '../../parts/verdict-banner.tsx';
import type { LinesKind } from './lines-screen.tsx';

const outcomes: readonly LineOutcome[] = ['approved', 'reduced', 'declined', 'referred'];

/** The claim's verdict in one sentence, with how many lines fared how. */
export function Summary({ visit, kind }: { readonly visit: VisitView; readonly kind: LinesKind }) {
  const { say, language, count } = useSpeech();
  const list = (words: readonly string[]) =>
    new Intl.ListFormat(localeOf[language], { type: 'conjunction' }).format(words);
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
  const wanted = listWanted(decision.lines);
  const incomplete = decision.lines.filter(isIncomplete).length;
  const values = {
    what: list(wanted.steps.map((step) => say(missingNames[step]))),
    some: formatNumber(payable, language),
    all: count(decision.lines.length, linesCounts.items),
  };
  return (
    <VerdictBanner
      isSoft
      className="sum"
      outcome={claimOutcome[decision.outcome]}
      title={say(title(decision, payable, kind, wanted), values)}
    >
      <ul>
        {outcomes.map((outcome) => (
          <Tally
            key={outcome}
            outcome={outcome}
            word={outcome}
            number={number(outcome) - (outcome === 'referred' ? incomplete : 0)}
          />
        ))}
        <Tally outcome="referred" word="incomplete" number={incomplete} />
      </ul>
    </VerdictBanner>
  );
}

/** How many lines fared so; nothing where none did. */
function Tally(props: {
  readonly outcome: LineOutcome;
  readonly word: LineOutcome | 'incomplete';
  readonly number: number;
}) {
  const { say, language } = useSpeech();
  if (props.number === 0) return null;
  return (
    <li className={`v-${props.outcome}`}>
      <Mark outcome={props.outcome} />
      <b>{formatNumber(props.number, language)}</b> <span>{say(decisionTexts[props.word])}</span>
    </li>
  );
}

/** A claim's verdict has the colours and shapes of a line's. */
export const claimOutcome: Record<Decision['outcome'], LineOutcome> = {
  approved: 'approved',
  partial: 'reduced',
  pended: 'referred',
  declined: 'declined',
};

function title(
  { outcome }: Decision,
  payable: number,
  kind: LinesKind,
  { steps, needsInsurer }: Wanted,
) {
  if (outcome === 'approved') return linesTexts.allApproved;
  if (outcome === 'pended' && payable === 0) {
    if (steps.length === 0) return linesTexts.allReferred;
    return needsInsurer ? linesTexts.allIncompleteFirst : linesTexts.allIncomplete;
  }
  if (payable === 0) return kind === 'dispense' ? linesTexts.noneDispense : linesTexts.noneVisit;
  return kind === 'dispense' ? linesTexts.someDispense : linesTexts.someVisit;
}
