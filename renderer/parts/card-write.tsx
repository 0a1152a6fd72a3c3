import { linesTexts } from '#contracts/messages/screens-lines.ts';
import type { CardWriteView } from '#contracts/visit-views.ts';
import { useSpeech } from '../app/language.tsx';
import { Icon } from './icon.tsx';

/** What became of the card's own history, beside a claim that is safe in any case. */
export function CardWrite({ write }: { readonly write: CardWriteView }) {
  const { say } = useSpeech();
  const texts = {
    writing: linesTexts.cardWriting,
    written: linesTexts.cardWritten,
    waiting: linesTexts.cardWaiting,
  };
  return (
    <p
      className={`chip card-write ${write.state === 'waiting' ? 'chip--reduced' : ''}`}
      role="status"
    >
      <Icon name="card" size="sm" />
      <span>{say(texts[write.state])}</span>
    </p>
  );
}
