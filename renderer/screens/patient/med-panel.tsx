import './med-panel.css';
import { type ReactNode, useState } from 'react';
import { formatDate } from '#contracts/messages/format.ts';
import { medTexts } from '#contracts/messages/screens-med.ts';
import { patientTexts } from '#contracts/messages/screens-patient.ts';
import { presenceTexts } from '#contracts/messages/screens-presence.ts';
import type { MedRecord, MedView } from '#contracts/visit-views.ts';
import { useSpeech } from '../../app/language.tsx';
import { Code } from '../../parts/code.tsx';
import { Icon } from '../../parts/icon.tsx';
import { MedDialog } from './med-dialog.tsx';
import { sayAllergy, sayNamed } from './med-words.ts';

const silent = {
  reading: presenceTexts.medReading,
  'not-permitted': presenceTexts.medNotPermitted,
  unknown: presenceTexts.medUnknown,
  none: presenceTexts.medNone,
} as const;

/** What the card says for emergencies, with who wrote it and when; what is not stated is said to be so. */
export function MedPanel({ med, mayWrite }: { readonly med: MedView; readonly mayWrite: boolean }) {
  const { say } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  const isKnown = med.state === 'read' || med.state === 'none';
  return (
    <section className="card med" aria-label={say(presenceTexts.med)}>
      <div className="card__head">
        <h2>{say(presenceTexts.med)}</h2>
        <span className="note src">
          <Icon name="card" />
          <span>{say(patientTexts.fromCard)}</span>
        </span>
      </div>
      {med.state === 'read' ? (
        <Record med={med} />
      ) : (
        <p className="history__none">{say(silent[med.state])}</p>
      )}
      {mayWrite && isKnown ? (
        <div className="pin-line">
          <button className="btn" type="button" onClick={() => setOpen(true)}>
            {say(medTexts.edit)}
          </button>
        </div>
      ) : null}
      {isOpen && isKnown ? (
        <MedDialog med={med.state === 'read' ? med : null} close={() => setOpen(false)} />
      ) : null}
    </section>
  );
}

function Record({ med }: { readonly med: MedRecord }) {
  const speech = useSpeech();
  const { say, language } = speech;
  const writer =
    med.writer === 'issuer'
      ? say(presenceTexts.issuer)
      : say(med.writer ?? presenceTexts.unknownWriter);
  return (
    <>
      <dl className="med__rows">
        <Row name={say(presenceTexts.bloodGroup)}>
          {med.bloodGroup === null ? say(presenceTexts.notStated) : <Code>{med.bloodGroup}</Code>}
        </Row>
        <Row name={say(presenceTexts.allergies)}>
          <List items={med.allergies.map((one) => sayAllergy(one, speech))} />
        </Row>
        <Row name={say(presenceTexts.conditions)}>
          <List items={med.conditions.map(({ code, name }) => sayNamed(name, code, speech))} />
        </Row>
        <Row name={say(presenceTexts.medicines)}>
          <List
            items={med.medicines.map(({ cardCode, name }) =>
              sayNamed(name, `${say(patientTexts.unnamedItem)} ${cardCode}`, speech),
            )}
          />
        </Row>
        <Row name={say(presenceTexts.contact)}>
          {med.contact === null ? (
            say(presenceTexts.notStated)
          ) : (
            <>
              <bdi>{med.contact.name}</bdi> <Code>{med.contact.phone}</Code>
            </>
          )}
        </Row>
      </dl>
      <p className="med__writer note">
        {say(presenceTexts.medWritten, { writer, date: formatDate(med.writtenOn, language) })}
        {med.isVerified ? null : (
          <b className="history__doubt"> {say(presenceTexts.medUnverified)}</b>
        )}
      </p>
    </>
  );
}

function List({ items }: { readonly items: readonly string[] }) {
  const { say } = useSpeech();
  if (items.length === 0) return say(presenceTexts.noneStated);
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

function Row(props: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
