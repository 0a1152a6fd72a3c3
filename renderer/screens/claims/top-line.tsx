import './top-line.css';
import { type ClaimCount, type ClaimState, claimStates } from '#contracts/claim-views.ts';
import { formatMoney, formatNumber } from '#contracts/messages/format.ts';
import { claimsTexts } from '#contracts/messages/screens-claims.ts';
import { requestTexts } from '#contracts/messages/screens-requests.ts';
import type { CalendarDate } from '#domain/dates.ts';
import { useDesk } from '../../app/desk.tsx';
import { useSpeech } from '../../app/language.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Mark } from '../../parts/mark.tsx';
import { centresOutcome } from './claim-states.ts';
import { DayField } from './day-field.tsx';
import { localToday } from './use-claims.ts';

interface LineProps {
  readonly counts: readonly ClaimCount[];
  readonly day: CalendarDate;
  readonly isAllDays: boolean;
  readonly state: ClaimState | null;
  readonly choose: (state: ClaimState | null) => void;
  /** Requests for approval are shown in place of claims. */
  readonly isRequests: boolean;
  readonly chooseRequests: (isRequests: boolean) => void;
  /** Null is all days. */
  readonly chooseDay: (day: CalendarDate | null) => void;
}

/** Which day, which state, and what the insurer owes for sure. */
export function TopLine(props: LineProps) {
  const { say, language } = useSpeech();
  const { currency } = useDesk().terminal;
  const { day, isAllDays } = props;
  const sum = (name: 'insurer' | 'guaranteed') =>
    props.counts.reduce((total, count) => total + count[name], 0);
  const isToday = !isAllDays && day === localToday();
  const claimsTitle = isAllDays
    ? claimsTexts.latestClaims
    : isToday
      ? claimsTexts.todaysClaims
      : claimsTexts.daysClaims;
  return (
    <div className="bar-top">
      <h1>{say(props.isRequests ? requestTexts.requests : claimsTitle)}</h1>
      <button
        className="btn btn--quiet bar-top__day"
        type="button"
        onClick={() => props.chooseDay(isAllDays ? localToday() : null)}
      >
        <Icon name="calendar" size="sm" />
        <span>{say(isAllDays ? claimsTexts.showToday : claimsTexts.showLatest)}</span>
      </button>
      <DayField day={day} isAllDays={isAllDays} choose={props.chooseDay} />
      <Tabs {...props} />
      <p className="owed">
        <b>
          {say(claimsTexts.owesForSure, {
            amount: formatMoney(sum('guaranteed'), currency, language),
          })}
        </b>
        <span>
          {say(claimsTexts.outOf, { amount: formatMoney(sum('insurer'), currency, language) })}
        </span>
      </p>
    </div>
  );
}

/** The states that are there, with their numbers. */
function Tabs({ choose, chooseRequests, counts, isRequests, state: chosen }: LineProps) {
  const state = isRequests ? undefined : chosen;
  const open = (one: ClaimState | null) => {
    chooseRequests(false);
    choose(one);
  };
  const { say, language } = useSpeech();
  const all = counts.reduce((total, { claims }) => total + claims, 0);
  const numberOf = (one: ClaimState) => counts.find((count) => count.state === one)?.claims ?? 0;
  const there = claimStates.filter((one) => numberOf(one) > 0 || one === state);
  return (
    <fieldset className="tabs" aria-label={say(claimsTexts.states)}>
      <button
        className="tab"
        type="button"
        aria-pressed={state === null}
        onClick={() => open(null)}
      >
        <span>{say(claimsTexts.all)}</span> <b>{formatNumber(all, language)}</b>
      </button>
      {there.map((one) => {
        const outcome = centresOutcome[one];
        return (
          <button
            key={one}
            className={`tab ${outcome === null ? '' : `v-${outcome}`}`}
            type="button"
            aria-pressed={state === one}
            onClick={() => open(one)}
          >
            {outcome === null ? null : <Mark outcome={outcome} />}
            <span>{say(claimsTexts[one])}</span> <b>{formatNumber(numberOf(one), language)}</b>
          </button>
        );
      })}
      <button
        className="tab"
        type="button"
        aria-pressed={isRequests}
        onClick={() => chooseRequests(true)}
      >
        <span>{say(requestTexts.requests)}</span>
      </button>
    </fieldset>
  );
}
