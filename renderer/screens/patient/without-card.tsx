import { useState } from 'react';
import { patientTexts } from '#contracts/messages/screens-patient.ts';
import { presenceTexts } from '#contracts/messages/screens-presence.ts';
import { useActing } from '../../app/act.tsx';
import { useDesk } from '../../app/desk.tsx';
import { useSpeech } from '../../app/language.tsx';
import { useShortcuts } from '../../app/shortcuts.ts';
import { KeyHint } from '../../parts/key-hint.tsx';
import { PathDialog, PathField } from './path-dialog.tsx';

const hint = presenceTexts.withoutCardHint;
const ways = {
  forgotten: { name: presenceTexts.forgotten, hint },
  broken: { name: presenceTexts.broken, hint },
  emergency: { name: presenceTexts.emergency, hint },
} as const;

/** F10 on the empty screen: a member is found by number. */
export function WithoutCard() {
  const { say } = useSpeech();
  const { client } = useDesk();
  const { act } = useActing();
  const [isOpen, setOpen] = useState(false);
  const [memberNumber, setMemberNumber] = useState('');
  const open = () => setOpen(true);
  useShortcuts('screen', { F10: open });
  const goOn = async (why: keyof typeof ways) => {
    setOpen(false);
    await act(() => client.visit.openWithoutCard({ memberNumber, why }));
  };
  return (
    <>
      <button className="btn btn--lg" type="button" aria-keyshortcuts="F10" onClick={open}>
        <span>{say(presenceTexts.withoutCard)}</span> <KeyHint keys="F10" />
      </button>
      {isOpen ? (
        <PathDialog
          title={say(presenceTexts.withoutCard)}
          ways={ways}
          first="forgotten"
          fields={() => (
            <PathField label={say(patientTexts.memberNumber)}>
              <input
                className="field"
                type="text"
                inputMode="numeric"
                dir="ltr"
                maxLength={20}
                autoComplete="off"
                data-autofocus
                value={memberNumber}
                onChange={(event) => setMemberNumber(event.currentTarget.value)}
              />
            </PathField>
          )}
          isReady={() => /^\d{1,20}$/.test(memberNumber)}
          goOn={(why) => void goOn(why)}
          close={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
