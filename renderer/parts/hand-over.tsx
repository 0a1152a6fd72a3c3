import { useEffect, useId, useRef, useState } from 'react';
import { visitTexts } from '#contracts/messages/screens-visit.ts';
import type { ControlledSupply } from '#domain/claims.ts';
import type { CalendarDate } from '#domain/dates.ts';
import { useDesk } from '../app/desk.tsx';
import { useSpeech } from '../app/language.tsx';
import { DayInput } from './day-input.tsx';
import type { LineRowProps } from './line-row.tsx';
import { TypedField } from './typed-field.tsx';
import { latinDigits } from './typed-numbers.ts';

interface HandOverProps extends LineRowProps {
  readonly leave: () => void;
}

/** What is taken down when a controlled medicine is handed out; shown where its terms ask for it. */
export function HandOver(props: HandOverProps) {
  const { view, decided, change, leave } = props;
  const { say } = useSpeech();
  const { controlled, batch } = view.line;
  // The next field may be left before the line comes back with what the one before it said.
  const said = useRef<ControlledSupply>(controlled ?? {});
  const isAsked = decided?.findings.some(({ nearest }) => nearest?.kind === 'enter-controlled');
  if (isAsked !== true && controlled === undefined && batch === undefined) return null;

  const keep = (part: keyof ControlledSupply) => (text: string) => {
    const typed = latinDigits(text.trim()).slice(0, 60);
    const { [part]: _, ...rest } = said.current;
    said.current = typed === '' ? rest : { ...rest, [part]: typed };
    change({ controlled: Object.keys(said.current).length === 0 ? null : said.current });
    return true;
  };
  return (
    <>
      <TypedField
        isText
        step="enter-controlled"
        label={say(visitTexts.specialPrescription)}
        value={controlled?.prescriptionNumber ?? ''}
        leave={leave}
        keep={keep('prescriptionNumber')}
      />
      <TypedField
        isText
        label={say(visitTexts.takerId)}
        value={controlled?.takerId ?? ''}
        leave={leave}
        keep={keep('takerId')}
      />
      <BatchFields {...props} />
    </>
  );
}

/** The batch and the last day on which it may be used; kept once both stand. */
function BatchFields({ view, change, leave }: HandOverProps) {
  const { say } = useSpeech();
  const kept = view.line.batch;
  const { desk } = useDesk();
  const expiryId = useId();
  const [number, setNumber] = useState(kept?.number ?? '');
  const [expiresOn, setExpiresOn] = useState<CalendarDate | null>(kept?.expiresOn ?? null);
  useEffect(() => {
    if (kept === undefined) return;
    setNumber(kept.number);
    setExpiresOn(kept.expiresOn);
  }, [kept]);

  const keep = (name: string, day: CalendarDate | null) => {
    setNumber(name);
    setExpiresOn(day);
    if (name !== '' && day !== null) change({ batch: { number: name, expiresOn: day } });
    else if (kept !== undefined) change({ batch: null });
  };
  if (desk.visit === null) return null;
  return (
    <>
      <TypedField
        isText
        label={say(visitTexts.batch)}
        value={number}
        leave={leave}
        keep={(text) => {
          keep(latinDigits(text.trim()).slice(0, 60), expiresOn);
          return true;
        }}
      />
      <label className="edit__field" htmlFor={expiryId}>
        <span>{say(visitTexts.batchExpiry)}</span>
        <DayInput
          id={expiryId}
          className="field field--text field--date"
          value={expiresOn}
          beside={desk.visit.serviceDate}
          take={(day) => keep(number, day)}
        />
      </label>
    </>
  );
}
