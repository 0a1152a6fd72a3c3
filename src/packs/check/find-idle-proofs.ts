import { findProofRules } from '#domain/adjudication/identity-terms.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import { type Contradiction, when } from '../contradiction.ts';

/** Rungs of the proof ladder that never ask for anything new: for every item and plan another asks the same no later. */
export function findIdleProofs(pack: RulePack): Contradiction[] {
  const rungs = pack.identity.proofs ?? [];
  const first = new Set(
    [...pack.items, null].flatMap((item) =>
      [...pack.plans.map(({ code }) => code), null].flatMap((plan) => {
        const speaking = findProofRules(pack, item, plan) ?? [];
        const ladder = speaking.toSorted((a, b) => (a.above ?? -1) - (b.above ?? -1));
        return (['pin', 'signature'] as const).map((needs) =>
          ladder.find((rung) => rung.needs === needs),
        );
      }),
    ),
  );
  return rungs.flatMap((rung, at) =>
    when(
      !first.has(rung),
      ['identity', 'proofs', at, 'above'],
      'never reached: for every item and plan another rung asks for the same from no higher an amount on; remove one of them',
    ),
  );
}
