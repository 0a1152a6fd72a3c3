import { requestStateTexts, requestTexts } from '#contracts/messages/screens-requests.ts';
import { useDesk } from './desk.tsx';
import { useSpeech } from './language.tsx';

/** Says quietly that the centre answered a request for approval, until the requests are looked at. */
export function AnswerStrip({ see }: { readonly see: () => void }) {
  const { say } = useSpeech();
  const { answered } = useDesk().desk;
  if (answered === null) return null;
  return (
    <p className="strip-note strip-note--answer" role="status">
      <span>
        {say(requestTexts.answered, {
          request: answered.requestNumber,
          state: say(requestStateTexts[answered.state]),
        })}
      </span>
      <button className="btn btn--quiet" type="button" onClick={see}>
        {say(requestTexts.see)}
      </button>
    </p>
  );
}
