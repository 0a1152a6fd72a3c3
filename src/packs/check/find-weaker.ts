import type { Counter } from '#domain/adjudication/counter-terms.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import { type Contradiction, when } from '../contradiction.ts';

/** Of limits that bind the same things in the same way, those that a stricter one beside them always outdoes. */
export function findWeaker(pack: RulePack): Contradiction[] {
  const { frequencies, waiting } = pack;
  return [
    ...weaker('frequencies', 'limit', frequencies, ({ limit, clause, ...same }) => [same, limit]),
    ...weaker('waiting', 'months', waiting, ({ months, clause, ...same }) => [same, -months]),
    ...(['ceilings', 'deductibles', 'outOfPocket'] as const).flatMap((list) =>
      weaker<Counter>(
        list,
        'limit',
        pack[list],
        ({ limit, clause, ceilingId, name, offlineAllowance, basket, ...same }) => [same, limit],
      ),
    ),
  ];
}

/** `measure` answers what must be the same, and a number of which the smaller is the stricter. */
function weaker<Rule>(
  collection: string,
  field: string,
  rules: readonly Rule[],
  measure: (rule: Rule) => readonly [same: object, limit: number],
): Contradiction[] {
  const strictest = new Map<string, { at: number; limit: number }>();
  const measured = rules.map((rule, at) => {
    const [same, limit] = measure(rule);
    const key = JSON.stringify(same);
    const best = strictest.get(key);
    if (best === undefined || limit < best.limit) strictest.set(key, { at, limit });
    return { key, at };
  });
  return measured.flatMap(({ key, at }) => {
    const best = strictest.get(key);
    return when(
      best !== undefined && best.at !== at,
      [collection, at, field],
      `never reached: rule ${(best?.at ?? 0) + 1} of the list binds the same and is at least as strict; remove one of them`,
    );
  });
}
