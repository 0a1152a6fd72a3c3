import { Modal } from '@mantine/core';
import { useLayoutEffect, useRef } from 'react';
import type { EncounterWish } from '#contracts/encounter-wish.ts';
import { frameTexts } from '#contracts/messages/screens-frame.ts';
import {
  accidentNames,
  encounterNames,
  paperNames,
  visitTexts,
} from '#contracts/messages/screens-visit.ts';
import type { VisitView } from '#contracts/visit-views.ts';
import type { Accident, Paper } from '#domain/circumstances.ts';
import type { EncounterKind } from '#domain/claims.ts';
import type { CalendarDate } from '#domain/dates.ts';
import { useActing } from '../../app/act.tsx';
import { useDesk } from '../../app/desk.tsx';
import { useSpeech } from '../../app/language.tsx';
import { useShortcuts } from '../../app/shortcuts.ts';
import { KeyHint } from '../../parts/key-hint.tsx';
import { ClinicianFields } from './clinician-fields.tsx';
import { Choice, DayField } from './dialog-fields.tsx';
import type { EncounterField } from './encounter-field.ts';
import { OtherCoverFields } from './other-cover-fields.tsx';
import { PregnancyFields } from './pregnancy-fields.tsx';
import { ReferralFields } from './referral-fields.tsx';
import { RefractionFields } from './refraction-fields.tsx';
import { StayFields } from './stay-fields.tsx';

export type Describe = (wish: EncounterWish) => void;

/** Everything that can be said of the encounter; what is entered is kept at once, field by field. */
export function EncounterDialog(props: {
  readonly visit: VisitView;
  readonly field: EncounterField;
  readonly close: () => void;
}) {
  const { visit } = props;
  const { say } = useSpeech();
  const { client } = useDesk();
  const { act } = useActing();
  const describe: Describe = (wish) => void act(() => client.visit.describeEncounter(wish));
  return (
    <Modal
      opened
      onClose={props.close}
      title={say(visitTexts.encounter)}
      size="44rem"
      closeButtonProps={{ 'aria-label': say(frameTexts.close) }}
    >
      <DialogKeys close={props.close} />
      <Fields visit={visit} field={props.field} describe={describe} />
      <footer className="about__foot">
        <p className="note">{say(visitTexts.encounterHint)}</p>
        <button className="btn btn--primary" type="button" onClick={props.close}>
          <span>{say(visitTexts.done)}</span> <KeyHint keys="F9" />
        </button>
      </footer>
    </Modal>
  );
}

/** F9 leaves the field first, so that what stands in it is kept. */
function DialogKeys({ close }: { readonly close: () => void }) {
  const leave = () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    close();
  };
  useShortcuts('overlay', { F9: leave, Escape: leave, 'Ctrl+KeyE': leave });
  return null;
}

function Fields(props: {
  readonly visit: VisitView;
  readonly field: EncounterField;
  readonly describe: Describe;
}) {
  const { visit, field, describe } = props;
  const { say } = useSpeech();
  const form = useRef<HTMLDivElement>(null);
  // The dialog itself gives the focus to whatever is marked so.
  useLayoutEffect(() => {
    form.current?.querySelector(`[data-field="${field}"]`)?.setAttribute('data-autofocus', '');
  }, [field]);
  const { accident, onset } = visit.circumstances;
  return (
    <div ref={form} className="about">
      <Choice<EncounterKind>
        field="kind"
        label={say(visitTexts.kind)}
        value={visit.encounter}
        options={encounterNames}
        take={(encounter) => {
          if (encounter !== null) describe({ encounter });
        }}
      />
      <Choice<Accident>
        field="accident"
        label={say(visitTexts.accident)}
        value={accident ?? null}
        options={accidentNames}
        take={(said) => describe({ accident: said })}
      />
      {visit.encounter === 'inpatient' ? <StayFields visit={visit} describe={describe} /> : null}
      <ClinicianFields visit={visit} describe={describe} />
      <DayField
        field="onset"
        label={say(visitTexts.onset)}
        value={onset ?? null}
        beside={visit.serviceDate}
        latest={visit.serviceDate}
        take={(day: CalendarDate | null) => describe({ onset: day })}
      />
      <OtherCoverFields visit={visit} describe={describe} />
      <PregnancyFields visit={visit} describe={describe} />
      <RefractionFields visit={visit} field={field} describe={describe} />
      <ReferralFields visit={visit} field={field} describe={describe} />
      <Papers visit={visit} describe={describe} />
    </div>
  );
}

function Papers({ visit, describe }: { readonly visit: VisitView; readonly describe: Describe }) {
  const { say } = useSpeech();
  const { documents = [] } = visit.circumstances;
  const others = (paper: Paper) => documents.filter((one) => one !== paper);
  return (
    <fieldset className="about__papers">
      <legend>{say(visitTexts.papers)}</legend>
      {(['referral', 'report'] as const).map((paper) => (
        <label key={paper}>
          <input
            type="checkbox"
            data-field={paper}
            checked={documents.includes(paper)}
            onChange={({ currentTarget: { checked } }) =>
              describe({ documents: checked ? [...documents, paper] : others(paper) })
            }
          />{' '}
          {say(paperNames[paper])}
        </label>
      ))}
    </fieldset>
  );
}
