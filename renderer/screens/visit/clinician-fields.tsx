import { useEffect, useState } from 'react';
import { usualSpecialties, visitTexts } from '#contracts/messages/screens-visit.ts';
import type { VisitView } from '#contracts/visit-views.ts';
import type { Clinician } from '#domain/circumstances.ts';
import { useSpeech } from '../../app/language.tsx';
import { contractWord } from './contract-word.ts';
import { Choice, WordsField } from './dialog-fields.tsx';
import type { Describe } from './encounter-dialog.tsx';

const nobody: Clinician = { name: '', licence: '', specialty: '' };

/** Who treats: one known here, or name, licence and specialty. Kept once name and specialty stand. */
export function ClinicianFields(props: { readonly visit: VisitView; readonly describe: Describe }) {
  const { visit, describe } = props;
  const { say } = useSpeech();
  const kept = visit.circumstances.clinician;
  const [typed, setTyped] = useState<Clinician>(kept ?? nobody);
  useEffect(() => {
    if (kept !== undefined) setTyped(kept);
  }, [kept]);

  const keep = (clinician: Clinician) => {
    setTyped(clinician);
    const isEmpty = clinician.name.trim() === '' && clinician.specialty === '';
    if (isEmpty && kept !== undefined) describe({ clinician: null });
    const isWhole = clinician.name.trim() !== '' && clinician.specialty !== '';
    if (isWhole && JSON.stringify(clinician) !== JSON.stringify(kept)) describe({ clinician });
  };
  const specialties = [...new Set([...visit.terms.specialties, ...usualSpecialties])];
  const isUnfinished =
    (typed.name !== '' || typed.specialty !== '') && (typed.name === '' || typed.specialty === '');
  return (
    <fieldset className="about__group">
      <legend>{say(visitTexts.clinician)}</legend>
      <Known visit={visit} chosen={typed} take={keep} />
      <WordsField
        label={say(visitTexts.name)}
        value={typed.name}
        type={(name) => setTyped({ ...typed, name })}
        leave={() => keep(typed)}
      />
      <WordsField
        label={say(visitTexts.licence)}
        value={typed.licence}
        type={(licence) => setTyped({ ...typed, licence })}
        leave={() => keep(typed)}
      />
      <Choice
        label={say(visitTexts.specialty)}
        value={typed.specialty === '' ? null : typed.specialty}
        options={Object.fromEntries(specialties.map((word) => [word, contractWord(word)]))}
        take={(specialty) => keep({ ...typed, specialty: specialty ?? '' })}
      />
      {isUnfinished ? <p className="note">{say(visitTexts.unfinished)}</p> : null}
    </fieldset>
  );
}

/** Those named here lately, the signed-in doctor first. */
function Known(props: {
  readonly visit: VisitView;
  readonly chosen: Clinician;
  readonly take: (clinician: Clinician) => void;
}) {
  const { say } = useSpeech();
  const { clinicians } = props.visit;
  const at = clinicians.findIndex(({ name }) => name === props.chosen.name);
  return (
    <label className="about__field">
      <span>{say(visitTexts.clinicianKnown)}</span>
      <select
        className="field"
        data-field="clinician"
        value={at}
        onChange={({ currentTarget: { value } }) => props.take(clinicians[Number(value)] ?? nobody)}
      >
        <option value={-1}>{say(visitTexts.clinicianOther)}</option>
        {clinicians.map(({ name, specialty }, place) => (
          <option key={name} value={place}>
            {specialty === '' ? name : `${name} · ${say(contractWord(specialty))}`}
          </option>
        ))}
      </select>
    </label>
  );
}
