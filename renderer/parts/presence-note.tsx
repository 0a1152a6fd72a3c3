import './presence-note.css';
import { formatTime } from '#contracts/messages/format.ts';
import { presenceTexts } from '#contracts/messages/screens-presence.ts';
import { wordTexts } from '#contracts/messages/words.ts';
import type { VisitView } from '#contracts/visit-views.ts';
import type {
  HolderConfirmation,
  HolderProofs,
  InsteadOfCard,
} from '#domain/adjudication/input.ts';
import { type Speech, useSpeech } from '../app/language.tsx';
import { Icon } from './icon.tsx';

/** How the person was known, wherever it was by more or other than their own card in their own hand. */
export function PresenceNotes({
  of,
}: {
  readonly of: Pick<VisitView, 'holder' | 'insteadOfCard' | 'proofs'>;
}) {
  const speech = useSpeech();
  const notes = [
    sayInstead(of.insteadOfCard, speech),
    sayCollector(of.holder, speech),
    sayPin(of.proofs, speech),
    saySignature(of.proofs, speech),
  ];
  return notes
    .filter((note) => note !== null)
    .map((note) => (
      <p key={note} className="presence">
        <Icon name="operator" size="sm" />
        <span>{note}</span>
      </p>
    ));
}

function sayInstead(instead: InsteadOfCard | null, { say }: Speech): string | null {
  if (instead === null) return null;
  if (instead.kind === 'member-number') return say(presenceTexts.cameWithoutCard);
  if (instead.kind === 'emergency') return say(presenceTexts.cameInEmergency);
  if (instead.kind === 'mother-card') return say(presenceTexts.cameWithMother);
  return say(presenceTexts.cameWithGuardian, { number: instead.guardian.memberNumber });
}

function sayCollector(holder: HolderConfirmation, { say }: Speech): string | null {
  if (typeof holder !== 'object') return null;
  const { name, relationship, idNumber } = holder.collectedBy;
  return say(presenceTexts.cameForPatient, {
    name,
    relationship: say(wordTexts[`collector-${relationship}`]),
    number: idNumber,
  });
}

function sayPin(proofs: HolderProofs | null, { say, language }: Speech): string | null {
  const pin = proofs?.pin;
  if (pin?.known !== true || pin.value !== 'verified') return null;
  return say(presenceTexts.provedByPin, { time: formatTime(pin.asOf, language) });
}

function saySignature(proofs: HolderProofs | null, { say, language }: Speech): string | null {
  if (proofs?.signed === undefined) return null;
  return say(presenceTexts.signedPaper, { time: formatTime(proofs.signed.at, language) });
}
