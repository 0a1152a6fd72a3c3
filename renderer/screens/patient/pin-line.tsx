import { useState } from 'react';
import type { PinView } from '#contracts/agent-views.ts';
import { pinTexts } from '#contracts/messages/screens-pin.ts';
import { useSpeech } from '../../app/language.tsx';
import { PinDialog } from './pin-dialog.tsx';

const said = {
  wanted: pinTexts.wanted,
  blocked: pinTexts.blocked,
  'not-set': pinTexts.notSet,
  verified: pinTexts.verified,
} as const;

/** What stands between this page and the card's older history. */
export function PinLine({ pin, hasPad }: { readonly pin: PinView; readonly hasPad: boolean }) {
  const { say } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="pin-line">
      <p className="note">{say(said[pin.state])}</p>
      {pin.state === 'verified' ? null : (
        <button className="btn" type="button" onClick={() => setOpen(true)}>
          {say(pin.state === 'wanted' ? pinTexts.enter : pinTexts.unblock)}
        </button>
      )}
      {isOpen && pin.state !== 'verified' ? (
        <PinDialog key={pin.state} pin={pin} hasPad={hasPad} close={() => setOpen(false)} />
      ) : null}
    </div>
  );
}
