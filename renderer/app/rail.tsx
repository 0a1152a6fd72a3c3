import { frameTexts } from '#contracts/messages/screens-frame.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import type { Screen, ScreenId } from '../screens/screen.ts';
import { useSpeech } from './language.tsx';

/** The screens that this user may open, with their keys; help and privacy at its foot. */
export function Rail(props: {
  readonly screens: readonly Screen[];
  readonly current: ScreenId;
  readonly open: (screen: ScreenId) => void;
  readonly help: () => void;
  readonly cover: () => void;
  readonly demo: (() => void) | null;
}) {
  const { say } = useSpeech();
  return (
    <nav className="rail" aria-label={say(frameTexts.screens)}>
      {props.screens.map((screen) => (
        <RailItem
          key={screen.id}
          keys={screen.key}
          icon={screen.icon}
          name={say(screen.name)}
          isCurrent={screen.id === props.current}
          press={() => props.open(screen.id)}
        />
      ))}
      <div className="rail__foot">
        {props.demo === null ? null : (
          <RailItem keys="Ctrl D" icon="demo" name={say(frameTexts.demoCards)} press={props.demo} />
        )}
        <RailItem keys="F1" icon="help" flips name={say(frameTexts.help)} press={props.help} />
        <RailItem keys="F12" icon="privacy" name={say(frameTexts.privacy)} press={props.cover} />
      </div>
    </nav>
  );
}

function RailItem(props: {
  readonly keys: string;
  readonly icon: IconName;
  readonly name: string;
  readonly isCurrent?: boolean;
  readonly flips?: boolean;
  readonly press: () => void;
}) {
  return (
    <button
      type="button"
      className={`rail__item ${props.keys.length > 3 ? 'rail__item--long' : ''}`}
      aria-current={props.isCurrent ? 'page' : undefined}
      aria-keyshortcuts={props.keys.replace('Ctrl ', 'Control+')}
      onClick={props.press}
    >
      <span className="rail__key" aria-hidden="true">
        {props.keys}
      </span>
      <Icon
        name={props.icon}
        {...(props.isCurrent === undefined ? {} : { size: 'lg' as const })}
        flips={props.flips === true}
      />
      <span>{props.name}</span>
    </button>
  );
}
