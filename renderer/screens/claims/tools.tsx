import './tools.css';
import { claimsTexts } from '#contracts/messages/screens-claims.ts';
import { paperTexts } from '#contracts/messages/screens-paper.ts';
import { finderId } from '../../app/finder.ts';
import { useSpeech } from '../../app/language.tsx';
import { KeyHint } from '../../parts/key-hint.tsx';

/** Finding a claim, and what can be done with the opened one. */
export function Tools(props: {
  readonly words: string;
  readonly setWords: (words: string) => void;
  readonly actions: { takeBack(): void; print(): void; showDay(): void };
}) {
  const { say } = useSpeech();
  const { actions } = props;
  const does = [
    ['F8', claimsTexts.takeBack, actions.takeBack],
    ['F9', paperTexts.print, actions.print],
    ['F10', claimsTexts.theDay, actions.showDay],
  ] as const;
  return (
    <div className="tools">
      <input
        id={finderId}
        className="search__field"
        type="search"
        value={props.words}
        aria-label={say(claimsTexts.find)}
        aria-keyshortcuts="F2"
        placeholder={`${say(claimsTexts.find)} (F2)`}
        onChange={(event) => props.setWords(event.currentTarget.value)}
      />
      {does.map(([key, text, run]) => (
        <button key={key} className="btn" type="button" aria-keyshortcuts={key} onClick={run}>
          <span>{say(text)}</span> <KeyHint keys={key} />
        </button>
      ))}
    </div>
  );
}
