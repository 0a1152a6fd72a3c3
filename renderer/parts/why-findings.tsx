import { decisionTexts } from '#contracts/messages/screens-decision.ts';
import type { Finding } from '#domain/adjudication/decision.ts';
import { useSpeech } from '../app/language.tsx';
import { Checks, Clause, Facts } from './finding-parts.tsx';
import { KeyHint } from './key-hint.tsx';
import { Mark } from './mark.tsx';
import { decisive, useWording } from './wording.ts';

/** A person's verdict explained: the deciding check, its facts and clause, then what passed. */
export function WhyFindings(props: {
  readonly findings: readonly Finding[];
  readonly explain?: () => void;
}) {
  const { say } = useSpeech();
  const { check, sentence } = useWording();
  const worst = decisive(props.findings);
  return (
    <section
      className={`card why v-${worst?.outcome ?? 'approved'}`}
      aria-label={say(decisionTexts.whyTitle)}
    >
      <div className="card__head">
        <h2>{say(decisionTexts.whyTitle)}</h2>
        {props.explain === undefined ? null : (
          <button
            className="link note"
            type="button"
            aria-keyshortcuts="F3"
            onClick={props.explain}
          >
            {say(decisionTexts.why)} <KeyHint keys="F3" />
          </button>
        )}
      </div>
      {worst === null ? null : (
        <div className="fail">
          <Mark outcome={worst.outcome} />
          <b>{check(worst)}</b>
          <p>{sentence(worst)}</p>
        </div>
      )}
      {worst === null ? null : <Facts facts={worst.facts} />}
      {worst === null ? null : <Clause id={worst.clause} />}
      <section>
        <h3>{say(decisionTexts.checks)}</h3>
        <Checks findings={props.findings.filter((finding) => finding !== worst)} />
      </section>
    </section>
  );
}
