import './paper.css';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Language } from '#contracts/messages/language.ts';
import { paperTexts } from '#contracts/messages/screens-paper.ts';
import { SpeechIn, useSpeech } from '../app/language.tsx';
import { useShortcuts } from '../app/shortcuts.ts';
import { KeyHint } from '../parts/key-hint.tsx';

/** A paper as it will be printed, in either language whatever the window speaks; F9 prints it. */
export function PrintPreview(props: {
  readonly size: 'receipt' | 'slip' | 'sheet';
  readonly title: string;
  readonly close: () => void;
  /** Other papers that can be shown in its stead. */
  readonly choices?: readonly {
    readonly name: string;
    readonly isChosen: boolean;
    readonly choose: () => void;
  }[];
  readonly children: ReactNode;
}) {
  const { say, language } = useSpeech();
  const [spoken, setSpoken] = useState<Language>(language);
  const print = useRef<HTMLButtonElement>(null);
  useEffect(() => print.current?.focus(), []);
  const other = spoken === 'ar' ? 'en' : 'ar';
  const turn = () => setSpoken(other);
  useShortcuts('overlay', { F9: () => window.print(), F10: turn, Escape: props.close });
  return createPortal(
    <div className="print" role="dialog" aria-modal="true" aria-label={say(paperTexts.preview)}>
      <div className="print__bar">
        <h2>{props.title}</h2>
        {(props.choices ?? []).map(({ name, isChosen, choose }) => (
          <button
            key={name}
            className="btn btn--quiet"
            type="button"
            aria-pressed={isChosen}
            onClick={choose}
          >
            {name}
          </button>
        ))}
        <button className="btn" type="button" onClick={props.close}>
          <span>{say(paperTexts.close)}</span> <KeyHint keys="Esc" />
        </button>
        <button className="btn" type="button" onClick={turn}>
          <span>{say(other === 'ar' ? paperTexts.inArabic : paperTexts.inEnglish)}</span>{' '}
          <KeyHint keys="F10" />
        </button>
        <button
          ref={print}
          className="btn btn--primary"
          type="button"
          aria-keyshortcuts="F9"
          onClick={() => window.print()}
        >
          <span>{say(paperTexts.print)}</span> <KeyHint keys="F9" />
        </button>
      </div>
      <div className="print__desk">
        <SpeechIn language={spoken}>
          <article
            className={`paper paper--${props.size}`}
            lang={spoken}
            dir={spoken === 'ar' ? 'rtl' : 'ltr'}
          >
            {props.children}
          </article>
        </SpeechIn>
      </div>
    </div>,
    document.body,
  );
}
