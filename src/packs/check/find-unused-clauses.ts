import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import { type Contradiction, when } from '../contradiction.ts';

/** Clauses that no rule cites: harmless, and often a rule that was forgotten. */
export function findUnusedClauses(pack: RulePack): Contradiction[] {
  const { clauses, ...rules } = pack;
  const cited = new Set<string>();
  JSON.stringify(rules, (key, value: unknown) => {
    if (key === 'clause' && typeof value === 'string') cited.add(value);
    return value;
  });
  return clauses.flatMap(({ id }, at) =>
    when(
      !cited.has(id),
      ['clauses', at, 'id'],
      `no rule cites clause "${id}": write the rule that it grants or denies, or remove it`,
    ),
  );
}
