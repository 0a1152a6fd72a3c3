import './pin-line.css';
import { useState } from 'react';
import { pinTexts } from '#contracts/messages/screens-pin.ts';
import type { PinView } from '#contracts/visit-views.ts';
import { useSpeech } from '../../app/language.tsx';
import { PinDialog } from './pin-dialog.tsx';

const said = {
  wanted: pinTexts.wanted,
  blocked: pinTexts.blocked,
  'not-set': pinTexts.notSet,
  verified: pinTexts.verified,
} as const;

const offered = {
  wanted: pinTexts.enter,
  blocked: pinTexts.unblock,
  'not-set': pinTexts.unblock,
  verified: pinTexts.change,
} as const;

/** What stands between this page and the card's older history. */
export function PinLine({ pin, hasPad }: { readonly pin: PinView; readonly hasPad: boolean }) {
  const { say } = useSpeech();
  // A dialog that was opened for a PIN that is wanted ends when it is blocked, or verified.
  const [openedFor, setOpenedFor] = useState<PinView['state'] | null>(null);
  return (
    <div className="pin-line">
      <p className="note">{say(said[pin.state])}</p>
      <button className="btn" type="button" onClick={() => setOpenedFor(pin.state)}>
        {say(offered[pin.state])}
      </button>
      {openedFor === pin.state ? (
        <PinDialog pin={pin} hasPad={hasPad} close={() => setOpenedFor(null)} />
      ) : null}
    </div>
  );
}
