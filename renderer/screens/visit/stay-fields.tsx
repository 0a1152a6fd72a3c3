import { useEffect, useState } from 'react';
import { visitTexts } from '#contracts/messages/screens-visit.ts';
import type { VisitView } from '#contracts/visit-views.ts';
import type { Stay } from '#domain/circumstances.ts';
import { useSpeech } from '../../app/language.tsx';
import { contractWord } from './contract-word.ts';
import { Choice, DayField } from './dialog-fields.tsx';
import type { Describe } from './encounter-dialog.tsx';

/** First and last day of the stay and the class of room; kept once all three stand. */
export function StayFields(props: { readonly visit: VisitView; readonly describe: Describe }) {
  const { visit, describe } = props;
  const { say } = useSpeech();
  const kept = visit.circumstances.stay;
  const [typed, setTyped] = useState<Partial<Stay>>(kept ?? { from: visit.serviceDate });
  useEffect(() => {
    if (kept !== undefined) setTyped(kept);
  }, [kept]);

  const keep = (stay: Partial<Stay>) => {
    setTyped(stay);
    const { from, to, roomClass } = stay;
    if (from !== undefined && to !== undefined && roomClass !== undefined) {
      describe({ stay: { from, to, roomClass } });
    } else if (kept !== undefined) describe({ stay: null });
  };
  const { from, to, roomClass } = typed;
  const classes = visit.terms.roomClasses;
  return (
    <fieldset className="about__group">
      <legend>{say(visitTexts.stay)}</legend>
      <DayField
        field="stay"
        label={say(visitTexts.from)}
        value={from ?? null}
        beside={visit.serviceDate}
        take={(day) => keep({ ...without(typed, 'from'), ...(day === null ? {} : { from: day }) })}
      />
      <DayField
        label={say(visitTexts.to)}
        value={to ?? null}
        beside={from ?? visit.serviceDate}
        take={(day) => keep({ ...without(typed, 'to'), ...(day === null ? {} : { to: day }) })}
      />
      <Choice
        label={say(visitTexts.room)}
        value={roomClass ?? null}
        options={Object.fromEntries(classes.map((word) => [word, contractWord(word)]))}
        take={(word) =>
          keep({ ...without(typed, 'roomClass'), ...(word === null ? {} : { roomClass: word }) })
        }
      />
      {kept === undefined ? <p className="note">{say(visitTexts.unfinishedStay)}</p> : null}
    </fieldset>
  );
}

function without(stay: Partial<Stay>, part: keyof Stay): Partial<Stay> {
  const { [part]: _, ...rest } = stay;
  return rest;
}
