import './ask-centre.css';
import { useState } from 'react';
import type { AskedCentre } from '#contracts/agent-views.ts';
import { formatTime } from '#contracts/messages/format.ts';
import type { Text } from '#contracts/messages/language.ts';
import { askedTexts, patientTexts } from '#contracts/messages/screens-patient.ts';
import { useActing } from '../app/act.tsx';
import { useDesk } from '../app/desk.tsx';
import { useSpeech } from '../app/language.tsx';
import { Icon } from './icon.tsx';

/** Asks the centre now instead of waiting for the next turn, and says when it was asked and what came of it. */
export function AskCentre({ label }: { readonly label: Text }) {
  const { say, language } = useSpeech();
  const { client } = useDesk();
  const { act } = useActing();
  const [asked, setAsked] = useState<AskedCentre | 'asking' | null>(null);
  const ask = async () => {
    setAsked('asking');
    setAsked((await act(() => client.sync.ask()))?.value ?? null);
  };
  return (
    <div className="asked">
      {/* Pressed again while it asks, it keeps the focus and asks no second time. */}
      <button
        className="btn"
        type="button"
        aria-disabled={asked === 'asking'}
        onClick={asked === 'asking' ? undefined : () => void ask()}
      >
        <Icon name="retry" size="sm" />
        <span>{say(label)}</span>
      </button>
      <p className="note" role="status">
        {asked === null
          ? ''
          : asked === 'asking'
            ? say(patientTexts.asking)
            : say(askedTexts[asked.came], { time: formatTime(asked.at, language) })}
      </p>
    </div>
  );
}
