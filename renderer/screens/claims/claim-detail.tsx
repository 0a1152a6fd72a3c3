import './claim-detail.css';
import type { ClaimView } from '#contracts/claim-views.ts';
import { checkNames } from '#contracts/messages/checks.ts';
import { formatAmount, formatMoney, formatNumber, formatTime } from '#contracts/messages/format.ts';
import type { Text } from '#contracts/messages/language.ts';
import { claimsTexts } from '#contracts/messages/screens-claims.ts';
import { decisionTexts } from '#contracts/messages/screens-decision.ts';
import { voidReasonTexts } from '#contracts/messages/screens-paper.ts';
import { useSpeech } from '../../app/language.tsx';
import { Code } from '../../parts/code.tsx';
import { Icon } from '../../parts/icon.tsx';
import { patientPart } from '../../parts/line-row.tsx';
import { Mark } from '../../parts/mark.tsx';
import { PresenceNotes } from '../../parts/presence-note.tsx';
import { VerdictChip } from '../../parts/verdict-chip.tsx';
import { ClaimAlerts } from './claim-alerts.tsx';
import { ClaimLines } from './claim-lines.tsx';
import { verdictOf } from './claim-states.ts';

/** One claim: its way to the centre and back, what the centre changed, its lines and totals. */
export function ClaimDetail({ claim }: { readonly claim: ClaimView | null }) {
  const { say, language } = useSpeech();
  if (claim === null) {
    return (
      <article className="card open" aria-label={say(claimsTexts.openClaim)}>
        <p className="open__none">{say(claimsTexts.chooseClaim)}</p>
      </article>
    );
  }
  const verdict = verdictOf(claim);
  return (
    <article className={`card open v-${verdict.outcome}`} aria-label={say(claimsTexts.openClaim)}>
      <header>
        <div>
          <h2>{language === 'ar' ? claim.member.nameAr : claim.member.nameLatin}</h2>
          <VerdictChip {...verdict} />
        </div>
        <p>
          {say(claimsTexts.claim)} <Code>{claim.receiptNumber}</Code>
          {claim.diagnoses.map(({ code, name }) => (
            <span key={code}>
              {' · '}
              <Code>{code}</Code> {say(name)}
            </span>
          ))}
        </p>
      </header>
      <PresenceNotes of={claim} />
      <Way claim={claim} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="detail" tabIndex={0} aria-label={say(claimsTexts.lines)}>
        <Differences claim={claim} />
        <Standing claim={claim} />
        <ClaimLines claim={claim} />
        <ClaimAlerts claim={claim} />
      </section>
      <Sum claim={claim} />
    </article>
  );
}

/** Saved here, received there, decided. */
function Way({ claim }: { readonly claim: ClaimView }) {
  const { say, language } = useSpeech();
  const time = (at: string) => formatTime(at, language);
  const { verdict } = claim;
  const outcome = verdictOf(claim);
  return (
    <ol className="way">
      <li className="v-approved">
        <Mark outcome="approved" />
        <b>{say(claimsTexts.savedAt, { time: time(claim.savedAt) })}</b>
        <span>
          {say(claimsTexts.record)} {formatNumber(claim.record.seq, language)}
        </span>
      </li>
      <li className={claim.sentAt === null ? 'is-ahead' : 'v-approved'}>
        {claim.sentAt === null ? <Icon name="clock" /> : <Mark outcome="approved" />}
        <b>
          {claim.sentAt === null
            ? say(claimsTexts.notReceived)
            : say(claimsTexts.receivedAt, { time: time(claim.sentAt) })}
        </b>
        <span>{say(claim.sentAt === null ? claimsTexts.safeHere : claimsTexts.custody)}</span>
      </li>
      <li className={verdict === null ? 'is-ahead' : `v-${outcome.outcome}`}>
        {verdict === null ? <Icon name="clock" /> : <Mark outcome={outcome.outcome} />}
        <b>
          {verdict === null
            ? say(claimsTexts.noDecision)
            : say(claimsTexts.decisionAt, { time: time(verdict.decidedAt) })}
        </b>
        <span>
          {verdict === null
            ? say(claimsTexts.ownOnly)
            : say(claimsTexts.version, { version: formatNumber(verdict.version, language) })}
        </span>
      </li>
    </ol>
  );
}

/** What the centre decided otherwise, line by line; a guaranteed line is paid all the same. */
function Differences({ claim }: { readonly claim: ClaimView }) {
  const { say, language } = useSpeech();
  const { currency } = claim.decision;
  const { verdict } = claim;
  if (verdict === null) return null;
  const insurer = (verdict.totals ?? claim.totals).insurer;
  const names: Readonly<Record<string, Text>> = checkNames;
  return (
    <div className="diff">
      <h3>{say(claimsTexts.insurerPays, { amount: formatMoney(insurer, currency, language) })}</h3>
      {verdict.differences.map(({ lineId, check, guaranteed }) => {
        const line = claim.lines.find((one) => one.line.lineId === lineId);
        const item = line === undefined ? lineId : say(line.item.name);
        const name = names[check];
        return (
          <p key={`${lineId} ${check}`} className={guaranteed ? 'v-approved' : 'v-reduced'}>
            {guaranteed ? <Icon name="sure" /> : <Mark outcome="reduced" />}
            <span>
              {say(guaranteed ? claimsTexts.differsSure : claimsTexts.differs, {
                item,
                check: name === undefined ? check : say(name),
              })}
            </span>
          </p>
        );
      })}
    </div>
  );
}

/** What the card has of the claim, and each void with what the patient got back. */
function Standing({ claim }: { readonly claim: ClaimView }) {
  const { say, language } = useSpeech();
  const { currency } = claim.decision;
  const onCard = { waiting: claimsTexts.cardWaits, written: claimsTexts.cardKnows } as const;
  const card = (state: ClaimView['onCard']) =>
    state === null ? '' : say(state === 'not-ratified' ? claimsTexts.cardLost : onCard[state]);
  return (
    <div className="standing">
      {claim.onCard === null ? null : <p>{card(claim.onCard)}</p>}
      {claim.voids.map((one) => (
        <p key={one.eventId} className="v-declined">
          <Icon name="undo" size="sm" />
          <span>
            {say(claimsTexts.voidedAt, {
              time: formatTime(one.voidedAt, language),
              reason: say(voidReasonTexts[one.reason]),
            })}
            {' · '}
            {say(claimsTexts.refunded, { amount: formatMoney(one.refund, currency, language) })}
            {one.onCard === null ? '' : ` · ${card(one.onCard)}`}
          </span>
        </p>
      ))}
    </div>
  );
}

function Sum({ claim }: { readonly claim: ClaimView }) {
  const { say, language } = useSpeech();
  const { currency } = claim.decision;
  // A void that the centre does not know yet leaves less than its verdict says.
  const totals = claim.voids.length > 0 ? claim.totals : (claim.verdict?.totals ?? claim.totals);
  const parts = [
    [decisionTexts.claimed, totals.claimed],
    [decisionTexts.insurer, totals.insurer],
    [decisionTexts.patient, patientPart(totals)],
    [decisionTexts.notPayable, totals.providerWriteOff],
    ...(totals.otherPayers === undefined
      ? []
      : [[decisionTexts.otherPayers, totals.otherPayers] as const]),
  ] as const;
  return (
    <dl className="eq">
      {parts.map(([text, value]) => (
        <div key={text.en}>
          <dt>{say(text)}</dt>
          <dd>
            <data className="num" value={value}>
              {formatAmount(value, currency, language)}
            </data>
          </dd>
        </div>
      ))}
    </dl>
  );
}
