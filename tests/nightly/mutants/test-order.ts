import { basename } from 'node:path';
import type { Declared } from './collect-tests.ts';

/** In which order tests try a mutant: nothing but how soon it is killed depends on it. */
export interface TestOrder {
  /**
   * Those that killed another mutant of the file, the last first; then the file's own, and the stories of its own
   * check; then all others. Of each the quickest first.
   */
  sort(tests: readonly Declared[], mutated: string): readonly Declared[];
  took(id: string, ms: number): void;
  killed(id: string, mutated: string): void;
}

/** Knows nothing at first, and learns as tests run. */
export function learnOrder(): TestOrder {
  const duration = new Map<string, number>();
  const killers = new Map<string, Map<string, number>>();
  let kills = 0;
  return {
    sort(tests, mutated) {
      const name = basename(mutated, '.ts');
      const known = killers.get(mutated);
      const weight = (test: Declared) => known?.get(test.id) ?? (isOwn(test, name) ? 0 : -1);
      return tests
        .map((test) => ({ test, weight: weight(test), ms: duration.get(test.id) ?? 0 }))
        .sort((a, b) => b.weight - a.weight || a.ms - b.ms)
        .map(({ test }) => test);
    },
    took(id, ms) {
      duration.set(id, ms);
    },
    killed(id, mutated) {
      kills += 1;
      const known = killers.get(mutated) ?? new Map<string, number>();
      killers.set(mutated, known.set(id, kills));
    },
  };
}

const isOwn = ({ id, file }: Declared, name: string): boolean =>
  id.startsWith(`${name} > `) || basename(file, '.test.ts') === name;
