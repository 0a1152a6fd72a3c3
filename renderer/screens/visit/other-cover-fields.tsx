import { useEffect, useState } from 'react';
import { isolate } from '#contracts/messages/format.ts';
import { otherCoverNames, visitTexts } from '#contracts/messages/screens-visit.ts';
import type { VisitView } from '#contracts/visit-views.ts';
import type { Circumstances } from '#domain/circumstances.ts';
import { type Speech, useSpeech } from '../../app/language.tsx';
import { Choice, WordsField } from './dialog-fields.tsx';
import type { Describe } from './encounter-dialog.tsx';

type Said = Circumstances['otherCover'];
type Word = keyof typeof otherCoverNames;

/** Whether there is another insurance, and which pays first; one is kept once it has a name. */
export function OtherCoverFields(props: {
  readonly visit: VisitView;
  readonly describe: Describe;
}) {
  const { visit, describe } = props;
  const { say } = useSpeech();
  const kept = visit.circumstances.otherCover;
  const [word, setWord] = useState<Word | null>(() => wordOf(kept));
  const [insurer, setInsurer] = useState(kept?.insurer ?? '');
  useEffect(() => {
    if (kept === undefined) return;
    setWord(wordOf(kept));
    if (kept !== null) setInsurer(kept.insurer);
  }, [kept]);

  const keep = (chosen: Word | null, name: string) => {
    if (chosen === null) describe({ otherCover: 'unsaid' });
    else if (chosen === 'none') describe({ otherCover: null });
    else if (name.trim() !== '') describe({ otherCover: { insurer: name.trim(), pays: chosen } });
    else if (kept != null) describe({ otherCover: 'unsaid' });
  };
  const isNamed = word === 'first' || word === 'second';
  return (
    <fieldset className="about__group">
      <legend>{say(visitTexts.otherCover)}</legend>
      <Choice<Word>
        field="otherCover"
        label={say(visitTexts.otherCover)}
        value={word}
        options={otherCoverNames}
        take={(chosen) => {
          setWord(chosen);
          keep(chosen, insurer);
        }}
      />
      {isNamed ? (
        <WordsField
          label={say(visitTexts.otherInsurer)}
          value={insurer}
          type={setInsurer}
          leave={() => keep(word, insurer)}
        />
      ) : null}
      {isNamed && insurer.trim() === '' ? (
        <p className="note">{say(visitTexts.unfinishedOther)}</p>
      ) : null}
    </fieldset>
  );
}

const wordOf = (said: Said): Word | null => {
  if (said === undefined) return null;
  return said === null ? 'none' : said.pays;
};

/** Another insurance in a few words. */
export function sayOtherCover(said: NonNullable<Said> | null, { say }: Speech): string {
  if (said === null) return say(visitTexts.otherNone);
  const text = said.pays === 'first' ? visitTexts.otherFirst : visitTexts.otherSecond;
  return say(text, { insurer: isolate(said.insurer) });
}
