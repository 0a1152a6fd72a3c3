import type { Course } from '#domain/adjudication/contract-terms.ts';
import type { Counter } from '#domain/adjudication/counter-terms.ts';
import { countersOf } from '#domain/adjudication/counters.ts';
import { isCourse } from '#domain/adjudication/courses.ts';
import { shortEpisode } from '#domain/adjudication/episodes.ts';
import type { AdjudicationInput, CeilingUse } from '#domain/adjudication/input.ts';
import { countingPeriod } from '#domain/adjudication/plan-change.ts';
import type { CompiledPack } from '#domain/adjudication/rule-pack.ts';
import { type CalendarDate, type Instant, isWithin, type Period } from '#domain/dates.ts';
import { known, unknown } from '#domain/facts.ts';
import type { Membership } from '#domain/people.ts';
import type { Case } from './case-schema.ts';

type Uses = NonNullable<Case['usage']>;

/** A list of use that is given is whole: of a ceiling that it does not name, nothing was used. */
export function layOutUsage(
  given: Case,
  { pack }: CompiledPack,
  membership: Membership | null,
  at: Instant,
): Pick<AdjudicationInput, 'usage'> {
  const { usage, claim } = given;
  if (usage === undefined || usage === null) return {};
  const courses = coursesOf(given);
  const days = new Set([claim.date, ...claim.lines.map(({ date }) => date ?? claim.date)]);
  const key = claim.currency === undefined ? {} : { currency: claim.currency };
  const uses = countersOf(pack).flatMap((counter): CeilingUse[] => {
    const { ceilingId, per } = counter;
    if (isCourse(per)) return courseUses(usage, ceilingId, courses[per], at);
    const stated = usage.filter(({ ceiling }) => ceiling === ceilingId);
    const around = (day: CalendarDate) => periodOf(counter, day, membership);
    return distinct([...days].map(around)).map((period) => {
      const entry = findEntry(stated, period, around(claim.date));
      return { ceilingId, period: entry.period, ...told(entry.used, at) };
    });
  });
  return { usage: uses.map((use) => ({ ...use, ...key })) };
}

/** Null: of a lifetime or one claim, or not known. */
function periodOf(
  counter: Counter,
  day: CalendarDate,
  membership: Membership | null,
): Period | null {
  const { per } = counter;
  if (per === 'line' || per === 'lifetime' || isCourse(per)) return null;
  const period = countingPeriod(counter, per, day, membership);
  return period === 'claim' ? null : period;
}

const distinct = (periods: readonly (Period | null)[]): readonly (Period | null)[] =>
  periods.filter((one, at) => periods.findIndex((other) => other?.from === one?.from) === at);

/** What is stated of a period: where none is named with a use, it is of the period around the claim's own day. */
function findEntry(
  stated: Uses,
  period: Period | null,
  usual: Period | null,
): { readonly period: Period | null; readonly used: number | null } {
  const isUsual = period?.from === usual?.from;
  const entry =
    stated.find((one) => one.period !== undefined && isOf(one.period, period)) ??
    stated.find((one) => one.period === undefined && isUsual) ??
    // Of another time: it says nothing of this one, nor that there was nothing.
    stated.find((one) => one.period !== undefined && isUsual);
  if (entry === undefined) return { period, used: 0 };
  return { period: entry.period ?? period, used: entry.used?.value ?? null };
}

const isOf = (stated: Period, period: Period | null): boolean =>
  period === null || isWithin(period.from, stated) || isWithin(stated.from, period);

/** The courses to which lines of the claim may belong, by their keys. */
const coursesOf = ({ claim, history }: Case): Readonly<Record<Course, readonly string[]>> => {
  const prescriptions = history?.prescriptions ?? [];
  const episodes = [claim.episode, ...prescriptions.map(({ episode }) => episode)];
  return {
    prescription: prescriptions.map(({ id }) => id),
    episode: [
      ...new Set(episodes.flatMap((one) => (one === undefined ? [] : [`${shortEpisode(one)}`]))),
    ],
  };
};

function courseUses(
  usage: Uses,
  ceilingId: string,
  courses: readonly string[],
  at: Instant,
): CeilingUse[] {
  return courses.map((course) => {
    const entry = usage.find(
      ({ ceiling, course: of }) =>
        ceiling === ceilingId && (of === course || `${shortEpisode(of ?? '')}` === course),
    );
    const used = entry === undefined ? 0 : (entry.used?.value ?? null);
    return { ceilingId, period: null, course, ...told(used, at) };
  });
}

const told = (used: number | null, at: Instant): Pick<CeilingUse, 'totals' | 'own'> => ({
  totals: [used === null ? unknown('never-synced', 'centre') : known(used, 'centre', at)],
  own: unknown('not-present', 'terminal'),
});
