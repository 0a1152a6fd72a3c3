import './identity.css';
import type { ReactNode } from 'react';
import { patientTexts } from '#contracts/messages/screens-patient.ts';
import { presenceTexts } from '#contracts/messages/screens-presence.ts';
import type { VisitView } from '#contracts/visit-views.ts';
import type { Person } from '#domain/people.ts';
import { useSpeech } from '../../app/language.tsx';
import { Code } from '../../parts/code.tsx';
import { Photo } from '../../parts/photo.tsx';
import { OtherCard } from './other-card.tsx';
import { sayBirth, sayPeriod, sayPersonAge, saySex } from './person-words.ts';

/** Name in both scripts, age and sex large: they are compared with the person standing there. */
export function Identity({ visit }: { readonly visit: VisitView }) {
  const speech = useSpeech();
  const { say } = speech;
  const { person } = visit;
  const age = sayPersonAge(visit, speech);
  const precision = {
    day: null,
    month: patientTexts.bornMonthOnly,
    year: patientTexts.bornYearOnly,
  }[person.birth.precision];
  return (
    <div className="who">
      <Photo photo={visit.photo} />
      <div className="who__side">
        <Names person={person} />
        <OtherCard card={visit.card} />
        <dl className="compare">
          <div>
            <dt>{say(patientTexts.age)}</dt>
            <dd>
              <span>{age.number}</span>
              <small>{age.unit}</small>
            </dd>
          </div>
          <div>
            <dt>{say(patientTexts.sex)}</dt>
            <dd>{saySex(person.sex, speech)}</dd>
          </div>
          <div className="born">
            <dt>{say(patientTexts.born)}</dt>
            <dd>
              {sayBirth(person.birth, speech)}
              {precision === null ? null : <small>{say(precision)}</small>}
            </dd>
          </div>
        </dl>
      </div>
    </div>
  );
}

/** The present language's script first and large; the other below it. */
export function Names({ person }: { readonly person: Person }) {
  const { language } = useSpeech();
  const arabic = (
    <p key="ar" lang="ar" className={language === 'ar' ? 'name-main' : 'name-also'}>
      <bdi>{person.nameAr}</bdi>
    </p>
  );
  const latin = (
    <p key="en" lang="en" className={language === 'en' ? 'name-main' : 'name-also'}>
      <bdi>{person.nameLatin}</bdi>
    </p>
  );
  return <div className="names">{language === 'ar' ? [arabic, latin] : [latin, arabic]}</div>;
}

/** Plan, employer, numbers and dates. What is not known here is said to be so. */
export function MembershipFacts({ visit }: { readonly visit: VisitView }) {
  const speech = useSpeech();
  const { say } = speech;
  const { membership, planName, card, insteadOfCard, person } = visit;
  const unknown = <span className="absent">{say(patientTexts.unknown)}</span>;
  const none = <span className="absent">{say(patientTexts.none)}</span>;
  return (
    <dl className="facts">
      <Labelled name={say(patientTexts.plan)}>
        {planName === null ? unknown : say(planName)}
      </Labelled>
      <Labelled name={say(patientTexts.employer)}>
        {membership === null
          ? unknown
          : membership.employer === null
            ? none
            : say(membership.employer)}
      </Labelled>
      <Labelled name={say(patientTexts.relationship)}>
        {/* The membership that a newborn is served on is its mother's, and so is its relationship. */}
        {insteadOfCard?.kind === 'mother-card'
          ? say(presenceTexts.newbornOfMember)
          : membership === null
            ? unknown
            : say(patientTexts[membership.relationship])}
      </Labelled>
      <Labelled name={say(patientTexts.memberNumber)}>
        <Code>{person.memberNumber}</Code>
      </Labelled>
      <Labelled name={say(patientTexts.cardNumber)}>
        {card.cardNumber === null ? none : <Code>{card.cardNumber}</Code>}
      </Labelled>
      <Labelled name={say(patientTexts.policyPeriod)}>
        {membership === null ? unknown : sayPeriod(membership.policyPeriod, speech)}
      </Labelled>
    </dl>
  );
}

function Labelled(props: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
