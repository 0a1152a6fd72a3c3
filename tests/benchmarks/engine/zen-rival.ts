import { ZenEngine } from '@gorules/zen-engine';
import { plainDecision } from './plain-decision.ts';
import type { Condition, PlainRule } from './plain-rules.ts';
import type { OpenRival, PlainFinding } from './rivals.ts';

/**
 * zen-engine: one decision for all lines, a table with a row a reason, every row that holds a finding.
 * Eleven tables side by side, one a check, were seen to take half as long again.
 */
export const openZen: OpenRival = (rules) => {
  const decision = new ZenEngine().createDecision(modelOf(rules));
  return {
    name: 'zen-engine',
    async decide(facts) {
      const { result } = await decision.evaluate(facts);
      return plainDecision(result as readonly PlainFinding[]);
    },
  };
};

/** The table as a JSON Decision Model. */
const modelOf = (rules: readonly PlainRule[]) => ({
  contentType: 'application/vnd.gorules.decision',
  nodes: [
    { id: 'line', name: 'line', type: 'inputNode' },
    {
      id: 'rules',
      name: 'rules',
      type: 'decisionTableNode',
      content: {
        hitPolicy: 'collect',
        inputs: [{ id: 'when', name: 'when', type: 'expression' }],
        outputs: ['check', 'outcome', 'reason'].map((name) => ({
          id: name,
          name,
          field: name,
          type: 'expression',
        })),
        rules: rules.map(({ check, outcome, reason, cases }, row) => ({
          _id: `row-${row}`,
          when: cases.map((all) => `(${all.map(expressionOf).join(' and ')})`).join(' or '),
          check: JSON.stringify(check),
          outcome: JSON.stringify(outcome),
          reason: JSON.stringify(reason),
        })),
      },
    },
    { id: 'findings', name: 'findings', type: 'outputNode' },
  ],
  edges: [
    { id: 'in', type: 'edge', sourceId: 'line', targetId: 'rules' },
    { id: 'out', type: 'edge', sourceId: 'rules', targetId: 'findings' },
  ],
});

const operators = { is: '==', 'is not': '!=', above: '>', 'at most': '<=' } as const;

function expressionOf([fact, is, value]: Condition): string {
  const other = typeof value === 'object' && value !== null ? value.fact : JSON.stringify(value);
  if (is === 'contains') return `${other} in ${fact}`;
  if (is === 'lacks') return `${other} not in ${fact}`;
  return `${fact} ${operators[is]} ${other}`;
}
