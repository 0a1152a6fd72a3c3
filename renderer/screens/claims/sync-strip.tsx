import './sync-strip.css';
import type { SyncView } from '#contracts/agent-views.ts';
import { claimsCounts, claimsTexts } from '#contracts/messages/screens-claims.ts';
import { useActing } from '../../app/act.tsx';
import { useDesk } from '../../app/desk.tsx';
import { type Speech, useSpeech } from '../../app/language.tsx';
import { isJustNow, sayAge } from '../../parts/age.ts';
import { Icon } from '../../parts/icon.tsx';

/** What waits here, said calmly, with a way to try now. Nothing waiting, nothing said. */
export function SyncStrip({ sync }: { readonly sync: SyncView }) {
  const speech = useSpeech();
  const { say, count } = speech;
  const { client } = useDesk();
  const { act } = useActing();
  if (sync.waiting === 0) return <span className="queue--none" />;
  const isOnline = sync.link === 'online';
  return (
    <section className="card queue" role="status">
      <Icon name={isOnline ? 'cloud' : 'offline'} />
      <p>
        <b>{count(sync.waiting, claimsCounts.safe)}</b>{' '}
        <span>{say(isOnline ? claimsTexts.goingNow : claimsTexts.goByThemselves)}</span>
      </p>
      <span className="note">{sayContact(sync.lastContact, speech)}</span>
      <button
        className="btn btn--quiet"
        type="button"
        onClick={() => void act(() => client.sync.wake())}
      >
        <Icon name="retry" size="sm" />
        <span>{say(claimsTexts.tryNow)}</span>
      </button>
    </section>
  );
}

function sayContact(at: SyncView['lastContact'], speech: Speech): string {
  if (at === null) return speech.say(claimsTexts.neverContact);
  if (isJustNow(at)) return speech.say(claimsTexts.lastContactNow);
  return speech.say(claimsTexts.lastContact, { age: sayAge(at, speech) });
}
