import { useEffect, useRef } from 'react';
import { frameTexts } from '#contracts/messages/screens-frame.ts';
import { Icon } from '../parts/icon.tsx';
import { useSpeech } from './language.tsx';
import { useShortcuts } from './shortcuts.ts';

/** Hides everything at the counter until the user returns. */
export function PrivacyCover({ lift }: { readonly lift: () => void }) {
  const { say } = useSpeech();
  const button = useRef<HTMLButtonElement>(null);
  useShortcuts('overlay', { F12: lift, Escape: lift });
  useEffect(() => button.current?.focus(), []);
  return (
    <button ref={button} type="button" className="cover" onClick={lift}>
      <Icon name="privacy" size="lg" />
      <b>{say(frameTexts.privacyTitle)}</b>
      <span>{say(frameTexts.privacyBack)}</span>
    </button>
  );
}
