import { Modal } from '@mantine/core';
import { type RefObject, useRef, useState } from 'react';
import { frameTexts } from '#contracts/messages/screens-frame.ts';
import { pinTexts } from '#contracts/messages/screens-pin.ts';
import { presenceTexts } from '#contracts/messages/screens-presence.ts';
import { useActing } from '../../app/act.tsx';
import { useDesk } from '../../app/desk.tsx';
import { useSpeech } from '../../app/language.tsx';
import { useShortcuts } from '../../app/shortcuts.ts';
import { KeyHint } from '../../parts/key-hint.tsx';
import { PathField } from './path-dialog.tsx';

/** The holder enters the PIN, or changes it. What was typed leaves the fields as soon as it is sent. */
export function PinDialog(props: { readonly tries: number; readonly close: () => void }) {
  const { say } = useSpeech();
  const { client } = useDesk();
  const { act } = useActing();
  const [isChange, setChange] = useState(false);
  const present = useRef<HTMLInputElement>(null);
  const next = useRef<HTMLInputElement>(null);
  const goOn = () => {
    const pin = take(present);
    const wanted = isChange ? take(next) : null;
    if (!isPin(pin) || (wanted !== null && !isPin(wanted))) return present.current?.focus();
    props.close();
    void act(() =>
      wanted === null
        ? client.card.enterPin({ pin })
        : client.card.changePin({ old: pin, next: wanted }),
    );
  };
  const tries = String(props.tries);
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
        <p className="note">{say(isChange ? pinTexts.changeHint : pinTexts.showHint, { tries })}</p>
        <PinField
          key={String(isChange)}
          name={say(isChange ? pinTexts.present : pinTexts.enter)}
          field={present}
          hasFocus
        />
        {isChange ? <PinField name={say(pinTexts.next)} field={next} /> : null}
        <footer className="path__foot">
          <button className="btn btn--lg" type="button" onClick={() => setChange(!isChange)}>
            {say(isChange ? pinTexts.show : pinTexts.change)}
          </button>
          <button className="btn btn--primary btn--lg" type="submit">
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
