import './other-card.css';
import { otherCardTexts, patientTexts } from '#contracts/messages/screens-patient.ts';
import type { VisitView } from '#contracts/visit-views.ts';
import { useSpeech } from '../../app/language.tsx';

/** A card of another scheme says so, and how it writes its holder's name; MC-1 says nothing. */
export function OtherCard({ card }: { readonly card: VisitView['card'] }) {
  const { say } = useSpeech();
  if (card.kind === undefined) return null;
  return (
    <div className="other-card">
      <p>
        <strong>{say(otherCardTexts[card.kind])}</strong>
        <span className="other-card__mark">{say(patientTexts.notAuthenticated)}</span>
      </p>
      <p className="other-card__names">
        <span>{say(patientTexts.namesOnCard)}</span>
        {card.names.map(({ language, text }) => (
          <bdi key={language} lang={language}>
            {text}
          </bdi>
        ))}
      </p>
    </div>
  );
}
