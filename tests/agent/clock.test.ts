import { expect, it } from 'vitest';
import type { Clock } from '#agent/agent.ts';
import { keepCertainTime, readCertainTime } from '#agent/certain-time.ts';
import { systemClock } from '#agent/system-clock.ts';
import type { Terminal } from '#agent/terminal.ts';
import type { Instant } from '#domain/dates.ts';
import { noteServerTime } from '#store/identity.ts';
import { rulePack } from '../domain/builders.ts';
import { makeStore } from '../store/builders.ts';
import { enrol, unwrap } from '../store/claim-builders.ts';
import {
  atCounter,
  type Counter,
  clockOff,
  present,
  referenceFile,
  saveClaimOf,
} from './hardship-counter.ts';
import { temporaryFolder } from './open-terminal.ts';

const day = (number: number, time = '10:00:00.000') =>
  `2026-11-${String(number).padStart(2, '0')}T${time}Z` as Instant;

/** A terminal whose rules were published on the first, one day ahead being the most that is believed. */
function terminalAt(now: Instant, mono = 0, bootId = 'boot-1') {
  const offline = { ...rulePack().offline, clock: { aheadHours: 24, clause: 'annex-b' } };
  const clock: Clock = { ...systemClock(), now: () => now, mono: () => mono, bootId };
  const reference = { publishedAt: day(1), rules: rulePack({ offline }) } as Terminal['reference'];
  return { clock, reference };
}

const hour = 3_600_000;

it.each<[string, Instant, Instant]>([
  ['at the limit is believed', day(2), day(2)],
  ['a millisecond past it is not', day(2, '10:00:00.001'), day(1)],
  ['behind what is certain moves nothing', day(1, '09:00:00.000'), day(1)],
])('an event %s', (_name, wall, certain) => {
  const store = makeStore();
  unwrap(store.commit((db) => keepCertainTime(terminalAt(wall), db, wall)));
  expect(readCertainTime(terminalAt(wall), store.reader)).toBe(certain);
});

it('the boot’s own clock counts on from what is certain, and another boot’s does not', () => {
  const store = makeStore();
  unwrap(store.commit((db) => keepCertainTime(terminalAt(day(2), hour), db, day(2))));
  const later = day(2, '13:00:00.000');
  expect(readCertainTime(terminalAt(day(2), 4 * hour), store.reader)).toBe(later);
  expect(readCertainTime(terminalAt(day(2), 4 * hour, 'boot-2'), store.reader)).toBe(day(2));
  expect(readCertainTime(terminalAt(day(2), 0), store.reader)).toBe(day(2));
});

it('what the server signed makes believable what was not', () => {
  const store = makeStore();
  enrol(store);
  const wall = day(20);
  const terminal = terminalAt(wall);
  unwrap(store.commit((db) => keepCertainTime(terminal, db, wall)));
  expect(readCertainTime(terminal, store.reader) < wall).toBe(true);
  unwrap(store.commit((db) => noteServerTime(db, day(19))));
  expect(readCertainTime(terminal, store.reader)).toBe(day(19));
  unwrap(store.commit((db) => keepCertainTime(terminal, db, wall)));
  expect(readCertainTime(terminal, store.reader)).toBe(wall);
});

it('a clock far ahead refers claim after claim, and nothing is left of it once it is right', async () => {
  const folder = temporaryFolder();
  await atCounter(folder, (counter) => saveClaimOf(counter, 'samir'));
  const ahead = { clock: clockOff(40), reference: referenceFile(folder) };
  await atCounter(
    folder,
    async (counter) => {
      for (const cardId of ['george', 'khaled', 'george']) {
        await saveClaimOf(counter, cardId);
        expect(await clockReason(counter, 'huda')).toBe('clock-ahead');
      }
    },
    ahead,
  );
  await atCounter(folder, async (counter) => expect(await clockReason(counter, 'huda')).toBeNull());
}, 120_000);

/** What the check of the clock says of a line for this card, whose visit is then set aside. */
async function clockReason({ call, reader, until, ...counter }: Counter, cardId: string) {
  await present({ ...counter, call, reader, until }, cardId);
  await call.visit.addLine({ itemCode: 'MET-850' });
  const { visit } = await until((desk) => desk.visit?.decision != null);
  await call.visit.close();
  reader.remove();
  await until((desk) => desk.visit === null && desk.reader.state === 'empty');
  return visit?.decision?.lines[0]?.findings.find(({ check }) => check === 'clock')?.reason;
}
