import './why-panel.css';
import { useEffect, useRef } from 'react';
import { stepNames } from '#contracts/messages/checks.ts';
import { formatAmount, sentence } from '#contracts/messages/format.ts';
import { decisionCounts, decisionTexts } from '#contracts/messages/screens-decision.ts';
import type { LineView } from '#contracts/visit-views.ts';
import type { DecidedLine, NearestChange } from '#domain/adjudication/decision.ts';
import type { CalendarDate } from '#domain/dates.ts';
import { useDesk } from '../app/desk.tsx';
import { useSpeech } from '../app/language.tsx';
import { ApprovalBox } from '../screens/lines/approval-box.tsx';
import { ConsentBox } from '../screens/lines/consent-box.tsx';
import { type Instead, InsteadBox } from '../screens/lines/instead-box.tsx';
import { KeptApart } from '../screens/lines/kept-apart.tsx';
import { Checks, Clause, Facts } from './finding-parts.tsx';
import { chipText } from './missing.ts';
import { NearestChangeBox } from './nearest-change.tsx';
import { SupplyPicture } from './supply-picture.tsx';
import { VerdictChip } from './verdict-chip.tsx';
import { decisive, useWording } from './wording.ts';

interface WhyProps {
  readonly line: LineView | null;
  readonly decided: DecidedLine | null;
  /** What may be given instead; null where nothing is better. */
  readonly instead: Instead | null;
  readonly serviceDate: CalendarDate;
  /** Makes a nearest change, or leads to where it is entered. */
  readonly take: (nearest: NearestChange) => void;
  /** Sends a referred line for approval. */
  readonly send: (line: LineView) => void;
}

/** Why the chosen line fares so: sentence, nearest change, arithmetic, facts, clause, checks. */
export function WhyPanel(props: WhyProps) {
  const { line, decided } = props;
  const { say } = useSpeech();
  return (
    <aside
      id="why"
      tabIndex={-1}
      className={`card why why--line v-${decided?.outcome ?? 'approved'}`}
      aria-label={say(decisionTexts.whyTitle)}
    >
      {line === null || decided === null ? (
        <p className="why__none">{say(decisionTexts.noLineChosen)}</p>
      ) : (
        <LineWhy {...props} line={line} decided={decided} />
      )}
    </aside>
  );
}

function LineWhy(props: WhyProps & { readonly line: LineView; readonly decided: DecidedLine }) {
  const { line, decided } = props;
  const { say, count } = useSpeech();
  const { sentence: tell } = useWording();
  const worst = decisive(decided.findings);
  const rest = decided.findings.filter((finding) => finding !== worst);
  const passed = rest.filter(({ reason }) => reason === null).length;
  const body = useFromTop(`${line.line.lineId} ${worst?.reason}`);
  return (
    <>
      <header>
        <div>
          <h2>{say(line.item.name)}</h2>
          <VerdictChip outcome={decided.outcome} {...chipText(decided)} />
        </div>
        <p className="lead">{worst === null ? say(decisionTexts.everythingPassed) : tell(worst)}</p>
      </header>
      <div className="why__body" ref={body}>
        {worst?.nearest == null ? null : (
          <NearestChangeBox nearest={worst.nearest} take={props.take} />
        )}
        {props.instead === null ? (
          <KeptApart decided={decided} />
        ) : (
          <InsteadBox instead={props.instead} />
        )}
        <ApprovalBox
          line={line}
          decided={decided}
          send={props.send}
          hasKey={props.instead === null}
        />
        <ConsentBox line={line} decided={decided} hasKey={props.instead === null} />
        <Arithmetic {...props} />
        <Facts facts={worst?.facts ?? decided.findings.flatMap(({ facts }) => facts)} />
        <Clause id={worst?.clause ?? null} />
        <details className="why__checks">
          <summary>{count(passed, decisionCounts.passed)}</summary>
          <Checks findings={decided.findings} />
        </details>
      </div>
    </>
  );
}

/** What scrolls: back at its top when something else is to be read there. */
function useFromTop(what: string) {
  const body = useRef<HTMLDivElement>(null);
  const shown = useRef(what);
  useEffect(() => {
    if (shown.current !== what) body.current?.scrollTo({ top: 0 });
    shown.current = what;
  }, [what]);
  return body;
}

function Arithmetic({ decided, serviceDate }: WhyProps & { readonly decided: DecidedLine }) {
  const { say, language } = useSpeech();
  const { currency } = useDesk().terminal;
  const worst = decisive(decided.findings);
  const repeat = worst?.check === 'repeat-window' ? worst : null;
  if (repeat === null && decided.steps.length === 0) return null;
  return (
    <section>
      <h3>{say(decisionTexts.arithmetic)}</h3>
      {repeat === null ? null : <SupplyPicture shown={repeat.shown} today={serviceDate} />}
      <dl className="math">
        {decided.steps.map(({ step, amount, shown }) => (
          <div key={step} className={step === 'insurer' ? 'sum-line' : ''}>
            <dt>
              {sentence(say(stepNames[step]), shown, language, currency)}
              <StepValues shown={shown} />
            </dt>
            {/* What the insurer takes over is moved back to it: the name says to whom. */}
            <dd className="num">{formatAmount(Math.abs(amount), currency, language)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What the step was reckoned with: a percentage, a quantity, a price. */
function StepValues({ shown }: { readonly shown: DecidedLine['steps'][number]['shown'] }) {
  const { value } = useWording();
  const values = Object.values(shown).map(value);
  return values.length === 0 ? null : <span className="note"> ({values.join(' × ')})</span>;
}
