import type { SentRequest } from '#contracts/claim-views.ts';
import { requestTexts } from '#contracts/messages/screens-requests.ts';
import type { LineView } from '#contracts/visit-views.ts';
import type { DecidedLine } from '#domain/adjudication/decision.ts';
import { useActing } from '../../app/act.tsx';
import { useDesk } from '../../app/desk.tsx';
import { useSpeech } from '../../app/language.tsx';
import { Icon } from '../../parts/icon.tsx';
import { KeyHint } from '../../parts/key-hint.tsx';

/** A referred line goes for approval by itself, so that the rest of the visit is not held up. */
export function ApprovalBox(props: {
  readonly line: LineView;
  readonly decided: DecidedLine;
  readonly send: (line: LineView) => void;
  /** F10 works it; where something better is offered, that has the key. */
  readonly hasKey: boolean;
}) {
  const { say } = useSpeech();
  if (props.decided.outcome !== 'referred') return null;
  return (
    <section className="consent">
      <p className="note">{say(requestTexts.sendHint)}</p>
      <button
        className="btn"
        type="button"
        aria-keyshortcuts={props.hasKey ? 'F10' : undefined}
        onClick={() => props.send(props.line)}
      >
        <Icon name="cloud" size="sm" />
        <span>{say(requestTexts.send)}</span> {props.hasKey ? <KeyHint keys="F10" /> : null}
      </button>
    </section>
  );
}

/** Sends a line for approval, and tells the number that the request was given. */
export function useApproval(told: (sent: SentRequest) => void) {
  const { client } = useDesk();
  const { act } = useActing();
  return async ({ line: { lineId } }: LineView) => {
    const sent = await act(() => client.visit.sendForApproval({ lineId }));
    if (sent !== null) told(sent.value);
  };
}
