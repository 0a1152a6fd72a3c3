import { listWritesOf } from '#store/card-journal.ts';
import { findClaim } from '#store/claims.ts';
import type { Reader } from '#store/connection.ts';
import { findVoid } from '#store/voids.ts';
import type { Counters } from './counter.ts';
import type { LostCard } from './stage.ts';

/** A day after cards that never came back: their claims stand, and nobody waits for them. Closes the terminals. */
export async function requireLost(counters: Counters, lost: readonly LostCard[]): Promise<void> {
  for (const place of ['doctor', 'pharmacist', 'manager'] as const) {
    await counters[place].reopenLater(25 * 3_600_000);
    await counters[place].lookInto(({ reader }) => {
      for (const one of lost.filter(({ flow }) => flow.at === place)) requireStanding(reader, one);
    });
  }
}

function requireStanding(reader: Reader, { claimId, flow }: LostCard): void {
  const rows = listWritesOf(reader, claimId);
  const isOrder = flow.at === 'doctor';
  if (!isOrder && findClaim(reader, claimId) === null) throw new Error(`${flow.name}: lost`);
  if (rows.length === 0) throw new Error(`${flow.name}: nobody knows what was to be written`);
  // A correction waits for its card however long.
  const waiting = rows.filter(
    ({ eventId, state }) => state === 'pending' && findVoid(reader, eventId) === null,
  );
  if (waiting.length > 0) throw new Error(`${flow.name}: still waited for`);
}
