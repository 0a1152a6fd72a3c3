import './path-dialog.css';
import { Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Text } from '#contracts/messages/language.ts';
import { frameTexts } from '#contracts/messages/screens-frame.ts';
import { presenceTexts } from '#contracts/messages/screens-presence.ts';
import { useSpeech } from '../../app/language.tsx';
import { useShortcuts } from '../../app/shortcuts.ts';
import { KeyHint } from '../../parts/key-hint.tsx';

/** A dialog with a few ways, of which one is chosen, and what that way asks for. Enter and F9 go on. */
export function PathDialog<Way extends string>(props: {
  readonly title: string;
  readonly ways: Readonly<Record<Way, { readonly name: Text; readonly hint: Text }>>;
  readonly first: Way;
  /** The fields of a way, the first with the focus. */
  readonly fields: (way: Way) => ReactNode;
  readonly isReady: (way: Way) => boolean;
  readonly goOn: (way: Way) => void;
  readonly close: () => void;
}) {
  const { say } = useSpeech();
  const [way, setWay] = useState(props.first);
  const goOn = () => {
    if (props.isReady(way)) props.goOn(way);
  };
  const ways = Object.keys(props.ways) as Way[];
  return (
    <Modal
      opened
      onClose={props.close}
      title={props.title}
      size="34rem"
      closeButtonProps={{ 'aria-label': say(frameTexts.close) }}
    >
      <Keys goOn={goOn} close={props.close} />
      <form
        className="path"
        onSubmit={(event) => {
          event.preventDefault();
          goOn();
        }}
      >
        <div className="path__ways" role="radiogroup" aria-label={props.title}>
          {ways.map((each) => (
            <label key={each} className="path__way">
              <input
                type="radio"
                name="way"
                value={each}
                checked={each === way}
                onChange={() => setWay(each)}
              />
              <span>{say(props.ways[each].name)}</span>
            </label>
          ))}
        </div>
        <p className="note">{say(props.ways[way].hint)}</p>
        {props.fields(way)}
        <footer className="path__foot">
          <button className="btn btn--primary btn--lg" type="submit" disabled={!props.isReady(way)}>
            <span>{say(presenceTexts.forward)}</span> <KeyHint keys="F9" />
          </button>
        </footer>
      </form>
    </Modal>
  );
}

function Keys({ goOn, close }: { readonly goOn: () => void; readonly close: () => void }) {
  useShortcuts('overlay', { F9: goOn, Escape: close });
  return null;
}

/** A labelled field of such a dialog. */
export function PathField(props: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className="path__field">
      <span>{props.label}</span>
      {props.children}
    </label>
  );
}
