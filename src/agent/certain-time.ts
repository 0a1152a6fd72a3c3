import { z } from 'zod';
import { instantSchema } from '#contracts/schemas.ts';
import { type Instant, millisecondsBetween } from '#domain/dates.ts';
import { findIdentity } from '#store/identity.ts';
import type { Reader, Writer } from '#store/open-store.ts';
import { findSetting, recordSetting } from '#store/settings.ts';
import type { Terminal } from './terminal.ts';

/**
 * The latest time that is certain: signed by publisher or server, or the wall time of an event that was not
 * implausibly far ahead of what was certain then; and what the boot's own clock counted since.
 */
export function readCertainTime(
  { clock, reference }: Pick<Terminal, 'clock' | 'reference'>,
  db: Reader,
): Instant {
  const kept = keptSchema.safeParse(findSetting(db, settingName));
  const signed = findIdentity(db)?.serverTime ?? null;
  const counted = kept.success ? countOn(kept.data, clock) : null;
  return [signed, counted].reduce<Instant>(
    (latest, time) => (time !== null && time > latest ? time : latest),
    reference.publishedAt,
  );
}

/** Keeps what is certain as an event is recorded: its wall time counts only if it can be believed. */
export function keepCertainTime(
  terminal: Pick<Terminal, 'clock' | 'reference'>,
  db: Writer,
  wall: Instant,
): void {
  const { clock, reference } = terminal;
  const limits = reference.rules.offline.clock;
  const bound = readCertainTime(terminal, db);
  const isPlausible =
    limits === null || millisecondsBetween(bound, wall) <= limits.aheadHours * 3_600_000;
  const time = isPlausible && wall > bound ? wall : bound;
  recordSetting(db, settingName, { time, bootId: clock.bootId, mono: clock.mono() });
}

const settingName = 'certain-time';
const keptSchema = z.object({ time: instantSchema, bootId: z.string(), mono: z.number() });

/** Within one boot the monotonic clock says how much later it is at least. */
function countOn({ time, bootId, mono }: z.infer<typeof keptSchema>, clock: Terminal['clock']) {
  const passed = bootId === clock.bootId ? Math.max(0, clock.mono() - mono) : 0;
  return new Date(Date.parse(time) + passed).toISOString() as Instant;
}
