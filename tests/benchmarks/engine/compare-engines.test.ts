import { describe, expect, it } from 'vitest';
import { compareEngines } from './compare-engines.ts';
import { openJsonRules } from './json-rules-rival.ts';
import type { Condition, PlainRule } from './plain-rules.ts';
import type { OpenRival } from './rivals.ts';
import { openZen } from './zen-rival.ts';

const size = { claims: 400, linesEach: 4, rounds: 1, turnMs: 0 };

/** A rival that was taught one rule wrongly. */
const mistaught =
  (open: OpenRival, change: (rule: PlainRule) => readonly PlainRule[]): OpenRival =>
  (rules) =>
    open(rules.flatMap(change));

const without = (reason: string) => (rule: PlainRule) => (rule.reason === reason ? [] : [rule]);

const milder = (rule: PlainRule): readonly PlainRule[] =>
  rule.reason === 'card-lost' ? [{ ...rule, outcome: 'referred' }] : [rule];

/** Takes what lies within a bound for what lies below it: equality then counts as neither. */
const narrower = ({ cases, ...rule }: PlainRule): readonly PlainRule[] => [
  {
    ...rule,
    cases: cases.map((all) =>
      all.flatMap((condition): Condition[] =>
        condition[0] === 'saleableUnit' && condition[1] === 'at most'
          ? [condition, ['saleableUnit', 'is not', 10]]
          : [condition],
      ),
    ),
  },
];

describe('the comparison of engines', () => {
  it('finds them agreed on every line, every reason having been given', async () => {
    const { lines, differing, firstDifference, untried } = await compareEngines(size);
    expect({ lines, differing, firstDifference, untried }).toEqual({
      lines: 1600,
      differing: 0,
      firstDifference: null,
      untried: [],
    });
  });

  it.each([
    ['json-rules-engine misses a reason', openJsonRules, without('item-too-old')],
    ['json-rules-engine takes an outcome for a milder one', openJsonRules, milder],
    ['json-rules-engine takes an inclusive bound for an exclusive one', openJsonRules, narrower],
    ['zen-engine misses a reason', openZen, without('quantity-below-unit')],
    ['zen-engine takes an outcome for a milder one', openZen, milder],
  ])('notices when %s', async (_, open, change) => {
    const { differing, firstDifference } = await compareEngines(size, [mistaught(open, change)]);
    expect(differing).toBeGreaterThan(0);
    expect(firstDifference).toMatch(/^line \d+: engine .* \| /);
  });
});
