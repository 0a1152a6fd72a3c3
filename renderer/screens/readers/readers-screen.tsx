import './readers.css';
import { useState } from 'react';
import type { InspectionView, ReaderView } from '#contracts/agent-views.ts';
import { frameTexts } from '#contracts/messages/screens-frame.ts';
import { readersTexts } from '#contracts/messages/screens-readers.ts';
import { useActing } from '../../app/act.tsx';
import { useDesk } from '../../app/desk.tsx';
import { useSpeech } from '../../app/language.tsx';
import { useShortcuts } from '../../app/shortcuts.ts';
import { KeyHint } from '../../parts/key-hint.tsx';
import { CardFacts } from './card-facts.tsx';
import { Facts } from './facts.tsx';
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
  const { say } = useSpeech();
  return (
    <Facts
      facts={[
        [readersTexts.readerName, reader.reader ?? say(readersTexts.noName)],
        [readersTexts.state, say(states[reader.state])],
        [readersTexts.source, say(reader.isVirtual ? readersTexts.virtual : readersTexts.system)],
      ]}
    />
  );
}
