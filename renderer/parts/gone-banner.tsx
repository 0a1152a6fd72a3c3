import { frameTexts } from '#contracts/messages/screens-frame.ts';
import { useSpeech } from '../app/language.tsx';

/** Shown while the agent does not answer; the last known state stays in sight. */
export function GoneBanner() {
  const { say } = useSpeech();
  return (
    <p className="strip-note" role="alert">
      <b>{say(frameTexts.agentGone)}</b> {say(frameTexts.agentGoneKept)}
    </p>
  );
}
