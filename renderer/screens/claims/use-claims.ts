import { useEffect, useState } from 'react';
import type { ClaimCount, ClaimState, ClaimSummary, ClaimView } from '#contracts/claim-views.ts';
import { type CalendarDate, calendarDate } from '#domain/dates.ts';
import { useActing } from '../../app/act.tsx';
import { useDesk } from '../../app/desk.tsx';

export interface Looking {
  /** Null is all days. */
  readonly day: CalendarDate | null;
  readonly state: ClaimState | null;
  readonly words: string;
}

/** The claims that are looked for; asked anew whenever the desk reports a change. Null until the first answer. */
export function useClaims({ day, state, words }: Looking): readonly ClaimSummary[] | null {
  const { client, desk } = useDesk();
  const { ask } = useActing();
  const [claims, setClaims] = useState<readonly ClaimSummary[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the desk's change is the reason to ask again
  useEffect(() => {
    let isCurrent = true;
    const wanted = words.trim() === '' ? null : words;
    void ask(() => client.claims.list({ day, state, words: wanted })).then((answer) => {
      if (isCurrent && answer !== null) setClaims(answer.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [client, ask, day, state, words, desk.sync, desk.visit]);
  return claims;
}

/** How many claims of the day are in each state; asked anew like the claims. */
export function useCounts(day: CalendarDate | null): readonly ClaimCount[] {
  const { client, desk } = useDesk();
  const { ask } = useActing();
  const [counts, setCounts] = useState<readonly ClaimCount[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the desk's change is the reason to ask again
  useEffect(() => {
    let isCurrent = true;
    void ask(() => client.claims.count({ day })).then((answer) => {
      if (isCurrent && answer !== null) setCounts(answer.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [client, ask, day, desk.sync, desk.visit]);
  return counts;
}

/** One claim in full; asked anew when its summary changes. */
export function useClaim(summary: ClaimSummary | null): ClaimView | null {
  const { client, desk } = useDesk();
  const { ask } = useActing();
  const [claim, setClaim] = useState<ClaimView | null>(null);
  const claimId = summary?.claimId ?? null;
  const stage = `${summary?.state} ${summary?.sentAt} ${summary?.verdictAt} ${summary?.totals.claimed}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new stage of the claim is the reason to ask again
  useEffect(() => {
    if (claimId === null) return;
    let isCurrent = true;
    void ask(() => client.claims.find({ claimId })).then((answer) => {
      if (isCurrent && answer !== null) setClaim(answer.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [client, ask, claimId, stage, desk.cardWrite]);
  return claim?.claimId === claimId ? claim : null;
}

/** The calendar day of this computer, which stands in the provider's own place. */
export function localToday(): CalendarDate {
  const now = new Date();
  const pad = (value: number) => String(value).padStart(2, '0');
  return calendarDate(`${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`);
}
