import { useEffect, useState } from 'react';
import { paperNames, usualSpecialties, visitTexts } from '#contracts/messages/screens-visit.ts';
import type { VisitView } from '#contracts/visit-views.ts';
import type { Referral } from '#domain/circumstances.ts';
import { type Speech, useSpeech } from '../../app/language.tsx';
import { latinDigits, parseWhole } from '../../parts/typed-numbers.ts';
import { contractWord } from './contract-word.ts';
import { Choice, DayField, WordsField } from './dialog-fields.tsx';
import type { Describe } from './encounter-dialog.tsx';
import type { EncounterField } from './encounter-field.ts';

/** A referral as it is typed: the days as text, what is missing left empty. */
interface Typed {
  readonly fromSpecialty: string;
  readonly toSpecialty: string;
  readonly licence: string;
  readonly on: Referral['on'] | null;
  readonly validDays: string;
  readonly diagnosis: string;
}

const nothing: Typed = {
  ...{ fromSpecialty: '', toSpecialty: '', licence: '' },
  ...{ on: null, validDays: '', diagnosis: '' },
};

/** Who sent the patient to which specialty, as the paper says; kept once both specialties and the day stand. */
export function ReferralFields(props: {
  readonly visit: VisitView;
  readonly field: EncounterField;
  readonly describe: Describe;
}) {
  const { visit, field, describe } = props;
  const { say } = useSpeech();
  const kept = visit.circumstances.referral;
  const [typed, setTyped] = useState<Typed>(() => typedOf(kept));
  useEffect(() => {
    if (kept !== undefined) setTyped(typedOf(kept));
  }, [kept]);

  const { documents = [] } = visit.circumstances;
  if (kept === undefined && field !== 'referral' && !documents.includes('referral')) return null;

  const keep = (now: Typed) => {
    setTyped(now);
    const referral = wholeOf(now);
    if (referral === null) {
      if (kept !== undefined) describe({ referral: null });
    } else if (JSON.stringify(referral) !== JSON.stringify(kept)) describe({ referral });
  };
  const specialties = [...new Set([...visit.terms.specialties, ...usualSpecialties])];
  const options = Object.fromEntries(specialties.map((word) => [word, contractWord(word)]));
  const words = (field: 'licence' | 'validDays' | 'diagnosis', label: string) => (
    <WordsField
      label={label}
      value={typed[field]}
      type={(text) => setTyped({ ...typed, [field]: text })}
      leave={() => keep(typed)}
    />
  );
  const isBegun = JSON.stringify(typed) !== JSON.stringify(nothing);
  return (
    <fieldset className="about__group">
      <legend>{say(paperNames.referral)}</legend>
      <Choice
        field="referral"
        label={say(visitTexts.referredFrom)}
        value={typed.fromSpecialty === '' ? null : typed.fromSpecialty}
        options={options}
        take={(word) => keep({ ...typed, fromSpecialty: word ?? '' })}
      />
      {words('licence', say(visitTexts.referrerLicence))}
      <Choice
        label={say(visitTexts.referredTo)}
        value={typed.toSpecialty === '' ? null : typed.toSpecialty}
        options={options}
        take={(word) => keep({ ...typed, toSpecialty: word ?? '' })}
      />
      <DayField
        label={say(visitTexts.referredOn)}
        value={typed.on}
        beside={visit.serviceDate}
        take={(on) => keep({ ...typed, on })}
      />
      {words('validDays', say(visitTexts.referralDays))}
      {words('diagnosis', say(visitTexts.referralDiagnosis))}
      {isBegun && wholeOf(typed) === null ? (
        <p className="note">{say(visitTexts.unfinishedReferral)}</p>
      ) : null}
    </fieldset>
  );
}

const typedOf = (kept: Referral | undefined): Typed =>
  kept === undefined
    ? nothing
    : {
        ...kept,
        validDays: kept.validDays === null ? '' : String(kept.validDays),
        diagnosis: kept.diagnosis ?? '',
      };

/** Null while something is missing, or the days are no number. */
function wholeOf({ on, validDays, diagnosis, ...rest }: Typed): Referral | null {
  const days = latinDigits(validDays.trim());
  const limit = days === '' ? null : parseWhole(days, 0, 3650);
  if (on === null || rest.fromSpecialty === '' || rest.toSpecialty === '') return null;
  if (days !== '' && limit === null) return null;
  const code = latinDigits(diagnosis.trim()).toUpperCase();
  return {
    ...rest,
    ...{ licence: rest.licence.trim(), on },
    ...{ validDays: limit, diagnosis: code === '' ? null : code },
  };
}

/** A referral in a few words. */
export const sayReferral = ({ toSpecialty }: Referral, { say }: Speech): string =>
  say(visitTexts.referredFor, { specialty: say(contractWord(toSpecialty)) });
