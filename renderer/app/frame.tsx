import { useEffect, useRef, useState } from 'react';
import type { UserView } from '#contracts/agent-views.ts';
import { frameTexts } from '#contracts/messages/screens-frame.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { GoneBanner } from '../parts/gone-banner.tsx';
import { screens } from '../screens/index.ts';
import type { ScreenId } from '../screens/screen.ts';
import { AnswerStrip } from './answer-strip.tsx';
import { DemoDrawer } from './demo-drawer.tsx';
import { useDesk } from './desk.tsx';
import { focusFinder } from './finder.ts';
import { Help } from './help.tsx';
import { useSpeech } from './language.tsx';
import { useLastSaved } from './last-saved.tsx';
import { PrivacyCover } from './privacy-cover.tsx';
import { Rail } from './rail.tsx';
import { useShortcuts } from './shortcuts.ts';
import { useTextZoom } from './text-zoom.ts';
import { TopBar } from './top-bar.tsx';

type Overlay = 'help' | 'cover' | 'demo' | null;

/** Rail, top bar and the open screen, for a signed-in user. */
export function Frame({ user }: { readonly user: UserView }) {
  const { say } = useSpeech();
  const { desk, terminal, isLive } = useDesk();
  const zoom = useTextZoom();
  const [overlay, setOverlay] = useState<Overlay>(null);
  const permitted = screens.filter((screen) => user.permissions.includes(screen.permission));
  const [chosen, setChosen] = useState<ScreenId>('patient');
  const current = permitted.find((screen) => screen.id === chosen) ?? permitted[0] ?? null;

  const isPermitted = (id: ScreenId) => permitted.some((screen) => screen.id === id);
  const { keep } = useLastSaved();
  const open = (id: ScreenId) => {
    keep(null);
    if (isPermitted(id)) setChosen(id);
  };
  const seller = (['dispense', 'visit'] as const).find(isPermitted);
  const find = seller === undefined ? null : () => findItem(chosen, seller, open);
  useNewVisit(desk.visit?.visitId ?? null, () => open('patient'));

  useShortcuts('frame', {
    F1: () => setOverlay('help'),
    ...(find === null ? {} : { F2: find }),
    ...Object.fromEntries(permitted.map((screen) => [screen.key, () => open(screen.id)])),
    F12: () => setOverlay('cover'),
    ...(desk.demo === null ? {} : { 'Ctrl+KeyD': () => setOverlay('demo') }),
    Escape: () => open('patient'),
    'Ctrl+Equal': () => zoom.change(1),
    'Ctrl+Minus': () => zoom.change(-1),
  });

  const close = () => setOverlay(null);
  return (
    <div className="frame">
      <Rail
        screens={permitted}
        current={current?.id ?? 'patient'}
        open={open}
        help={() => setOverlay('help')}
        cover={() => setOverlay('cover')}
        demo={desk.demo === null ? null : () => setOverlay('demo')}
      />
      <TopBar find={find} />
      <main className="main">
        {isLive ? null : <GoneBanner />}
        {terminal.keyProtection === 'development' ? (
          <p className="strip-note strip-note--quiet">{say(frameTexts.keyDevelopment)}</p>
        ) : null}
        {isPermitted('claims') && current?.id !== 'claims' ? (
          <AnswerStrip see={() => open('claims')} />
        ) : null}
        {current === null ? null : (
          <current.Page key={current.id} open={open} isPermitted={isPermitted} />
        )}
      </main>
      <FailureNotice />
      {overlay === 'help' ? <Help zoom={zoom} close={close} /> : null}
      {overlay === 'cover' ? <PrivacyCover lift={close} /> : null}
      {overlay === 'demo' && desk.demo !== null ? (
        <DemoDrawer demo={desk.demo} close={close} />
      ) : null}
    </div>
  );
}

/** A newly inserted card is always looked at first. */
function useNewVisit(visitId: string | null, look: () => void): void {
  const latest = useRef(look);
  latest.current = look;
  useEffect(() => {
    if (visitId !== null) latest.current();
  }, [visitId]);
}

function findItem(
  current: ScreenId,
  seller: 'dispense' | 'visit',
  open: (id: ScreenId) => void,
): void {
  if (focusFinder()) return;
  if (current !== seller) open(seller);
  // The screen must stand before its search field can take the focus.
  requestAnimationFrame(() => requestAnimationFrame(() => focusFinder()));
}
