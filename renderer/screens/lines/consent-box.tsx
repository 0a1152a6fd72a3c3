import { formatMoney, formatTime } from '#contracts/messages/format.ts';
import { visitTexts } from '#contracts/messages/screens-visit.ts';
import type { LineView } from '#contracts/visit-views.ts';
import type { DecidedLine } from '#domain/adjudication/decision.ts';
import { useActing } from '../../app/act.tsx';
import { useDesk } from '../../app/desk.tsx';
import { useSpeech } from '../../app/language.tsx';
import { Icon } from '../../parts/icon.tsx';
import { KeyHint } from '../../parts/key-hint.tsx';

/** What the patient would pay beyond the share, and whether he or she has signed for it. */
export function ConsentBox(props: {
  readonly line: LineView;
  readonly decided: DecidedLine;
  /** F10 works it; where something better is offered, that has the key. */
  readonly hasKey: boolean;
}) {
  const { line, decided } = props;
  const key = props.hasKey ? <KeyHint keys="F10" /> : null;
  const { say, language } = useSpeech();
  const { currency } = useDesk().terminal;
  const sign = useConsent();
  if (decided.ownPart === 0) return null;
  const amount = formatMoney(decided.ownPart, currency, language);
  const { consent } = line.line;
  // A signature for less than it now comes to is none.
  if (consent !== undefined && decided.amounts.memberPrivate > 0) {
    return (
      <section className="consent">
        <p className="lead">
          {say(visitTexts.consentSigned, { time: formatTime(consent.at, language), amount })}
        </p>
        <button className="btn" type="button" onClick={() => sign(line, false)}>
          <Icon name="undo" size="sm" flips />
          <span>{say(visitTexts.consentTakeBack)}</span> {key}
        </button>
      </section>
    );
  }
  return (
    <section className="consent v-reduced">
      <p className="lead">{say(visitTexts.consentNeeded, { amount })}</p>
      <p className="note">{say(visitTexts.consentHint)}</p>
      <button className="btn" type="button" onClick={() => sign(line, true)}>
        <Icon name="operator" size="sm" />
        <span>{say(visitTexts.consentSign)}</span> {key}
      </button>
    </section>
  );
}

/** Records the signature for what the chosen line leaves to the patient, or takes it back. */
export function useConsent() {
  const { client } = useDesk();
  const { act } = useActing();
  return ({ line }: LineView, isSigned: boolean) =>
    void act(() => client.visit.recordConsent({ lineId: line.lineId, isSigned }));
}
