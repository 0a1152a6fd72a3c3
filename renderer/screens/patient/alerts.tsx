import './alerts.css';
import { formatDate } from '#contracts/messages/format.ts';
import { presenceTexts } from '#contracts/messages/screens-presence.ts';
import type { VisitView } from '#contracts/visit-views.ts';
import type { Finding, LineOutcome } from '#domain/adjudication/decision.ts';
import { type Speech, useSpeech } from '../../app/language.tsx';
import { Mark } from '../../parts/mark.tsx';
import { useWording } from '../../parts/wording.ts';
import type { Cover } from './cover.ts';
import { sayAllergy, sayNamed } from './med-words.ts';

interface Alert {
  readonly weight: LineOutcome;
  readonly text: string;
}

/** Everything that must not be overlooked, in one place, the gravest first; nothing where there is none. */
export function Alerts({ visit, cover }: { readonly visit: VisitView; readonly cover: Cover }) {
  const speech = useSpeech();
  const { sentence } = useWording();
  const alerts = [
    ...ofCover(cover.findings, sentence),
    ...ofMed(visit, speech),
    ...due(visit, speech),
  ];
  if (alerts.length === 0) return null;
  return (
    <section className="card alerts" aria-label={speech.say(presenceTexts.alerts)}>
      <div className="card__head">
        <h2>{speech.say(presenceTexts.alerts)}</h2>
      </div>
      <ul>
        {alerts.map(({ weight, text }) => (
          <li key={text} className={`v-${weight}`}>
            <Mark outcome={weight} />
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const ofCover = (
  findings: readonly Finding[],
  sentence: (finding: Finding) => string,
): readonly Alert[] =>
  findings
    .filter(({ outcome }) => outcome !== 'approved')
    .map((finding) => ({ weight: finding.outcome, text: sentence(finding) }));

function ofMed({ med }: VisitView, speech: Speech): readonly Alert[] {
  if (med.state !== 'read') return [];
  const { say } = speech;
  return [
    ...med.allergies.map((one): Alert => {
      const name = sayAllergy(one, speech);
      return { weight: 'declined', text: say(presenceTexts.allergyTo, { name }) };
    }),
    ...med.conditions.map(({ code, name }): Alert => {
      const said = sayNamed(name, code, speech);
      return { weight: 'reduced', text: say(presenceTexts.hasCondition, { name: said }) };
    }),
  ];
}

const due = ({ refillsDue }: VisitView, { say, language }: Speech): readonly Alert[] =>
  (refillsDue ?? []).map(({ name, since }) => ({
    weight: 'approved',
    text: say(presenceTexts.refillDue, { name: say(name), date: formatDate(since, language) }),
  }));
