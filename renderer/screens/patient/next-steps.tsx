import './next-steps.css';
import type { ReactNode } from 'react';
import { formatNumber } from '#contracts/messages/format.ts';
import { patientTexts } from '#contracts/messages/screens-patient.ts';
import { useSpeech } from '../../app/language.tsx';
import { AskCentre } from '../../parts/ask-centre.tsx';

/** One numbered thing to do, with the control that does it. */
export function Step(props: {
  readonly number: number;
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}) {
  const { language } = useSpeech();
  return (
    <li>
      <span className="n">{formatNumber(props.number, language)}</span>
      <div>
        <h3>{props.title}</h3>
        <p>{props.text}</p>
      </div>
      {props.children ?? <span />}
    </li>
  );
}

/** What to do when this terminal cannot decide: in a panel beside the person. */
export function ReferredSteps() {
  const { say } = useSpeech();
  return (
    <section className="card todo todo--side">
      <div className="card__head">
        <h2>{say(patientTexts.whatNow)}</h2>
      </div>
      <ol className="steps">
        <Step
          number={1}
          title={say(patientTexts.stepRefresh)}
          text={say(patientTexts.stepRefreshSub)}
        >
          <AskCentre label={patientTexts.askNow} />
        </Step>
        <Step
          number={2}
          title={say(patientTexts.stepPhone)}
          text={say(patientTexts.stepPhoneSub)}
        />
        <Step
          number={3}
          title={say(patientTexts.stepRecord)}
          text={say(patientTexts.stepRecordSub)}
        />
      </ol>
    </section>
  );
}
