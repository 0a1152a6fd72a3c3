import './refused-page.css';
import { useState } from 'react';
import { explainFinding } from '#contracts/messages/explain.ts';
import { formatTime } from '#contracts/messages/format.ts';
import { patientTexts } from '#contracts/messages/screens-patient.ts';
import { presenceTexts } from '#contracts/messages/screens-presence.ts';
import type { VisitView } from '#contracts/visit-views.ts';
import { useActing } from '../../app/act.tsx';
import { useDesk } from '../../app/desk.tsx';
import { useSpeech } from '../../app/language.tsx';
import { useShortcuts } from '../../app/shortcuts.ts';
import { AskCentre } from '../../parts/ask-centre.tsx';
import { Code } from '../../parts/code.tsx';
import { Icon } from '../../parts/icon.tsx';
import { KeyHint } from '../../parts/key-hint.tsx';
import { Photo } from '../../parts/photo.tsx';
import { VerdictBanner } from '../../parts/verdict-banner.tsx';
import { WhyDialog } from '../../parts/why-dialog.tsx';
import { WhyFindings } from '../../parts/why-findings.tsx';
import { decisive, useWording } from '../../parts/wording.ts';
import type { Cover } from './cover.ts';
import { Names } from './identity.tsx';
import { Step } from './next-steps.tsx';
import { sayPersonAge, saySex } from './person-words.ts';
import { RenewalStep, useOffersRenewal } from './renewal-line.tsx';

/** No service on this card: why, and what to do now. */
export function RefusedPage({
  visit,
  cover,
}: {
  readonly visit: VisitView;
  readonly cover: Cover;
}) {
  const { say, language } = useSpeech();
  const { sentence: tell } = useWording();
  const [isExplained, setExplained] = useState(false);
  const worst = decisive(cover.findings);
  const words = wordsFor(visit);
  const reason = cover.isHolderRefused ? say(words.refusedSub) : worst === null ? '' : tell(worst);
  useShortcuts('screen', { F3: () => setExplained(true) });
  return (
    <div className="page patient refused">
      <VerdictBanner
        outcome="declined"
        title={say(cover.isHolderRefused ? words.refused : patientTexts.cardRefused)}
        reason={reason}
      >
        <p className="banner__end ref">
          {say(words.openedAt, { time: formatTime(visit.openedAt, language) })}
        </p>
      </VerdictBanner>
      <div className="cols">
        <WhatNow visit={visit} cover={cover} reason={reason} words={words} />
        <aside className="side">
          <Holder visit={visit} />
          <WhyFindings findings={visit.eligibility.findings} explain={() => setExplained(true)} />
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

type Words = ReturnType<typeof wordsFor>;

/** What is true of a visit without a card, or on another's, is not what is true of a card's holder. */
const wordsFor = ({ card, insteadOfCard }: VisitView) => ({
  ...(insteadOfCard === null
    ? { refused: patientTexts.notThisPerson, refusedSub: patientTexts.notThisPersonSub }
    : { refused: presenceTexts.notTheMember, refusedSub: presenceTexts.notTheMemberSub }),
  ...(card.cardNumber === null
    ? {
        openedAt: presenceTexts.openedAt,
        other: presenceTexts.stepOwnCard,
        otherSub: presenceTexts.stepOwnCardSub,
      }
    : {
        openedAt: patientTexts.openedAt,
        other: patientTexts.stepOtherCard,
        otherSub: patientTexts.stepOtherCardSub,
      }),
});

function WhatNow(props: {
  readonly visit: VisitView;
  readonly cover: Cover;
  readonly reason: string;
  readonly words: Words;
}) {
  const { cover, reason, words } = props;
  const { say } = useSpeech();
  const { client } = useDesk();
  const { act } = useActing();
  const setAside = () => void act(() => client.visit.close());
  // Nothing is put on the card of somebody who is not its holder.
  const renewal = useOffersRenewal(props.visit) && !cover.isHolderRefused ? 1 : 0;
  useShortcuts('screen', { F8: setAside });
  return (
    <article className="card todo">
      <div className="card__head">
        <h2>{say(patientTexts.whatNow)}</h2>
      </div>
      <ol className="steps">
        <TellReason cover={cover} reason={reason} words={words} />
        {renewal === 0 ? null : <RenewalStep number={2} />}
        <Step number={2 + renewal} title={say(words.other)} text={say(words.otherSub)}>
          <span className="live" role="status">
            <Icon name="card" size="sm" />
            <span>{say(patientTexts.waitingCard)}</span>
          </span>
        </Step>
        <Step
          number={3 + renewal}
          title={say(patientTexts.stepRefresh)}
          text={say(patientTexts.stepRefreshSub)}
        >
          <AskCentre label={patientTexts.askNow} />
        </Step>
        <Step
          number={4 + renewal}
          title={say(patientTexts.stepEmergency)}
          text={say(patientTexts.stepEmergencySub)}
        />
      </ol>
      <div className="promise">
        <Icon name="info" />
        <b>{say(patientTexts.nothingCharged)}</b>
        <button className="btn" type="button" aria-keyshortcuts="F8" onClick={setAside}>
          <span>{say(patientTexts.setAside)}</span> <KeyHint keys="F8" />
        </button>
      </div>
    </article>
  );
}

/** The reason in the other language too, for a member who does not read this one. */
function TellReason(props: {
  readonly cover: Cover;
  readonly reason: string;
  readonly words: Words;
}) {
  const { cover, reason, words } = props;
  const { say, language } = useSpeech();
  const { currency } = useDesk().terminal;
  const [isOther, setOther] = useState(false);
  const other = language === 'ar' ? 'en' : 'ar';
  const worst = decisive(cover.findings);
  const translated =
    cover.isHolderRefused || worst === null
      ? words.refusedSub[other]
      : (explainFinding(worst, other, currency)?.sentence ?? reason);
  return (
    <Step number={1} title={say(patientTexts.stepReason)} text={isOther ? translated : reason}>
      <button
        className="btn"
        type="button"
        aria-pressed={isOther}
        onClick={() => setOther(!isOther)}
      >
        <span>{say(patientTexts.stepShow)}</span>
      </button>
    </Step>
  );
}

function Holder({ visit }: { readonly visit: VisitView }) {
  const speech = useSpeech();
  const { say } = speech;
  const age = sayPersonAge(visit, speech);
  return (
    <section className="card holder" aria-label={say(patientTexts.registeredHolder)}>
      <Photo photo={visit.photo} />
      <div>
        <p className="cap">{say(patientTexts.registeredHolder)}</p>
        <Names person={visit.person} />
        <p className="as">
          <span>
            {age.number} {age.unit}
          </span>
          <span>{saySex(visit.person.sex, speech)}</span>
        </p>
        <dl>
          <dt>{say(patientTexts.plan)}</dt>
          <dd>{visit.planName === null ? say(patientTexts.unknown) : say(visit.planName)}</dd>
          <dt>{say(patientTexts.memberNumber)}</dt>
          <dd>
            <Code>{visit.person.memberNumber}</Code>
          </dd>
          <dt>{say(patientTexts.cardNumber)}</dt>
          <dd>
            {visit.card.cardNumber === null ? (
              say(patientTexts.none)
            ) : (
              <Code>{visit.card.cardNumber}</Code>
            )}
          </dd>
        </dl>
      </div>
    </section>
  );
}
