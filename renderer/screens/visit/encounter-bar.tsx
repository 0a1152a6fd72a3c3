import './visit.css';
import { formatDate } from '#contracts/messages/format.ts';
import {
  accidentNames,
  encounterNames,
  paperNames,
  visitTexts,
} from '#contracts/messages/screens-visit.ts';
import type { VisitView } from '#contracts/visit-views.ts';
import { useSpeech } from '../../app/language.tsx';
import { KeyHint } from '../../parts/key-hint.tsx';
import { listAskedFields } from '../lines/next-step.ts';
import { contractWord } from './contract-word.ts';
import type { EncounterField } from './encounter-field.ts';
import { sayOtherCover } from './other-cover-fields.tsx';
import { sayPregnancy } from './pregnancy-fields.tsx';
import { sayReferral } from './referral-fields.tsx';

/** What was said of the encounter, and what its lines still ask for; each opens its field. */
export function EncounterBar(props: {
  readonly visit: VisitView;
  readonly enter: (field: EncounterField) => void;
}) {
  const { say } = useSpeech();
  const said = useSaid(props.visit);
  const asked = listAskedFields(props.visit);
  const fields = fieldOrder.filter((field) => said[field] !== null || asked.has(field));
  return (
    <section className="encounter" aria-label={say(visitTexts.encounter)}>
      {fields.map((field) => (
        <button
          key={field}
          type="button"
          className={asked.has(field) ? 'encounter__said v-referred' : 'encounter__said'}
          onClick={() => props.enter(field)}
        >
          {asked.has(field) ? <span className="note">{say(visitTexts.asked)}</span> : null}
          <span>{said[field] ?? say(fieldNames[field])}</span>
        </button>
      ))}
      <button
        type="button"
        className="encounter__more link"
        aria-keyshortcuts="Control+E"
        onClick={() => props.enter('kind')}
      >
        <span>{say(visitTexts.more)}</span> <KeyHint keys="Ctrl E" />
      </button>
    </section>
  );
}

const fieldOrder = [
  'kind',
  'stay',
  'clinician',
  'accident',
  'onset',
  'otherCover',
  'pregnancy',
  'refraction',
  'referral',
  'report',
] as const satisfies readonly EncounterField[];

const fieldNames = {
  kind: visitTexts.kind,
  stay: visitTexts.stay,
  clinician: visitTexts.clinician,
  accident: visitTexts.accident,
  onset: visitTexts.onset,
  otherCover: visitTexts.otherCover,
  pregnancy: visitTexts.pregnancy,
  refraction: visitTexts.refraction,
  referral: paperNames.referral,
  report: paperNames.report,
} as const;

/** What was said, in words; null where nothing was. */
function useSaid({
  encounter,
  circumstances,
  serviceDate,
}: VisitView): Record<EncounterField, string | null> {
  const speech = useSpeech();
  const { say, language } = speech;
  const {
    clinician,
    accident,
    onset,
    documents = [],
    stay,
    pregnancy,
    refraction,
    otherCover,
    referral,
  } = circumstances;
  return {
    kind: say(encounterNames[encounter]),
    clinician:
      clinician === undefined
        ? null
        : `${clinician.name} · ${say(contractWord(clinician.specialty))}`,
    accident: accident === undefined ? null : say(accidentNames[accident]),
    onset:
      onset === undefined ? null : say(visitTexts.onsetOn, { date: formatDate(onset, language) }),
    otherCover: otherCover === undefined ? null : sayOtherCover(otherCover, speech),
    pregnancy: pregnancy === undefined ? null : sayPregnancy(pregnancy, speech, serviceDate),
    refraction: refraction === undefined ? null : say(visitTexts.refractionKept),
    referral:
      referral !== undefined
        ? sayReferral(referral, speech)
        : documents.includes('referral')
          ? say(paperNames.referral)
          : null,
    report: documents.includes('report') ? say(paperNames.report) : null,
    stay:
      stay === undefined
        ? null
        : say(visitTexts.stayDays, {
            from: formatDate(stay.from, language),
            to: formatDate(stay.to, language),
            room: say(contractWord(stay.roomClass)),
          }),
  };
}
