import { explainFailure } from '#contracts/messages/explain.ts';
import { frameTexts } from '#contracts/messages/screens-frame.ts';
import type { Failure } from '#domain/failures.ts';
import { useActing } from '../app/act.tsx';
import { useSpeech } from '../app/language.tsx';
import { Icon } from './icon.tsx';

/** What happened, what was kept, what to do: beside the work, never in front of it. */
export function FailureNotice() {
  const { say } = useSpeech();
  const { notice, dismiss } = useActing();
  return (
    <div className="notices" aria-live="assertive">
      {notice === null ? null : (
        <section className="notice card" role="alert" data-testid="failure-notice">
          <Icon name="info" />
          {notice.failure === null ? (
            <div>
              <b>{say(frameTexts.agentGone)}</b>
              <p>{say(frameTexts.agentGoneKept)}</p>
            </div>
          ) : (
            <FailureWords failure={notice.failure} />
          )}
          <button
            className="icon-btn"
            type="button"
            aria-label={say(frameTexts.dismiss)}
            onClick={dismiss}
          >
            <Icon name="close" size="sm" />
          </button>
        </section>
      )}
    </div>
  );
}

/** The three sentences of a failure. */
export function FailureWords({ failure }: { readonly failure: Failure }) {
  const { language } = useSpeech();
  const { happened, kept, action } = explainFailure(failure, language);
  return (
    <div>
      <b>{happened}</b>
      <p>{kept}</p>
      <p>{action}</p>
    </div>
  );
}
