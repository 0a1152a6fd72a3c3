import { type KeyboardEvent, useRef } from 'react';
import type { RequestView } from '#contracts/claim-views.ts';
import { formatAmount, formatTime } from '#contracts/messages/format.ts';
import { claimsTexts } from '#contracts/messages/screens-claims.ts';
import { requestTexts } from '#contracts/messages/screens-requests.ts';
import { useDesk } from '../../app/desk.tsx';
import { useSpeech } from '../../app/language.tsx';
import { Code } from '../../parts/code.tsx';
import { currencyName } from '../../parts/currency-name.ts';
import { Icon } from '../../parts/icon.tsx';
import { VerdictChip } from '../../parts/verdict-chip.tsx';
import { standingOf } from './request-states.ts';

/** Lines that were sent for approval. Arrows move; the chosen one is opened beside it. */
export function RequestList(props: {
  readonly requests: readonly RequestView[];
  readonly chosen: RequestView | null;
  readonly choose: (requestId: string) => void;
}) {
  const { requests, chosen, choose } = props;
  const { say } = useSpeech();
  const body = useRef<HTMLDivElement>(null);
  const handleKey = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const at = requests.findIndex(({ requestId }) => requestId === chosen?.requestId);
    const row = body.current?.children[Math.min(requests.length - 1, Math.max(0, at + by))];
    if (row instanceof HTMLElement) row.focus();
  };
  return (
    <div className="card list" role="grid" aria-label={say(requestTexts.requests)}>
      <ListHead />
      <div className="body" role="rowgroup" ref={body} onKeyDown={handleKey}>
        {requests.map((request) => (
          <RequestRow
            key={request.requestId}
            request={request}
            isChosen={request.requestId === chosen?.requestId}
            choose={() => choose(request.requestId)}
          />
        ))}
        {requests.length === 0 ? (
          <div className="state" role="row">
            <span role="gridcell">
              <b>{say(requestTexts.none)}</b>
              <p>{say(requestTexts.noneHint)}</p>
            </span>
          </div>
        ) : null}
      </div>
    </div>
  );
}

function ListHead() {
  const { say, language } = useSpeech();
  const { currency } = useDesk().terminal;
  return (
    <div className="row head" role="row">
      <span role="columnheader">{say(claimsTexts.number)}</span>
      <span role="columnheader">{say(claimsTexts.member)}</span>
      <span className="amount" role="columnheader">
        {say(claimsTexts.amountIn, { currency: currencyName(currency.code, language) })}
      </span>
      <span className="stage saved" role="columnheader">
        <Icon name="terminal" />
        <span>{say(requestTexts.asked)}</span>
      </span>
      <span className="stage got" role="columnheader">
        <Icon name="server" />
        <span>{say(claimsTexts.received)}</span>
      </span>
      <span role="columnheader">{say(requestTexts.answer)}</span>
    </div>
  );
}

function RequestRow(props: {
  readonly request: RequestView;
  readonly isChosen: boolean;
  readonly choose: () => void;
}) {
  const { request, choose } = props;
  const { say, language } = useSpeech();
  const { currency } = useDesk().terminal;
  const { member, sentAt } = request;
  const claimed = request.decision.lines[0]?.amounts.claimed ?? 0;
  return (
    <div
      className="row claim"
      role="row"
      tabIndex={props.isChosen ? 0 : -1}
      aria-selected={props.isChosen}
      onClick={choose}
      onFocus={choose}
      onKeyDown={(event) => {
        if (event.key === 'Enter') choose();
      }}
    >
      <span className="no" role="gridcell">
        <Code>{request.requestNumber}</Code>
      </span>
      <div className="who" role="gridcell">
        <b>{language === 'ar' ? member.nameAr : member.nameLatin}</b>
        <span>{say(request.line.item.name)}</span>
      </div>
      <span className="amount" role="gridcell">
        <data className="num" value={claimed}>
          {formatAmount(claimed, currency, language)}
        </data>
      </span>
      <span className="stage done saved" role="gridcell">
        <Icon name="check" />
        <span>{formatTime(request.requestedAt, language)}</span>
      </span>
      <span className={`stage ${sentAt === null ? 'wait' : 'done'} got`} role="gridcell">
        <Icon name={sentAt === null ? 'clock' : 'check'} />
        <span>{sentAt === null ? say(claimsTexts.waiting) : formatTime(sentAt, language)}</span>
      </span>
      <span className="end" role="gridcell">
        <VerdictChip {...standingOf(request)} />
      </span>
    </div>
  );
}
