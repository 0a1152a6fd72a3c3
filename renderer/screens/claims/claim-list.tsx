import './claim-list.css';
import { type KeyboardEvent, useRef } from 'react';
import type { ClaimSummary } from '#contracts/claim-views.ts';
import { formatAmount, formatTime } from '#contracts/messages/format.ts';
import { claimsTexts } from '#contracts/messages/screens-claims.ts';
import type { Instant } from '#domain/dates.ts';
import { useDesk } from '../../app/desk.tsx';
import { useSpeech } from '../../app/language.tsx';
import { Code } from '../../parts/code.tsx';
import { currencyName } from '../../parts/currency-name.ts';
import { Icon } from '../../parts/icon.tsx';
import { VerdictChip } from '../../parts/verdict-chip.tsx';
import { verdictOf } from './claim-states.ts';

interface ListProps {
  readonly claims: readonly ClaimSummary[];
  readonly isFiltered: boolean;
  readonly chosen: ClaimSummary | null;
  readonly choose: (claimId: string) => void;
}

/** The table of claims. Arrows move; the chosen one is opened beside it. */
export function ClaimList(props: ListProps) {
  const { claims, chosen, choose } = props;
  const { say } = useSpeech();
  const body = useRef<HTMLDivElement>(null);
  const handleKey = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const at = claims.findIndex(({ claimId }) => claimId === chosen?.claimId);
    const next = Math.min(claims.length - 1, Math.max(0, at + by));
    const row = body.current?.children[next];
    if (row instanceof HTMLElement) row.focus();
  };
  return (
    <div className="card list" role="grid" aria-label={say(claimsTexts.claims)}>
      <ListHead />
      <div className="body" role="rowgroup" ref={body} onKeyDown={handleKey}>
        {claims.map((claim) => (
          <ClaimRow
            key={claim.claimId}
            claim={claim}
            isChosen={claim.claimId === chosen?.claimId}
            choose={() => choose(claim.claimId)}
          />
        ))}
        {claims.length === 0 ? <Nothing isFiltered={props.isFiltered} /> : null}
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
        <span>{say(claimsTexts.saved)}</span>
      </span>
      <span className="stage got" role="columnheader">
        <Icon name="server" />
        <span>{say(claimsTexts.received)}</span>
      </span>
      <span role="columnheader">{say(claimsTexts.decision)}</span>
    </div>
  );
}

function ClaimRow(props: {
  readonly claim: ClaimSummary;
  readonly isChosen: boolean;
  readonly choose: () => void;
}) {
  const { claim } = props;
  const { language } = useSpeech();
  const { currency } = useDesk().terminal;
  const { member } = claim;
  return (
    <div
      className="row claim"
      role="row"
      tabIndex={props.isChosen ? 0 : -1}
      aria-selected={props.isChosen}
      onClick={props.choose}
      onKeyDown={(event) => {
        if (event.key === 'Enter') props.choose();
      }}
      onFocus={props.choose}
    >
      <span className="no" role="gridcell">
        <Code>{claim.receiptNumber}</Code>
      </span>
      <div className="who" role="gridcell">
        <b>{language === 'ar' ? member.nameAr : member.nameLatin}</b>
        <span>
          <Code>{member.memberNumber}</Code>
        </span>
      </div>
      <span className="amount" role="gridcell">
        <data className="num" value={claim.totals.claimed}>
          {formatAmount(claim.totals.claimed, currency, language)}
        </data>
      </span>
      <Stage className="saved" at={claim.savedAt} />
      <Stage className="got" at={claim.sentAt} />
      <span className="end" role="gridcell">
        <VerdictChip {...verdictOf(claim)} />
      </span>
    </div>
  );
}

function Stage({ at, className }: { readonly at: Instant | null; readonly className: string }) {
  const { say, language } = useSpeech();
  return (
    <span className={`stage ${at === null ? 'wait' : 'done'} ${className}`} role="gridcell">
      <Icon name={at === null ? 'clock' : 'check'} />
      <span>{at === null ? say(claimsTexts.waiting) : formatTime(at, language)}</span>
    </span>
  );
}

function Nothing({ isFiltered }: { readonly isFiltered: boolean }) {
  const { say } = useSpeech();
  return (
    <div className="state" role="row">
      <span role="gridcell">
        <b>{say(isFiltered ? claimsTexts.noneInState : claimsTexts.none)}</b>
        {isFiltered ? null : <p>{say(claimsTexts.noneHint)}</p>}
      </span>
    </div>
  );
}
