import './claims.css';
import { useState } from 'react';
import { type ClaimState, type ClaimSummary, claimStates } from '#contracts/agent-views.ts';
import { formatMoney, formatNumber } from '#contracts/messages/format.ts';
import { claimsTexts } from '#contracts/messages/screens-claims.ts';
import { useDesk } from '../../app/desk.tsx';
import { useSpeech } from '../../app/language.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Mark } from '../../parts/mark.tsx';
import { ClaimDetail } from './claim-detail.tsx';
import { ClaimList } from './claim-list.tsx';
import { centresOutcome } from './claim-states.ts';
import { SyncStrip } from './sync-strip.tsx';
import { useClaim, useClaims } from './use-claims.ts';

type Filter = ClaimState | 'all';

/** Today's claims, how far each has come, and one of them opened. */
export function ClaimsScreen() {
  const { desk } = useDesk();
  const [isToday, setToday] = useState(true);
  const [filter, setFilter] = useState<Filter>('all');
  const [chosenId, setChosen] = useState<string | null>(null);
  const claims = useClaims(isToday) ?? [];
  const shown = claims.filter(({ state }) => filter === 'all' || state === filter);
  const chosen = shown.find(({ claimId }) => claimId === chosenId) ?? shown[0] ?? null;
  const claim = useClaim(chosen);
  return (
    <div className="page claims-page">
      <TopLine
        claims={claims}
        filter={filter}
        choose={setFilter}
        isToday={isToday}
        switchDay={() => setToday(!isToday)}
      />
      <SyncStrip sync={desk.sync} />
      <ClaimList claims={shown} isFiltered={filter !== 'all'} chosen={chosen} choose={setChosen} />
      <ClaimDetail claim={claim} />
    </div>
  );
}

function TopLine(props: {
  readonly claims: readonly ClaimSummary[];
  readonly filter: Filter;
  readonly choose: (filter: Filter) => void;
  readonly isToday: boolean;
  readonly switchDay: () => void;
}) {
  const { say, language } = useSpeech();
  const { currency } = useDesk().terminal;
  const owed = props.claims
    .filter(({ state }) => state !== 'rejected')
    .reduce((sum, { totals }) => sum + totals.insurer, 0);
  return (
    <div className="bar-top">
      <h1>{say(props.isToday ? claimsTexts.todaysClaims : claimsTexts.latestClaims)}</h1>
      <button className="btn btn--quiet bar-top__day" type="button" onClick={props.switchDay}>
        <Icon name="calendar" size="sm" />
        <span>{say(props.isToday ? claimsTexts.showLatest : claimsTexts.showToday)}</span>
      </button>
      <Tabs {...props} />
      <p className="owed">
        <b>{say(claimsTexts.insurersShare, { amount: formatMoney(owed, currency, language) })}</b>
        <span>{say(claimsTexts.ofThese)}</span>
      </p>
    </div>
  );
}

function Tabs(props: {
  readonly claims: readonly ClaimSummary[];
  readonly filter: Filter;
  readonly choose: (filter: Filter) => void;
}) {
  const { say, language } = useSpeech();
  const number = (filter: Filter) =>
    filter === 'all'
      ? props.claims.length
      : props.claims.filter(({ state }) => state === filter).length;
  return (
    <fieldset className="tabs" aria-label={say(claimsTexts.states)}>
      {(['all', ...claimStates] as const).map((filter) => {
        const outcome = filter === 'all' ? null : centresOutcome[filter];
        return (
          <button
            key={filter}
            className={`tab ${outcome === null ? '' : `v-${outcome}`} ${filter === 'sent' ? 'opt' : ''}`}
            type="button"
            aria-pressed={props.filter === filter}
            onClick={() => props.choose(filter)}
          >
            {outcome === null ? null : <Mark outcome={outcome} />}
            <span>{say(claimsTexts[filter])}</span> <b>{formatNumber(number(filter), language)}</b>
          </button>
        );
      })}
    </fieldset>
  );
}
