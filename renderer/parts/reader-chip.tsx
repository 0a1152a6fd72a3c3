import type { ReaderState, ReaderView } from '#contracts/agent-views.ts';
import type { Text } from '#contracts/messages/language.ts';
import { frameTexts } from '#contracts/messages/screens-frame.ts';
import { useSpeech } from '../app/language.tsx';
import { Icon } from './icon.tsx';

const states: Record<ReaderState, { readonly text: Text; readonly look: string }> = {
  'no-service': { text: frameTexts.readerNoService, look: ' chip--declined' },
  'no-reader': { text: frameTexts.readerNone, look: ' chip--declined' },
  empty: { text: frameTexts.readerEmpty, look: '' },
  reading: { text: frameTexts.readerReading, look: '' },
  card: { text: frameTexts.readerCard, look: '' },
  'same-card-wanted': { text: frameTexts.readerSameCard, look: ' chip--reduced' },
  failed: { text: frameTexts.readerFailed, look: ' chip--declined' },
};

/** The card reader's live state. */
export function ReaderChip({ reader }: { readonly reader: ReaderView }) {
  const { say } = useSpeech();
  const { text, look } = states[reader.state];
  const isPlain = reader.state === 'empty' || reader.state === 'reading';
  return (
    <span className={`chip${look}`} role="status" title={reader.reader ?? undefined}>
      <Icon name="card" size="sm" />
      {isPlain ? <span>{say(text)}</span> : <b>{say(text)}</b>}
    </span>
  );
}
