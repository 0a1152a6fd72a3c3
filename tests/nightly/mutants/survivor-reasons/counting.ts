import type { SurvivorReason } from '../explain-survivors.ts';
import { because } from './because.ts';

/** What is counted over a period or a course, and against what it is held. */
export const countingReasons: readonly SurvivorReason[] = [
  ...because(
    'Where both are equal, either gives the same.',
    ['approval-use.ts', 'EqualityOperator', 'value > 0', 'value >= 0'],
    ['ceilings.ts', 'EqualityOperator', 'a <= b', 'a < b'],
    ['checks/frequency.ts', 'EqualityOperator', 'a <= b', 'a < b'],
    ['checks/frequency.ts', 'EqualityOperator', 'value > 0', 'value >= 0'],
    [
      'checks/offline-limits.ts',
      'EqualityOperator',
      'claims < ours.claims',
      'claims <= ours.claims',
    ],
    ['checks/prior-approval.ts', 'EqualityOperator', 'left > 0', 'left >= 0'],
    ['checks/quantity.ts', 'EqualityOperator', 'most > 0', 'most >= 0'],
    ['checks/quantity.ts', 'EqualityOperator', 'days > maximumDays', 'days >= maximumDays'],
    ['checks/quantity.ts', 'EqualityOperator', 'a <= b', 'a < b'],
    ['counters.ts', 'EqualityOperator', 'limit < offlineAllowance', 'limit <= offlineAllowance'],
    ['counters.ts', 'EqualityOperator', 'value > 0', 'value >= 0'],
  ),
  ...because(
    'It spares work, and changes nothing of what comes of it.',
    ['approvals.ts', 'ConditionalExpression', 'input.approvals === undefined', 'false'],
    ['checks/frequency.ts', 'ConditionalExpression', 'rules.length === 0', 'false'],
  ),
  ...because('Of a member whom nobody knows no earlier line is allowed.', [
    'counters.ts',
    'ConditionalExpression',
    'period === null',
    'false',
  ]),
  ...because(
    'Only reached where it is there: the type does not say so.',
    ['courses.ts', 'OptionalChaining', 'use?.own', 'use.own'],
    ['own-use.ts', 'OptionalChaining', 'line?.prescriptionId', 'line.prescriptionId'],
    ['checks/frequency.ts', 'ConditionalExpression', 'state.left !== null', 'true'],
    [
      'checks/prior-approval.ts',
      'OptionalChaining',
      'input.approvals?.find',
      'input.approvals.find',
    ],
    ['checks/prior-approval.ts', 'OptionalChaining', 'place?.asOf', 'place.asOf'],
    ['checks/prior-approval.ts', 'OptionalChaining', 'place?.source', 'place.source'],
    ['judge-ceilings.ts', 'ConditionalExpression', 'left === null', 'false'],
  ),
  ...because(
    'Nobody looks for such a word, or it has nothing of what is looked for.',
    ['approvals.ts', 'ArrayDeclaration', '[]', '["Stryker was here"]'],
    ['ceilings.ts', 'ArrayDeclaration', '[]', '["Stryker was here"]'],
    ['courses.ts', 'ArrayDeclaration', '[]', '["Stryker was here"]'],
  ),
  ...because(
    'No number or day is less or more than what is not there.',
    ['checks/quantity.ts', 'ConditionalExpression', "inPeriod === 'history'", 'false'],
    ['checks/quantity.ts', 'StringLiteral', "'history'", '""'],
    ['judge-borne.ts', 'ConditionalExpression', 'left !== null', 'true'],
    ['checks/cover.ts', 'ConditionalExpression', 'end !== null', 'true'],
  ),
  ...because('Whatever was allowed before is of an item that the pack knows: another refers.', [
    'counters.ts',
    'ConditionalExpression',
    'item === null',
    'false',
  ]),
  ...because('There is at least one, else nothing was asked.', [
    'checks/frequency.ts',
    'OptionalChaining',
    'rules[0]?.clause',
    'rules[0].clause',
  ]),
  ...because(
    'Of a rest that is not known no whole unit is left, and a limit of none is not taken.',
    ['ceilings.ts', 'ConditionalExpression', 'left === null', 'false'],
    ['checks/frequency.ts', 'ConditionalExpression', 'left !== null', 'true'],
    ['checks/prior-approval.ts', 'ConditionalExpression', 'left === null', 'false'],
    ['checks/quantity.ts', 'ConditionalExpression', "typeof most === 'number'", 'true'],
  ),
  ...because('Never reached: the type asks for it all the same.', [
    'checks/prior-approval.ts',
    'StringLiteral',
    "'centre'",
    '""',
  ]),
  ...because('Whoever asks looks for two of the three words only: any other does for the third.', [
    'judge-borne.ts',
    'StringLiteral',
    "'known'",
    '""',
  ]),
  ...because(
    'What it would find is not used then.',
    ['checks/frequency.ts', 'ConditionalExpression', 'used === null', 'false'],
    ['counters.ts', 'BooleanLiteral', 'false', 'true'],
  ),
  ...because(
    'What is not there is no code of any illness.',
    ['counters.ts', 'ConditionalExpression', 'principal !== undefined', 'true'],
    ['own-use.ts', 'ConditionalExpression', 'principal !== undefined', 'true'],
  ),
  ...because('The approval comes first among the facts of its finding.', [
    'approval-use.ts',
    'ConditionalExpression',
    "name === 'approval'",
    'true',
  ]),
  ...because('Only differences of it are told.', [
    'baskets.ts',
    'ArithmeticOperator',
    'taken + unit',
    'taken - unit',
  ]),
  ...because('Whether it bounds the line is asked again where its state is told.', [
    'counters.ts',
    'ConditionalExpression',
    'scope === null || isInScope(item, scope)',
    'true',
  ]),
  ...because(
    'What is charged is never more than what is sure to be left.',
    ['judge-borne.ts', 'ConditionalExpression', 'isAllowance && left !== null', 'true'],
    [
      'judge-borne.ts',
      'LogicalOperator',
      'isAllowance && left !== null',
      'isAllowance || left !== null',
    ],
  ),
  ...because(
    'Only co-payments are counted over a course, and each is of a benefit: the type says more than can be.',
    ['courses.ts', 'ConditionalExpression', 'scope === null', 'false'],
    ['own-use.ts', 'ConditionalExpression', 'scope !== null', 'true'],
  ),
];
