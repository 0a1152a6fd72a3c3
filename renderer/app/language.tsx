import { DirectionProvider, useDirection } from '@mantine/core';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { fill, formatCount } from '#contracts/messages/format.ts';
import type { Language, Text } from '#contracts/messages/language.ts';
import type { CountText } from '#contracts/messages/screens-frame.ts';
import type { Bilingual } from '#domain/people.ts';
import { recall, remember } from './remembered.ts';

export interface Speech {
  readonly language: Language;
  /** The text in the present language, with its placeholders filled. */
  say(text: Text | Bilingual, values?: Readonly<Record<string, string>>): string;
  /** A counted phrase in the right plural form. */
  count(value: number, text: CountText): string;
  switchLanguage(): void;
}

const SpeechContext = createContext<Speech | null>(null);

/** The language of everything below, kept for the next start; Arabic at the first. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  return (
    <DirectionProvider initialDirection="rtl" detectDirection={false}>
      <Speaking>{children}</Speaking>
    </DirectionProvider>
  );
}

export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (speech === null) throw new Error('useSpeech stands outside the LanguageProvider');
  return speech;
}

/** Speaks one language below, whatever the window does: paper is for somebody else. */
export function SpeechIn(props: { readonly language: Language; readonly children: ReactNode }) {
  const { language } = props;
  const speech = useMemo<Speech>(
    () => ({ ...speechOf(language), switchLanguage: () => undefined }),
    [language],
  );
  return <SpeechContext value={speech}>{props.children}</SpeechContext>;
}

const speechOf = (language: Language): Omit<Speech, 'switchLanguage'> => ({
  language,
  say: (text, values = {}) => fill(text[language], values),
  count: (value, text) => formatCount(value, text[language], language),
});

function Speaking({ children }: { readonly children: ReactNode }) {
  const { setDirection } = useDirection();
  const [language, setLanguage] = useState<Language>(() =>
    recall('language') === 'en' ? 'en' : 'ar',
  );

  useEffect(() => {
    document.documentElement.lang = language;
    setDirection(language === 'ar' ? 'rtl' : 'ltr');
    remember('language', language);
  }, [language, setDirection]);

  const speech = useMemo<Speech>(
    () => ({
      ...speechOf(language),
      switchLanguage: () => setLanguage((before) => (before === 'ar' ? 'en' : 'ar')),
    }),
    [language],
  );
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}
