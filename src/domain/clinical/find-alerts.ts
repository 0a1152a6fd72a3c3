import type { CompiledPack } from '../adjudication/rule-pack.ts';
import type { AlertKind, ClinicalAlert } from './alert.ts';
import type { ClinicalInput } from './clinical-input.ts';
import { clinicalOf } from './compile-clinical.ts';
import { alertKinds } from './kinds/index.ts';
import { severities } from './terms.ts';

/**
 * Every clinical alert of the claim's medicines, the gravest first: pure and deterministic, plain JSON.
 * What is not known is an alert of its own. Nothing here looks at cover, and no decision looks at this.
 */
export function findAlerts(
  input: ClinicalInput,
  pack: CompiledPack,
  using: readonly AlertKind[] = alertKinds,
): readonly ClinicalAlert[] {
  const context = { input, pack: clinicalOf(pack) };
  const found = using.flatMap(({ id, find }) =>
    find(context).map((one) => ({ ...one, kind: id }) as ClinicalAlert),
  );
  return mergeAlike(found).toSorted((a, b) => weightOf(a) - weightOf(b));
}

const weightOf = ({ severity }: ClinicalAlert): number => severities.indexOf(severity);

/** One cause that is known from several places, or meets several lines, is one alert. */
function mergeAlike(found: readonly ClinicalAlert[]): readonly ClinicalAlert[] {
  const merged = new Map<string, ClinicalAlert>();
  for (const one of found) {
    const before = merged.get(one.alertId);
    merged.set(one.alertId, before === undefined ? one : merge(before, one));
  }
  return [...merged.values()];
}

const merge = (before: ClinicalAlert, one: ClinicalAlert): ClinicalAlert => ({
  ...before,
  lineIds: [...new Set([...before.lineIds, ...one.lineIds])],
  facts: [
    ...before.facts,
    ...one.facts.filter((fact) => !before.facts.some((known) => same(known, fact))),
  ],
});

const same = (a: ClinicalAlert['facts'][number], b: ClinicalAlert['facts'][number]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
