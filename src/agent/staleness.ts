import type { SyncView } from '#contracts/agent-views.ts';
import type { Instant } from '#domain/dates.ts';
import type { ActiveReference } from './terminal.ts';

const hour = 3_600_000;

/** How stale the members' data are, by the pack's own limits (SYNC, Staleness). At a limit they are within it. */
export function stalenessOf(reference: ActiveReference, now: Instant): SyncView['staleness'] {
  const { softHours, hardHours } = reference.rules.offline.membership;
  const age = Date.parse(now) - Date.parse(reference.publishedAt);
  if (age > hardHours * hour) return 'hard';
  return age > softHours * hour ? 'soft' : 'fresh';
}
