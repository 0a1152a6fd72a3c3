import './member-page.css';
import { useState } from 'react';
import { patientTexts } from '#contracts/messages/screens-patient.ts';
import { presenceTexts } from '#contracts/messages/screens-presence.ts';
import type { VisitView } from '#contracts/visit-views.ts';
import { useActing } from '../../app/act.tsx';
import { useDesk } from '../../app/desk.tsx';
import { useSpeech } from '../../app/language.tsx';
import { useShortcuts } from '../../app/shortcuts.ts';
import { KeyHint } from '../../parts/key-hint.tsx';
import { PresenceNotes } from '../../parts/presence-note.tsx';
import { WhyDialog } from '../../parts/why-dialog.tsx';
import type { ScreenProps } from '../screen.ts';
import { Alerts } from './alerts.tsx';
import { CeilingsPanel } from './ceilings-panel.tsx';
import type { Cover } from './cover.ts';
import { CoverBanner } from './cover-banner.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { Identity, MembershipFacts } from './identity.tsx';
import { MedPanel } from './med-panel.tsx';
import { ReferredSteps } from './next-steps.tsx';
import { OtherWay } from './other-way.tsx';
import { RenewalLine, useOffersRenewal } from './renewal-line.tsx';
import { ReturnsLine } from './returns-line.tsx';

/** A card whose holder may be served, or whose cover cannot be decided here. */
export function MemberPage(
  props: ScreenProps & { readonly visit: VisitView; readonly cover: Cover },
) {
  const { visit, cover } = props;
  const { desk } = useDesk();
  const mayPrescribe = desk.user?.permissions.includes('prescribe') ?? false;
  const { say } = useSpeech();
  const offersRenewal = useOffersRenewal(visit);
  const [isExplained, setExplained] = useState(false);
  useShortcuts('screen', { F3: () => setExplained(true) });
  return (
    <div className="page patient">
      <CoverBanner cover={cover} holder={visit.holder} explain={() => setExplained(true)} />
      <div className="cols">
        <article className="card person" aria-label={say(patientTexts.cardHolder)}>
          <Identity visit={visit} />
          <div>
            <PresenceNotes of={visit} />
            <ReturnsLine returns={visit.returns} />
            <MembershipFacts visit={visit} />
            {offersRenewal ? <RenewalLine /> : null}
          </div>
          {visit.holder === 'not-yet' ? <Question {...props} /> : <Confirmed {...props} />}
        </article>
        <aside className="side">
          {cover.outcome === 'referred' ? <ReferredSteps /> : null}
          <Alerts visit={visit} cover={cover} />
          <CeilingsPanel ceilings={visit.ceilings} />
          <MedPanel
            med={visit.med}
            mayWrite={mayPrescribe && visit.card.isPresent && isOwn(visit)}
          />
          <HistoryPanel
            history={visit.history}
            pin={visit.pin}
            hasPinPad={visit.hasPinPad}
            today={visit.serviceDate}
          />
        </aside>
      </div>
      {isExplained ? (
        <WhyDialog
          title={say(patientTexts.checksHeading)}
          findings={visit.eligibility.findings}
          close={() => setExplained(false)}
        />
      ) : null}
    </div>
  );
}

const isOwn = ({ insteadOfCard }: VisitView): boolean => insteadOfCard === null;

/** Is this the person in front of you? */
function Question({ open, isPermitted, visit }: ScreenProps & { readonly visit: VisitView }) {
  const [isOther, setOther] = useState(false);
  const { say } = useSpeech();
  const { client } = useDesk();
  const { act } = useActing();
  const answer = async (said: 'confirmed' | 'refused') => {
    const done = await act(() => client.visit.answerHolder({ answer: said }));
    if (done !== null && said === 'confirmed') goOn();
  };
  const goOn = () => {
    if (isPermitted('dispense')) open('dispense');
    else if (isPermitted('visit')) open('visit');
  };
  // Whoever came without a card of their own must be here in person.
  const mayTakeOtherWay = visit.insteadOfCard === null && visit.card.isPresent;
  const otherWay = () => setOther(mayTakeOtherWay);
  useShortcuts('screen', {
    F9: () => void answer('confirmed'),
    F8: () => void answer('refused'),
    F10: otherWay,
  });
  return (
    <div className="confirm">
      <div>
        <h2>{say(patientTexts.question)}</h2>
        <p>{say(patientTexts.questionHint)}</p>
      </div>
      <button
        className="btn btn--lg btn--danger"
        type="button"
        aria-keyshortcuts="F8"
        onClick={() => void answer('refused')}
      >
        <span>{say(patientTexts.no)}</span> <KeyHint keys="F8" />
      </button>
      {mayTakeOtherWay ? (
        <button
          className="btn btn--lg"
          type="button"
          aria-keyshortcuts="F10"
          title={say(presenceTexts.otherWayHint)}
          onClick={otherWay}
        >
          <span>{say(presenceTexts.collectedBy)}</span> <KeyHint keys="F10" />
        </button>
      ) : null}
      {isOther ? (
        <OtherWay today={visit.serviceDate} close={() => setOther(false)} collected={goOn} />
      ) : null}
      <button
        className="btn btn--lg btn--primary"
        type="button"
        aria-keyshortcuts="F9"
        onClick={() => void answer('confirmed')}
      >
        <span>{say(patientTexts.yes)}</span> <KeyHint keys="F9" />
      </button>
    </div>
  );
}

/** Confirmed already: where to go on, or set the visit aside. */
function Confirmed({ open, isPermitted, visit }: ScreenProps & { readonly visit: VisitView }) {
  const { say } = useSpeech();
  const { client } = useDesk();
  const { act } = useActing();
  const next = (['dispense', 'visit'] as const).filter(isPermitted);
  const first = next[0];
  const setAside = () => void act(() => client.visit.close());
  useShortcuts('screen', {
    F8: setAside,
    ...(first === undefined ? {} : { F9: () => open(first) }),
  });
  return (
    <div className="confirm">
      <div>
        {typeof visit.holder === 'object' ? (
          <>
            <h2>{say(presenceTexts.collects, { name: visit.holder.collectedBy.name })}</h2>
            <p>{say(presenceTexts.collectsHint)}</p>
          </>
        ) : (
          <>
            <h2>{say(patientTexts.confirmed)}</h2>
            <p>{say(patientTexts.confirmedHint)}</p>
          </>
        )}
      </div>
      <button className="btn btn--lg" type="button" aria-keyshortcuts="F8" onClick={setAside}>
        <span>{say(patientTexts.setAside)}</span> <KeyHint keys="F8" />
      </button>
      {next.map((screen, index) => (
        <button
          key={screen}
          className={`btn btn--lg ${index === 0 ? 'btn--primary' : ''}`}
          type="button"
          onClick={() => open(screen)}
        >
          <span>{say(screen === 'dispense' ? patientTexts.toDispense : patientTexts.toVisit)}</span>{' '}
          <KeyHint keys={index === 0 ? 'F9' : 'F5'} />
        </button>
      ))}
    </div>
  );
}
