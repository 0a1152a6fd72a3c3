import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import type { Path } from './problem.ts';
import type { PackSource, Topic } from './source-schema.ts';

/** Lays out the lists of clinical alerts; where both topics are empty the pack has none, and alerts say so. */
export function compileClinicalTerms({
  interactions: { interactions },
  cautions: { childbearing, ages, pregnancy, allergies },
}: PackSource): Pick<RulePack, 'clinical'> {
  const isEmpty = [interactions, ages, pregnancy, allergies].every(({ length }) => length === 0);
  if (isEmpty) return {};
  return {
    clinical: {
      interactions,
      ageCautions: ages.map(({ for: scope, age, ...warning }) => ({
        ...warning,
        scope,
        age: rangeOf(age),
      })),
      pregnancyCautions: pregnancy.map(({ for: scope, ...rest }) => ({ ...rest, scope })),
      childbearing: rangeOf(childbearing),
      allergyClasses: allergies.map(({ crossing, ...rest }) => ({
        ...rest,
        crossing: crossing ?? [],
      })),
    },
  };
}

const rangeOf = ({ from, to }: PackSource['cautions']['childbearing']) => ({
  from: from ?? null,
  to: to ?? null,
});

/** Finds where something of the compiled lists was written. */
export function clinicalOrigin([list, ...rest]: Path): {
  readonly topic: Topic;
  readonly path: Path;
} {
  if (list === 'interactions') return { topic: 'interactions', path: [list, ...rest] };
  const name = written[String(list)] ?? String(list);
  return {
    topic: 'cautions',
    path: [name, ...rest.map((step) => (step === 'scope' ? 'for' : step))],
  };
}

const written: Readonly<Record<string, string>> = {
  ageCautions: 'ages',
  pregnancyCautions: 'pregnancy',
  allergyClasses: 'allergies',
};
