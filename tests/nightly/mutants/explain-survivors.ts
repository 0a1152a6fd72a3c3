import type { Mutant } from './mutant.ts';

/** Why a mutant may live on. It is known by what it changes, so that it may move about in its file. */
export interface SurvivorReason extends Pick<Mutant, 'file' | 'mutator' | 'original'> {
  /** Left out: whatever stands there instead. */
  readonly replacement?: string;
  readonly why: string;
}

/** Every survivor in a line, with its reason where one is given; and the reasons that no survivor needs any more. */
export function explain(
  mutants: readonly Mutant[],
  reasons: readonly SurvivorReason[],
): {
  readonly lines: readonly string[];
  readonly unexplained: number;
  readonly stale: readonly string[];
} {
  const survivors = mutants.filter(({ fate }) => fate === 'survived' || fate === 'not-reached');
  const explained = survivors.map((mutant) => ({
    mutant,
    why: reasons.find((reason) => isAbout(reason, mutant))?.why ?? null,
  }));
  const tried = new Set(mutants.map(({ file }) => file));
  const stale = reasons.filter(
    (reason) => tried.has(reason.file) && !survivors.some((mutant) => isAbout(reason, mutant)),
  );
  return {
    lines: explained.map(
      ({ mutant, why }) => `${describe(mutant)}\n    ${why ?? 'No reason is known.'}`,
    ),
    unexplained: explained.filter(({ why }) => why === null).length,
    stale: stale.map(({ file, mutator, original }) => `${file} ${mutator} ${original}`),
  };
}

const isAbout = (reason: SurvivorReason, { file, mutator, original, replacement }: Mutant) =>
  reason.file === file &&
  reason.mutator === mutator &&
  reason.original === original &&
  (reason.replacement ?? replacement) === replacement;

const describe = ({ fate, file, line, mutator, original, replacement }: Mutant): string =>
  `${file}:${line} ${mutator}${fate === 'not-reached' ? ', not reached' : ''}: ${original} -> ${replacement}`;
