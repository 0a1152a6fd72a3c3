import './request-detail.css';
import type { RequestView } from '#contracts/claim-views.ts';
import { formatDate, formatMoney, formatNumber } from '#contracts/messages/format.ts';
import { requestTexts } from '#contracts/messages/screens-requests.ts';
import type { Approval } from '#domain/approvals.ts';
import { useDesk } from '../../app/desk.tsx';
import { useSpeech } from '../../app/language.tsx';
import { Code } from '../../parts/code.tsx';
import { Clause } from '../../parts/finding-parts.tsx';
import { VerdictChip } from '../../parts/verdict-chip.tsx';
import { decisive, useWording } from '../../parts/wording.ts';
import { standingOf } from './request-states.ts';

/** One request: what the centre answered, how much is left of it, and why it was asked for. */
export function RequestDetail({ request }: { readonly request: RequestView | null }) {
  const { say, language } = useSpeech();
  if (request === null) {
    return (
      <article className="card open" aria-label={say(requestTexts.openRequest)}>
        <p className="open__none">{say(requestTexts.chooseRequest)}</p>
      </article>
    );
  }
  const standing = standingOf(request);
  return (
    <article
      className={`card open open--request v-${standing.outcome}`}
      aria-label={say(requestTexts.openRequest)}
    >
      <header>
        <div>
          <h2>{language === 'ar' ? request.member.nameAr : request.member.nameLatin}</h2>
          <VerdictChip {...standing} />
        </div>
        <p>
          {say(requestTexts.request)} <Code>{request.requestNumber}</Code>
          {' · '}
          {say(request.line.item.name)}
        </p>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="detail" tabIndex={0} aria-label={say(requestTexts.answer)}>
        <Answer request={request} />
        <WhyAsked request={request} />
      </section>
    </article>
  );
}

function Answer({ request: { answer, left } }: { readonly request: RequestView }) {
  const { say, language } = useSpeech();
  if (answer === null) {
    return (
      <section>
        <h3>{say(requestTexts.waits)}</h3>
        <p>{say(requestTexts.waitsHint)}</p>
      </section>
    );
  }
  if (answer.approval === null) {
    return (
      <section>
        <h3>{say(requestTexts.refusedBecause)}</h3>
        {answer.reasons.map((reason) => (
          <blockquote key={reason} dir="auto">
            {reason}
          </blockquote>
        ))}
      </section>
    );
  }
  const { approvalId, period } = answer.approval;
  return (
    <section>
      <h3>{say(requestTexts.approvedUntil, { date: formatDate(period.to, language) })}</h3>
      <Remaining granted={answer.approval} left={left ?? answer.approval} />
      <p className="note">
        {say(requestTexts.approvalNumber)} <Code>{approvalId}</Code>
      </p>
      <p className="note">{say(requestTexts.useIt)}</p>
    </section>
  );
}

function Remaining({ granted, left }: { readonly granted: Approval; readonly left: Approval }) {
  const { say, language } = useSpeech();
  const { currency } = useDesk().terminal;
  const rows = [
    [
      requestTexts.quantityLeft,
      left.quantity,
      granted.quantity,
      (n: number) => formatNumber(n, language),
    ],
    [
      requestTexts.amountLeft,
      left.amount,
      granted.amount,
      (n: number) => formatMoney(n, currency, language),
    ],
  ] as const;
  return (
    <dl className="remaining">
      {rows.map(([text, now, all, write]) => (
        <div key={text.en}>
          <dt>{say(text)}</dt>
          <dd>
            {now === null || all === null
              ? say(requestTexts.noLimit)
              : say(requestTexts.ofGranted, { left: write(now), granted: write(all) })}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function WhyAsked({ request: { decision } }: { readonly request: RequestView }) {
  const { say } = useSpeech();
  const { sentence } = useWording();
  const finding = decisive(decision.lines[0]?.findings ?? []);
  if (finding === null) return null;
  return (
    <>
      <section>
        <h3>{say(requestTexts.whyAsked)}</h3>
        <p>{sentence(finding)}</p>
      </section>
      <Clause id={finding.clause} />
    </>
  );
}
