import './member-strip.css';
import { linesTexts } from '#contracts/messages/screens-lines.ts';
import { patientTexts } from '#contracts/messages/screens-patient.ts';
import type { VisitView } from '#contracts/visit-views.ts';
import { useSpeech } from '../../app/language.tsx';
import { Code } from '../../parts/code.tsx';
import { Photo } from '../../parts/photo.tsx';
import { sayPersonAge, saySex } from '../patient/person-words.ts';
import { Diagnoses } from './diagnoses.tsx';

/** Who is being served, in one line, with the diagnoses. */
export function MemberStrip({
  visit,
  mayEdit,
}: {
  readonly visit: VisitView;
  readonly mayEdit: boolean;
}) {
  const speech = useSpeech();
  const { say, language } = speech;
  const { person } = visit;
  const age = sayPersonAge(visit, speech);
  const identity =
    visit.holder === 'confirmed' ? linesTexts.identityConfirmed : linesTexts.identityWaiting;
  return (
    <section className="card strip" aria-label={say(linesTexts.member)}>
      <Photo photo={visit.photo} />
      <div className="who">
        <b>{language === 'ar' ? person.nameAr : person.nameLatin}</b>
        <span>
          {age.number} {age.unit} · {saySex(person.sex, speech)} · {say(identity)}
        </span>
      </div>
      <dl>
        <div>
          <dt>{say(patientTexts.plan)}</dt>
          <dd>{visit.planName === null ? say(patientTexts.unknown) : say(visit.planName)}</dd>
        </div>
        <div className="opt">
          <dt>{say(patientTexts.memberNumber)}</dt>
          <dd>
            <Code>{person.memberNumber}</Code>
          </dd>
        </div>
      </dl>
      <Diagnoses visit={visit} mayEdit={mayEdit} />
    </section>
  );
}
