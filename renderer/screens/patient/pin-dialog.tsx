import { Modal } from '@mantine/core';
import { type RefObject, useRef, useState } from 'react';
import type { PinView } from '#contracts/agent-views.ts';
import { frameTexts } from '#contracts/messages/screens-frame.ts';
import { pinTexts } from '#contracts/messages/screens-pin.ts';
import { presenceTexts } from '#contracts/messages/screens-presence.ts';
import { useActing } from '../../app/act.tsx';
import { useDesk } from '../../app/desk.tsx';
import { useSpeech } from '../../app/language.tsx';
import { useShortcuts } from '../../app/shortcuts.ts';
import type { AgentClient } from '../../client.ts';
import { KeyHint } from '../../parts/key-hint.tsx';
import { PathField } from './path-dialog.tsx';

/** What is done in the dialog, and what is typed for it. */
const doings = {
  show: { hint: pinTexts.showHint, fields: [pinTexts.enter] },
  change: { hint: pinTexts.changeHint, fields: [pinTexts.present, pinTexts.next] },
  unblock: { hint: pinTexts.unblockHint, fields: [pinTexts.next, pinTexts.again] },
} as const;

/**
 * The holder enters the PIN, changes it, or sets a new one through the insurer. What was typed leaves the fields as
 * soon as it is sent.
 */
export function PinDialog(props: {
  readonly pin: Exclude<PinView, { state: 'verified' }>;
  /** The PIN is typed on the reader's own keys: here nothing is. */
  readonly hasPad: boolean;
  readonly close: () => void;
}) {
  const { say } = useSpeech();
  const { client } = useDesk();
  const { act } = useActing();
  const isKnown = props.pin.state === 'wanted';
  const [doing, setDoing] = useState<keyof typeof doings>(isKnown ? 'show' : 'unblock');
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  const { fields, hint } = doings[doing];
  const goOn = () => {
    if (props.hasPad) {
      props.close();
      return void act(() => onPad(client, doing));
    }
    const [pin, other] = [take(first), fields.length === 1 ? null : take(second)];
    const isTwice = doing !== 'unblock' || String(pin) === String(other);
    if (!isPin(pin) || (other !== null && !isPin(other)) || !isTwice) return first.current?.focus();
    props.close();
    void act(() => {
      if (doing === 'unblock') return client.card.unblockPin({ next: pin });
      return other === null
        ? client.card.enterPin({ pin })
        : client.card.changePin({ old: pin, next: other });
    });
  };
  const tries = String(props.pin.state === 'wanted' ? props.pin.triesLeft : 0);
  const otherDoing = doing === 'show' ? 'change' : 'show';
  return (
    <Modal
      opened
      onClose={props.close}
      title={say(pinTexts.title)}
      size="30rem"
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
        <p className="note">{say(hint, { tries })}</p>
        {props.hasPad ? (
          <p>{say(pinTexts.onPad)}</p>
        ) : (
          fields.map((name, place) => (
            <PinField
              key={name.en}
              name={say(name)}
              field={place === 0 ? first : second}
              hasFocus={place === 0}
            />
          ))
        )}
        <footer className="path__foot">
          {isKnown ? (
            <button className="btn btn--lg" type="button" onClick={() => setDoing(otherDoing)}>
              {say(pinTexts[otherDoing])}
            </button>
          ) : null}
          <button className="btn btn--primary btn--lg" type="submit">
            <span>{say(presenceTexts.forward)}</span> <KeyHint keys="F9" />
          </button>
        </footer>
      </form>
    </Modal>
  );
}

const onPad = (client: AgentClient, doing: keyof typeof doings): Promise<null> => {
  if (doing === 'unblock') return client.card.unblockPin({ next: null });
  return doing === 'show'
    ? client.card.enterPin({ pin: null })
    : client.card.changePin({ old: null, next: null });
};

function Keys({ goOn, close }: { readonly goOn: () => void; readonly close: () => void }) {
  useShortcuts('overlay', { F9: goOn, Escape: close });
  return null;
}

function PinField(props: {
  readonly name: string;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly hasFocus?: boolean;
}) {
  return (
    <PathField label={props.name}>
      <input
        ref={props.field}
        className="field num"
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={12}
        data-autofocus={props.hasFocus ? true : undefined}
      />
    </PathField>
  );
}

/** The digits typed, one each; the field is emptied. What is no digit makes it no PIN. */
function take({ current }: RefObject<HTMLInputElement | null>): number[] {
  const typed = [...(current?.value ?? '')].map((sign) => '0123456789'.indexOf(sign));
  if (current !== null) current.value = '';
  return typed;
}

const isPin = (digits: readonly number[]): boolean =>
  digits.length >= 4 && digits.length <= 12 && digits.every((digit) => digit >= 0);
