import { Modal, useMantineColorScheme } from '@mantine/core';
import { formatShown } from '#contracts/messages/format.ts';
import type { Text } from '#contracts/messages/language.ts';
import { frameTexts } from '#contracts/messages/screens-frame.ts';
import { Icon } from '../parts/icon.tsx';
import { useSpeech } from './language.tsx';
import { useShortcuts } from './shortcuts.ts';

// A percentage needs none; the shape asks for one.
const noCurrency = { code: 'XXX', exponent: 0 };

const keys: readonly (readonly [string, Text])[] = [
  ['F2', frameTexts.keyFind],
  ['F3', frameTexts.keyWhy],
  ['F4 – F7', frameTexts.keyScreens],
  ['F8', frameTexts.keyAside],
  ['F9', frameTexts.keyForward],
  ['F10', frameTexts.keyOtherWay],
  ['F12', frameTexts.keyPrivacy],
  ['Esc', frameTexts.keyBack],
  ['▲ ▼', frameTexts.keyLines],
  ['Enter', frameTexts.keyEdit],
  ['Delete', frameTexts.keyRemove],
  ['Ctrl E', frameTexts.keyEncounter],
  ['Ctrl O', frameTexts.keyPrescription],
  ['Ctrl D', frameTexts.keyDemo],
];

interface Zoom {
  readonly zoom: number;
  change(by: 1 | -1): void;
}

/** Every key, and how the window looks: theme and text size. */
export function Help(props: { readonly zoom: Zoom; readonly close: () => void }) {
  const { say } = useSpeech();
  return (
    <Modal
      opened
      onClose={props.close}
      title={say(frameTexts.helpTitle)}
      closeButtonProps={{ 'aria-label': say(frameTexts.close) }}
      size="lg"
    >
      <HelpKeys close={props.close} />
      <p className="help__intro">{say(frameTexts.helpIntro)}</p>
      <dl className="help__keys">
        {keys.map(([key, text]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{say(text)}</dd>
          </div>
        ))}
        <div>
          <dt>
            <Icon name="barcode" />
          </dt>
          <dd>{say(frameTexts.keyScan)}</dd>
        </div>
      </dl>
      <Appearance zoom={props.zoom} />
    </Modal>
  );
}

function HelpKeys({ close }: { readonly close: () => void }) {
  useShortcuts('overlay', { F1: close, Escape: close });
  return null;
}

function Appearance({ zoom: { zoom, change } }: { readonly zoom: Zoom }) {
  const { say, language } = useSpeech();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <div className="help__look">
      <fieldset>
        <legend>{say(frameTexts.appearance)}</legend>
        {(['light', 'dark', 'auto'] as const).map((scheme) => (
          <button
            key={scheme}
            type="button"
            className="btn btn--quiet"
            aria-pressed={colorScheme === scheme}
            onClick={() => setColorScheme(scheme)}
          >
            {say(frameTexts[scheme])}
          </button>
        ))}
      </fieldset>
      <fieldset>
        <legend>{say(frameTexts.textSize)}</legend>
        <button type="button" className="btn btn--quiet" onClick={() => change(-1)}>
          {say(frameTexts.smaller)}
        </button>
        <output>{formatShown({ kind: 'percent', value: zoom }, language, noCurrency)}</output>
        <button type="button" className="btn btn--quiet" onClick={() => change(1)}>
          {say(frameTexts.larger)}
        </button>
      </fieldset>
    </div>
  );
}
