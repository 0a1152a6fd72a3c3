import { Engine, type NestedCondition, type RuleProperties } from 'json-rules-engine';
import { plainDecision } from './plain-decision.ts';
import type { Condition, PlainRule } from './plain-rules.ts';
import type { OpenRival } from './rivals.ts';

/** json-rules-engine: one engine for all lines, a rule a reason, its event the finding. */
export const openJsonRules: OpenRival = (rules) => {
  const engine = new Engine(rules.map(propertiesOf));
  return {
    name: 'json-rules-engine',
    async decide(facts) {
      const { events } = await engine.run(facts as unknown as Record<string, unknown>);
      return plainDecision(events.map(({ params }) => params as PlainRule));
    },
  };
};

const propertiesOf = ({ check, outcome, reason, cases }: PlainRule): RuleProperties => {
  const [first = [], ...others] = cases.map((all) => all.map(conditionOf));
  return {
    conditions:
      others.length === 0 ? { all: first } : { any: [first, ...others].map((all) => ({ all })) },
    event: { type: reason, params: { check, outcome, reason } },
  };
};

const operators = {
  is: 'equal',
  'is not': 'notEqual',
  above: 'greaterThan',
  'at most': 'lessThanInclusive',
  contains: 'contains',
  lacks: 'doesNotContain',
} as const;

const conditionOf = ([fact, is, value]: Condition): NestedCondition => ({
  fact,
  operator: operators[is],
  value,
});
