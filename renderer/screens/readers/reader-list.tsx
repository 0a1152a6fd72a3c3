import type { AttachedReaderView } from '#contracts/agent-views.ts';
import { readersTexts } from '#contracts/messages/screens-readers.ts';
import { useSpeech } from '../../app/language.tsx';
import { Code } from '../../parts/code.tsx';

const contents = {
  empty: readersTexts.holdsNothing,
  card: readersTexts.holdsCard,
  mute: readersTexts.holdsMute,
} as const;

/** All readers that the card service knows, and which one the program follows. */
export function ReaderList({ attached }: { readonly attached: readonly AttachedReaderView[] }) {
  const { say } = useSpeech();
  if (attached.length === 0) return <p>{say(readersTexts.noName)}</p>;
  return (
    <table className="readers-page__list" aria-label={say(readersTexts.attached)}>
      <thead>
        <tr>
          <th>{say(readersTexts.readerName)}</th>
          <th>{say(readersTexts.contents)}</th>
          <th>{say(readersTexts.protocol)}</th>
          <th>{say(readersTexts.use)}</th>
        </tr>
      </thead>
      <tbody>
        {attached.map(({ isFollowed, name, protocol, state }) => (
          <tr key={name}>
            <td>
              <Code>{name}</Code>
            </td>
            <td>{say(contents[state])}</td>
            <td>{protocol === null ? '–' : <Code>{`T=${protocol}`}</Code>}</td>
            <td>{isFollowed ? <b>{say(readersTexts.followed)}</b> : null}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
