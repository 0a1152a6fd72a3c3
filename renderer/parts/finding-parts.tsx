import { factNames } from '#contracts/messages/checks.ts';
import { decisionTexts } from '#contracts/messages/screens-decision.ts';
import type { FactUsed, Finding } from '#domain/adjudication/decision.ts';
import { useDesk } from '../app/desk.tsx';
import { useSpeech } from '../app/language.tsx';
import { Mark } from './mark.tsx';
import { SourceMark } from './source-mark.tsx';
import { useWording } from './wording.ts';

/** Each fact with its value, who said it and when; an unknown one says that it is unknown. */
export function Facts({ facts }: { readonly facts: readonly FactUsed[] }) {
  const { say } = useSpeech();
  const { value } = useWording();
  if (facts.length === 0) return null;
  // Several checks may look at the same fact.
  const once = new Map(facts.map((fact) => [`${fact.name} ${fact.source}`, fact]));
  return (
    <section>
      <h3>{say(decisionTexts.facts)}</h3>
      <ul className="known">
        {[...once].map(([key, fact]) => (
          <li key={key}>
            <span>
              {say(factNames[fact.name])}:{' '}
              <b>{fact.value === null ? say(decisionTexts.factUnknown) : value(fact.value)}</b>
            </span>
            <SourceMark source={fact.source} asOf={fact.asOf} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The contract's own words. */
export function Clause({ id }: { readonly id: string | null }) {
  const { say } = useSpeech();
  const { terminal } = useDesk();
  const clause = id === null ? undefined : terminal.clauses[id];
  if (clause === undefined) return null;
  return (
    <section>
      <h3>{say(decisionTexts.clause)}</h3>
      <blockquote>
        {say(clause.reference)}: {say(clause.text)}
      </blockquote>
    </section>
  );
}

/** Every check with its mark; those that do not decide say so. */
export function Checks({ findings }: { readonly findings: readonly Finding[] }) {
  const { say } = useSpeech();
  const { check, short } = useWording();
  return (
    <ul className="passed">
      {findings.map((finding) => (
        <li key={finding.check} className={`v-${finding.outcome}`}>
          <Mark outcome={finding.outcome} />
          <span>
            {check(finding)}
            {finding.mode === 'enforce' ? null : (
              <span className="note">
                {' '}
                ({say(finding.mode === 'warn' ? decisionTexts.warned : decisionTexts.observed)})
              </span>
            )}
          </span>
          {finding.reason === null ? (
            finding.facts[0] === undefined ? null : (
              <SourceMark source={finding.facts[0].source} asOf={finding.facts[0].asOf} />
            )
          ) : (
            <span className="note">{short(finding)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
