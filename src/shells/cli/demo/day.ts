import type { Bilingual } from '#domain/people.ts';
import type { Counter } from './counter.ts';
import type { Facts, Scene } from './told.ts';
import { type Errand, playVisit, type Visited } from './visit.ts';

/** The counter, and the claims that were saved at it so far. */
export interface Day {
  readonly counter: Counter;
  /** Claim ids by the step, or by the place in a step, that saved them. */
  readonly claims: Map<string, string>;
}

/** One step of the day: what it is called, what must come of it, and how it is played. */
export interface Step {
  readonly step: string;
  readonly title: Bilingual;
  readonly expected: Facts;
  play(day: Day): Promise<Scene & { readonly got: Facts }>;
}

/** Plays a visit and remembers its claim under a name. */
export async function serve(day: Day, name: string, errand: Errand): Promise<Visited> {
  const visited = await playVisit(day.counter, errand);
  day.claims.set(name, visited.saved.claimId);
  return visited;
}
