import './readers.css';
import { useState } from 'react';
import type { InspectionView, ReaderView } from '#contracts/agent-views.ts';
import { explainFailure } from '#contracts/messages/explain.ts';
import { frameTexts } from '#contracts/messages/screens-frame.ts';
import { readersTexts } from '#contracts/messages/screens-readers.ts';
import { useActing } from '../../app/act.tsx';
import { useDesk } from '../../app/desk.tsx';
import { useSpeech } from '../../app/language.tsx';
import { useShortcuts } from '../../app/shortcuts.ts';
import { KeyHint } from '../../parts/key-hint.tsx';
import { CardFacts } from './card-facts.tsx';
import { Facts } from './facts.tsx';
import { ReaderList } from './reader-list.tsx';
import { TracePanel } from './trace-panel.tsx';

/** For whoever mends readers: the reader as it stands now, and what the card in it is; nothing of whose it is. */
export function ReadersScreen() {
  const { say } = useSpeech();
  const { client, desk } = useDesk();
  const { act } = useActing();
  const [isBusy, setBusy] = useState(false);
  const [inspection, setInspection] = useState<InspectionView | null>(null);
  const inspect = async () => {
    if (isBusy) return;
    setBusy(true);
    const done = await act(() => client.readers.inspect());
    setInspection(done?.value ?? null);
    setBusy(false);
  };
  useShortcuts('screen', { F9: () => void inspect() });
  return (
    <div className="page readers-page">
      <section className="card readers-page__top" aria-label={say(readersTexts.title)}>
        <h1>{say(readersTexts.title)}</h1>
        <Reader reader={desk.reader} />
        <p className="note">{say(readersTexts.hint)}</p>
        <button
          className="btn btn--lg btn--primary"
          type="button"
          aria-keyshortcuts="F9"
          onClick={() => void inspect()}
        >
          <span>{say(isBusy ? readersTexts.inspecting : readersTexts.inspect)}</span>{' '}
          <KeyHint keys="F9" />
        </button>
      </section>
      {inspection === null ? null : (
        <>
          <CardFacts inspection={inspection} />
          <TracePanel trace={inspection.trace} />
        </>
      )}
    </div>
  );
}

const states = {
  'no-service': frameTexts.readerNoService,
  'no-reader': frameTexts.readerNone,
  empty: frameTexts.readerEmpty,
  reading: frameTexts.readerReading,
  card: frameTexts.readerCard,
  'same-card-wanted': frameTexts.readerSameCard,
  failed: frameTexts.readerFailed,
} as const;

function Reader({ reader }: { readonly reader: ReaderView }) {
  const { language, say } = useSpeech();
  const { failure, isVirtual, state } = reader;
  return (
    <>
      <Facts
        facts={[
          [readersTexts.state, say(states[state])],
          ...(failure === null
            ? []
            : [[readersTexts.why, explainFailure(failure, language).happened] as const]),
          [readersTexts.source, say(isVirtual ? readersTexts.virtual : readersTexts.system)],
        ]}
      />
      <ReaderList attached={reader.attached} />
    </>
  );
}
