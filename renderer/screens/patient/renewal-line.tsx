import { useState } from 'react';
import { renewalTexts } from '#contracts/messages/screens-renewal.ts';
import { useActing } from '../../app/act.tsx';
import { useDesk } from '../../app/desk.tsx';
import { useSpeech } from '../../app/language.tsx';
import { Icon } from '../../parts/icon.tsx';

/** The insurer has something new for the card: it is put there when the operator says so. */
export function RenewalLine() {
  const { say } = useSpeech();
  const { client } = useDesk();
  const { act } = useActing();
  const [isWorking, setWorking] = useState(false);
  const renew = async () => {
    setWorking(true);
    await act(() => client.card.renew());
    setWorking(false);
  };
  return (
    <div className="pin-line" role="status">
      <p className="note src">
        <Icon name="card" size="sm" />
        <span>{say(isWorking ? renewalTexts.working : renewalTexts.offered)}</span>
      </p>
      <button className="btn" type="button" disabled={isWorking} onClick={() => void renew()}>
        {say(renewalTexts.renew)}
      </button>
    </div>
  );
}
