import { formatTime } from '#contracts/messages/format.ts';
import { visitTexts } from '#contracts/messages/screens-visit.ts';
import type { VisitView } from '#contracts/visit-views.ts';
import { useActing } from '../../app/act.tsx';
import { useDesk } from '../../app/desk.tsx';
import { useSpeech } from '../../app/language.tsx';
import { Icon } from '../../parts/icon.tsx';
import { PinDialog } from '../patient/pin-dialog.tsx';

/** That the visit's paper is signed, and the way back. */
export function SignatureNote({ visit }: { readonly visit: VisitView }) {
  const { say, language } = useSpeech();
  const { client } = useDesk();
  const { act } = useActing();
  const signed = visit.proofs?.signed;
  if (signed === undefined) return null;
  return (
    <div className="note sent-note" role="status">
      <span>{say(visitTexts.paperSigned, { time: formatTime(signed.at, language) })}</span>
      <button
        className="btn"
        type="button"
        onClick={() => void act(() => client.visit.recordSignature({ isSigned: false }))}
      >
        <Icon name="undo" size="sm" flips />
        <span>{say(visitTexts.consentTakeBack)}</span>
      </button>
    </div>
  );
}

/** The holder enters the PIN for a line that asks for it; a PIN that is blocked is not asked for any longer. */
export function ProvingPin(props: {
  readonly visit: VisitView;
  readonly isOpen: boolean;
  readonly close: () => void;
}) {
  const { pin, hasPinPad } = props.visit;
  if (!props.isOpen || pin === null || pin.state === 'blocked') return null;
  return <PinDialog pin={pin} hasPad={hasPinPad} first="show" close={props.close} />;
}
