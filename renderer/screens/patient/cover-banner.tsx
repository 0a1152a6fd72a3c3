import './cover-banner.css';
import { formatDate, formatShown } from '#contracts/messages/format.ts';
import { decisionTexts } from '#contracts/messages/screens-decision.ts';
import { patientTexts } from '#contracts/messages/screens-patient.ts';
import type { HolderConfirmation } from '#domain/adjudication/input.ts';
import { useDesk } from '../../app/desk.tsx';
import { useSpeech } from '../../app/language.tsx';
import { Icon } from '../../parts/icon.tsx';
import { KeyHint } from '../../parts/key-hint.tsx';
import { VerdictBanner } from '../../parts/verdict-banner.tsx';
import { decisive, useWording } from '../../parts/wording.ts';
import { type Cover, graceOf } from './cover.ts';

/** The answer, before anything else: covered here today or not, and which checks said so. */
export function CoverBanner(props: {
  readonly cover: Cover;
  readonly holder: HolderConfirmation;
  readonly explain: () => void;
}) {
  const { say, language } = useSpeech();
  const { currency } = useDesk().terminal;
  const { sentence, check } = useWording();
  const { outcome, findings } = props.cover;
  const worst = decisive(findings);
  const grace = graceOf(findings);
  const passed =
    grace === null
      ? say(patientTexts.coverActiveHere)
      : say(patientTexts.coverInGrace, {
          date: formatDate(grace.ended, language),
          days: formatShown({ kind: 'days', value: grace.days }, language, currency),
        });
  const reason = worst === null ? passed : sentence(worst);
  const titles = {
    approved: worst === null ? patientTexts.coverActive : patientTexts.coverWarned,
    reduced: patientTexts.coverWarned,
    referred: patientTexts.cannotDecide,
    declined: patientTexts.cardRefused,
  } as const;
  return (
    <VerdictBanner outcome={outcome} title={say(titles[outcome])} reason={reason}>
      <div className="banner__end">
        <ul className="checks" aria-label={say(patientTexts.checksHeading)}>
          {findings
            .filter((finding) => finding.outcome === 'approved' && !isAboutHolder(finding.nearest))
            .slice(0, 5)
            .map((finding) => (
              <li key={finding.check}>
                <Icon name="check" size="sm" />
                <span>{check(finding)}</span>
              </li>
            ))}
          {props.holder !== 'not-yet' ? null : (
            <li>
              <Icon name="patient" size="sm" />
              <span>{say(patientTexts.identityWaiting)}</span>
            </li>
          )}
        </ul>
        <button className="btn" type="button" aria-keyshortcuts="F3" onClick={props.explain}>
          <span>{say(decisionTexts.why)}</span> <KeyHint keys="F3" />
        </button>
      </div>
    </VerdictBanner>
  );
}

const isAboutHolder = (nearest: { readonly kind: string } | null): boolean =>
  nearest?.kind === 'confirm-holder';
