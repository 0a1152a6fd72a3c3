import type { Path } from './problem.ts';

/** A contradiction inside a pack whose shape is right. */
export interface Contradiction {
  readonly path: Path;
  /** One sentence that ends in the cure. */
  readonly why: string;
}

export const when = (isWrong: boolean, path: Path, why: string): Contradiction[] =>
  isWrong ? [{ path, why }] : [];
