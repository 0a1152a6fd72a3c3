import type { SyncView } from '#contracts/agent-views.ts';
import { frameCounts, frameTexts } from '#contracts/messages/screens-frame.ts';
import { useSpeech } from '../app/language.tsx';
import { sayAge } from './age.ts';
import { Icon } from './icon.tsx';

const looks = { fresh: '', soft: ' chip--reduced', hard: ' chip--declined' } as const;
const links = {
  online: frameTexts.online,
  offline: frameTexts.offline,
  'not-enrolled': frameTexts.notEnrolled,
} as const;

/** The link to the centre: grey online and offline alike; amber and red only by the data's age. */
export function SyncChip({ sync }: { readonly sync: SyncView }) {
  const speech = useSpeech();
  const { say, count } = speech;
  const age = sayAge(sync.referenceAsOf, speech);
  return (
    <span className={`chip${looks[sync.staleness]}`} role="status">
      <Icon name={sync.link === 'online' ? 'cloud' : 'offline'} size="sm" />
      <b>{say(links[sync.link])}</b>
      {sync.waiting === 0 ? null : (
        <>
          <span className="chip__sep">·</span>
          <span>{count(sync.waiting, frameCounts.waiting)}</span>
        </>
      )}
      <span className={`chip__sep ${sync.staleness === 'hard' ? '' : 'wide'}`}>·</span>
      <span className={sync.staleness === 'hard' ? '' : 'wide'}>
        {sync.staleness === 'hard'
          ? say(frameTexts.dataTooOld, { age })
          : age === say(frameTexts.now)
            ? say(frameTexts.dataNow)
            : say(frameTexts.dataAge, { age })}
      </span>
    </span>
  );
}
