import './insert-card.css';
import type { ReaderState, ReaderView } from '#contracts/agent-views.ts';
import type { Text } from '#contracts/messages/language.ts';
import { frameTexts } from '#contracts/messages/screens-frame.ts';
import { patientTexts } from '#contracts/messages/screens-patient.ts';
import { useActing } from '../../app/act.tsx';
import { useDesk } from '../../app/desk.tsx';
import { useSpeech } from '../../app/language.tsx';
import { useShortcuts } from '../../app/shortcuts.ts';
import { Code } from '../../parts/code.tsx';
import { FailureWords } from '../../parts/failure-notice.tsx';
import { KeyHint } from '../../parts/key-hint.tsx';
import { WithoutCard } from './without-card.tsx';

const pages: Record<ReaderState, { readonly title: Text; readonly hint: Text }> = {
  'no-service': { title: patientTexts.noService, hint: patientTexts.noServiceHint },
  'no-reader': { title: patientTexts.noReader, hint: patientTexts.noReaderHint },
  empty: { title: patientTexts.insertCard, hint: patientTexts.insertCardHint },
  reading: { title: patientTexts.reading, hint: patientTexts.readingHint },
  card: { title: patientTexts.cardIn, hint: patientTexts.cardInHint },
  'same-card-wanted': { title: frameTexts.readerSameCard, hint: patientTexts.insertCardHint },
  failed: { title: patientTexts.cardFailed, hint: patientTexts.cardFailedHint },
};

/** No visit is open: what the reader sees now and what to do about it. */
export function InsertCard({ reader }: { readonly reader: ReaderView }) {
  const { say } = useSpeech();
  const { desk } = useDesk();
  const { title, hint } = pages[reader.state];
  return (
    <div className="page insert">
      <section className={`insert__box insert--${reader.state}`} role="status">
        <CardAndReader />
        <h1>{say(title)}</h1>
        {reader.failure === null ? <p>{say(hint)}</p> : <FailureWords failure={reader.failure} />}
        <div className="insert__ways">
          {reader.state === 'card' ? <OpenAgain /> : null}
          <WithoutCard />
        </div>
        {reader.reader === null ? null : (
          <p className="note">
            {say(patientTexts.readerName, { reader: '' })}
            <Code>{reader.reader}</Code>
            {reader.isVirtual ? ` (${say(frameTexts.readerVirtual)})` : null}
          </p>
        )}
        {desk.demo === null ? null : (
          <p className="insert__demo">
            <kbd>Ctrl D</kbd> {say(frameTexts.demoCards)}
          </p>
        )}
      </section>
    </div>
  );
}

/** The card of a visit that ended is still in: a new visit only when it is asked for. */
function OpenAgain() {
  const { say } = useSpeech();
  const { client } = useDesk();
  const { act } = useActing();
  const openAgain = () => void act(() => client.visit.openAgain());
  useShortcuts('screen', { F9: openAgain });
  return (
    <button className="btn btn--lg" type="button" aria-keyshortcuts="F9" onClick={openAgain}>
      <span>{say(patientTexts.openAgain)}</span> <KeyHint keys="F9" />
    </button>
  );
}

/** A card on its way into a reader. */
function CardAndReader() {
  return (
    <svg className="insert__picture" viewBox="0 0 240 150" aria-hidden="true">
      <g className="insert__card">
        <rect x="62" y="4" width="116" height="76" rx="9" />
        <path d="M78 44h24v20H78zM78 54h24M90 44v20" />
        <path d="M116 22h46M116 34h30" />
      </g>
      <path className="insert__slot" d="M28 92h184l14 40a8 8 0 0 1-8 10H22a8 8 0 0 1-8-10Z" />
      <path className="insert__mouth" d="M54 92h132" />
      <circle className="insert__light" cx="120" cy="120" r="5" />
    </svg>
  );
}
