import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import { readGolden } from '../golden/read-golden.ts';
import { type TriedGolden, tryGolden } from '../golden/try-golden.ts';
import type { Problem } from '../problem.ts';
import { inspectPackSource } from '../read-pack-source.ts';
import { findAgeTroubles } from './find-age-troubles.ts';
import { findIdleCarry } from './find-idle-carry.ts';
import { findShadowed } from './find-shadowed.ts';
import { findSubstitutionDoubts, findSubstitutionTroubles } from './find-substitution-troubles.ts';
import { findUnlistedAtc } from './find-unlisted-atc.ts';
import { findUntranslated } from './find-untranslated.ts';
import { findUnusedClauses } from './find-unused-clauses.ts';

/** Everything that an author is told of a pack before it is built. */
export interface PackCheck {
  /** Null unless every file has its shape. */
  readonly pack: RulePack | null;
  /** Any of them keeps the pack from being built. */
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  /** The golden claims; none was tried while there are other problems. */
  readonly golden: TriedGolden['claims'];
}

/** Checks a pack's source folder whole: the source, rules that are never reached, and its golden claims. */
export function checkPack(folder: string): PackCheck {
  const { pack, problems, place } = inspectPackSource(folder);
  if (pack === null) return { pack, problems, warnings: [], golden: [] };
  const troubles = [
    findAgeTroubles(pack),
    findShadowed(pack),
    findUnlistedAtc(pack),
    findSubstitutionTroubles(pack),
  ];
  const found = [...problems, ...troubles.flat().map(place)];
  const doubts = [
    findUntranslated(pack),
    findUnusedClauses(pack),
    findIdleCarry(pack),
    findSubstitutionDoubts(pack),
  ];
  const warnings = doubts.flat().map(place);
  if (found.length > 0) return { pack, problems: found, warnings, golden: [] };
  const { claims, problems: broken } = tryGolden(readGolden(folder), pack);
  return { pack, problems: broken, warnings, golden: claims };
}
