import { useState } from 'react';
import { renewalTexts } from '#contracts/messages/screens-renewal.ts';
import type { VisitView } from '#contracts/visit-views.ts';
import { useActing } from '../../app/act.tsx';
import { useDesk } from '../../app/desk.tsx';
import { useSpeech } from '../../app/language.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Step } from './next-steps.tsx';

/** The insurer has something new for the card: it is put there when the operator says so. */
export function RenewalLine() {
  const { say } = useSpeech();
  const { isWorking, renew } = useRenewal();
  return (
    <div className="pin-line" role="status">
      <p className="note src">
        <Icon name="card" size="sm" />
        <span>{say(isWorking ? renewalTexts.working : renewalTexts.offered)}</span>
      </p>
      <button className="btn" type="button" disabled={isWorking} onClick={renew}>
        {say(renewalTexts.renew)}
      </button>
    </div>
  );
}

/** The same as a thing to do for a card that is refused as it is. */
export function RenewalStep({ number }: { readonly number: number }) {
  const { say } = useSpeech();
  const { isWorking, renew } = useRenewal();
  return (
    <Step
      number={number}
      title={say(renewalTexts.step)}
      text={say(isWorking ? renewalTexts.working : renewalTexts.stepSub)}
    >
      <button className="btn btn--primary" type="button" disabled={isWorking} onClick={renew}>
        {say(renewalTexts.renew)}
      </button>
    </Step>
  );
}

/** Whether it is offered for this visit's card to whoever works here now. */
export function useOffersRenewal({ isRenewalOffered }: VisitView): boolean {
  const permissions = useDesk().desk.user?.permissions ?? [];
  return isRenewalOffered && (permissions.includes('visit') || permissions.includes('dispense'));
}

function useRenewal() {
  const { client } = useDesk();
  const { act } = useActing();
  const [isWorking, setWorking] = useState(false);
  const renew = async () => {
    setWorking(true);
    await act(() => client.card.renew());
    setWorking(false);
  };
  return { isWorking, renew: () => void renew() };
}
