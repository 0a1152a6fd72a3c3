import { Modal } from '@mantine/core';
import { useRef, useState } from 'react';
import { formatNumber } from '#contracts/messages/format.ts';
import { frameTexts } from '#contracts/messages/screens-frame.ts';
import { pinTexts } from '#contracts/messages/screens-pin.ts';
import { presenceTexts } from '#contracts/messages/screens-presence.ts';
import type { PinView } from '#contracts/visit-views.ts';
import { useActing } from '../../app/act.tsx';
import { useDesk } from '../../app/desk.tsx';
import { useSpeech } from '../../app/language.tsx';
import { useShortcuts } from '../../app/shortcuts.ts';
import type { AgentClient } from '../../client.ts';
import { KeyHint } from '../../parts/key-hint.tsx';
import { PathField } from './path-dialog.tsx';
import { type PinTrouble, readPins } from './typed-pin.ts';

/** What is done in the dialog, and what is typed for it. */
const doings = {
  show: { hint: pinTexts.showHint, fields: [pinTexts.enter] },
  change: { hint: pinTexts.changeHint, fields: [pinTexts.present, pinTexts.next, pinTexts.again] },
  unblock: { hint: pinTexts.unblockHint, fields: [pinTexts.next, pinTexts.again] },
} as const;
type Doing = keyof typeof doings;

/** What the dialog begins with. */
const firstDoing = {
  wanted: 'show',
  verified: 'change',
  blocked: 'unblock',
  'not-set': 'unblock',
} as const satisfies Record<PinView['state'], Doing>;

/**
 * The holder enters the PIN, changes it, or sets a new one through the insurer. What was typed leaves the fields as
 * soon as it is sent; where the card did not take it they stand ready for the next try.
 */
export function PinDialog(props: {
  readonly pin: PinView;
  /** The PIN is typed on the reader's own keys: here nothing is. */
  readonly hasPad: boolean;
  /** What is done first; left out: what the PIN's state asks for. */
  readonly first?: Doing;
  readonly close: () => void;
}) {
  const { close, hasPad, pin } = props;
  const { say } = useSpeech();
  const [doing, setDoing] = useState<Doing>(props.first ?? firstDoing[pin.state]);
  const { form, goOn, isBusy, trouble } = usePinForm(doing, hasPad, close);
  const { fields, hint } = doings[doing];
  return (
    <Modal
      opened
      onClose={close}
      title={say(pinTexts.title)}
      size="30rem"
      closeButtonProps={{ 'aria-label': say(frameTexts.close) }}
    >
      <Keys goOn={goOn} close={close} />
      <form
        ref={form}
        className="path"
        onSubmit={(event) => {
          event.preventDefault();
          goOn();
        }}
      >
        <p className="note">
          {say(hint)} <TriesLeft pin={pin} />
        </p>
        {hasPad ? (
          <p>{say(pinTexts.onPad)}</p>
        ) : (
          fields.map((name, place) => (
            <PinField
              key={name.en}
              name={say(name)}
              hasFocus={place === 0}
              isWrong={trouble !== null}
            />
          ))
        )}
        {trouble === null ? null : (
          <p className="path__trouble" role="alert">
            {say(pinTexts[trouble])}
          </p>
        )}
        <footer className="path__foot">
          {pin.state === 'wanted' ? <Other doing={doing} choose={setDoing} /> : null}
          <button className="btn btn--primary btn--lg" type="submit" disabled={isBusy}>
            <span>{say(presenceTexts.forward)}</span> <KeyHint keys="F9" />
          </button>
        </footer>
      </form>
    </Modal>
  );
}

/** What was typed is sent and leaves the fields; the dialog stays until the card took it. */
function usePinForm(doing: Doing, hasPad: boolean, close: () => void) {
  const { client } = useDesk();
  const { act } = useActing();
  const form = useRef<HTMLFormElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<PinTrouble | null>(null);
  const takeTyped = (): string[] => {
    const fields = [...(form.current?.querySelectorAll('input') ?? [])];
    const typed = fields.map(({ value }) => value);
    form.current?.reset();
    fields[0]?.focus();
    return typed;
  };
  const goOn = async () => {
    if (isBusy) return;
    const typed = hasPad ? null : readPins(takeTyped(), doing !== 'show');
    setTrouble(typed?.trouble ?? null);
    if (typed !== null && typed.pins === null) return;
    setBusy(true);
    const done = await act(() => calls[doing](client, typed?.pins ?? null));
    setBusy(false);
    if (done !== null) close();
  };
  return { form, goOn: () => void goOn(), isBusy, trouble };
}

/** What was typed for each; null: it is typed on the reader's own keys. */
type Pins = readonly (readonly number[])[] | null;

const calls = {
  show: (client: AgentClient, pins: Pins) => client.card.enterPin({ pin: digits(pins, 0) }),
  change: (client: AgentClient, pins: Pins) =>
    client.card.changePin({ old: digits(pins, 0), next: digits(pins, 1) }),
  unblock: (client: AgentClient, pins: Pins) => client.card.unblockPin({ next: digits(pins, 0) }),
} as const satisfies Record<Doing, unknown>;

const digits = (pins: Pins, place: number): number[] | null =>
  pins === null ? null : [...(pins[place] ?? [])];

function TriesLeft({ pin }: { readonly pin: PinView }) {
  const { language, say } = useSpeech();
  if (pin.state !== 'wanted') return null;
  return <b>{say(pinTexts.triesLeft, { tries: formatNumber(pin.triesLeft, language) })}</b>;
}

function Other({
  doing,
  choose,
}: {
  readonly doing: Doing;
  readonly choose: (doing: Doing) => void;
}) {
  const { say } = useSpeech();
  const other = doing === 'show' ? 'change' : 'show';
  return (
    <button className="btn btn--lg" type="button" onClick={() => choose(other)}>
      {say(pinTexts[other])}
    </button>
  );
}

function Keys({ goOn, close }: { readonly goOn: () => void; readonly close: () => void }) {
  useShortcuts('overlay', { F9: goOn, Escape: close });
  return null;
}

function PinField(props: {
  readonly name: string;
  readonly hasFocus: boolean;
  readonly isWrong: boolean;
}) {
  return (
    <PathField label={props.name}>
      <input
        className="field num"
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={12}
        aria-invalid={props.isWrong}
        data-autofocus={props.hasFocus ? true : undefined}
      />
    </PathField>
  );
}
