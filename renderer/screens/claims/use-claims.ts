import { useEffect, useState } from 'react';
import type { ClaimSummary, ClaimView } from '#contracts/agent-views.ts';
import { type CalendarDate, calendarDate } from '#domain/dates.ts';
import { useActing } from '../../app/act.tsx';
import { useDesk } from '../../app/desk.tsx';

/** The claims of today, or the latest; asked anew whenever the desk reports a change. Null until the first answer. */
export function useClaims(isToday: boolean): readonly ClaimSummary[] | null {
  const { client, desk } = useDesk();
  const { act } = useActing();
  const [claims, setClaims] = useState<readonly ClaimSummary[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the desk's change is the reason to ask again
  useEffect(() => {
    let isCurrent = true;
    void act(() => client.claims.list({ day: isToday ? localToday() : null })).then((answer) => {
      if (isCurrent && answer !== null) setClaims(answer.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [client, act, isToday, desk.sync, desk.visit]);
  return claims;
}

/** One claim in full; asked anew when its summary changes. */
export function useClaim(summary: ClaimSummary | null): ClaimView | null {
  const { client } = useDesk();
  const { act } = useActing();
  const [claim, setClaim] = useState<ClaimView | null>(null);
  const claimId = summary?.claimId ?? null;
  const stage = `${summary?.state} ${summary?.sentAt} ${summary?.verdictAt}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new stage of the claim is the reason to ask again
  useEffect(() => {
    if (claimId === null) return;
    let isCurrent = true;
    void act(() => client.claims.find({ claimId })).then((answer) => {
      if (isCurrent && answer !== null) setClaim(answer.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [client, act, claimId, stage]);
  return claim?.claimId === claimId ? claim : null;
}

/** The calendar day of this computer, which stands in the provider's own place. */
function localToday(): CalendarDate {
  const now = new Date();
  const pad = (value: number) => String(value).padStart(2, '0');
  return calendarDate(`${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`);
}
