import type { SurvivorReason } from '../explain-survivors.ts';
import { because } from './because.ts';

/** Who is covered, where, and for which illness or service. */
export const entitlementReasons: readonly SurvivorReason[] = [
  ...because(
    'Where both are equal, either gives the same.',
    ['checks/clock.ts', 'EqualityOperator', 'wall < bound', 'wall <= bound'],
    [
      'checks/cover.ts',
      'EqualityOperator',
      'policyPeriod.from > memberPeriod.from',
      'policyPeriod.from >= memberPeriod.from',
    ],
    ['checks/cover.ts', 'EqualityOperator', 'a < b', 'a <= b'],
    [
      'checks/provider-entitled.ts',
      'EqualityOperator',
      'day < contract.from',
      'day <= contract.from',
    ],
    [
      'checks/referral.ts',
      'EqualityOperator',
      'validDays < term.validDays',
      'validDays <= term.validDays',
    ],
    ['plan-change.ts', 'EqualityOperator', 'planSince > period.from', 'planSince >= period.from'],
    [
      'waiting.ts',
      'EqualityOperator',
      'insuredSince < memberPeriod.from',
      'insuredSince <= memberPeriod.from',
    ],
  ),
  ...because(
    'It spares work, and changes nothing of what comes of it.',
    ['checks/conditions.ts', 'ConditionalExpression', 'asked.length === 0', 'false'],
    ['checks/cover.ts', 'ConditionalExpression', 'last <= end', 'false'],
    ['checks/cover.ts', 'EqualityOperator', 'last <= end', 'last < end'],
    ['checks/diagnosis-age.ts', 'StringLiteral', "'age'", '""'],
    ['checks/diagnosis-conditions.ts', 'StringLiteral', "'conditions'", '""'],
    ['checks/diagnosis-sex.ts', 'StringLiteral', "'sex'", '""'],
    ['checks/waiting-period.ts', 'ConditionalExpression', 'rules.length === 0', 'false'],
  ),
  ...because(
    'Only reached where it is there: the type does not say so.',
    [
      'checks/cover.ts',
      'OptionalChaining',
      'pack.plan(planCode)?.stay',
      'pack.plan(planCode).stay',
    ],
    ['checks/dental.ts', 'OptionalChaining', 'line.place?.surface', 'line.place.surface'],
    [
      'checks/diagnosis-covered.ts',
      'OptionalChaining',
      'pack.diagnosisTerms(principal, planCode)?.isCovered',
      'pack.diagnosisTerms(principal, planCode).isCovered',
    ],
    ['checks/maternity.ts', 'ConditionalExpression', 'lastPeriod === null', 'false'],
  ),
  ...because(
    'Nobody looks for such a word, or it has nothing of what is looked for.',
    ['checks/care-setting.ts', 'ArrayDeclaration', '[]', '["Stryker was here"]'],
    ['checks/conditions.ts', 'ArrayDeclaration', '[]', '["Stryker was here"]'],
    ['checks/dental.ts', 'StringLiteral', "''", '"Stryker was here!"'],
    ['checks/diagnosis-conditions.ts', 'ArrayDeclaration', '[]', '["Stryker was here"]'],
  ),
  ...because(
    'No number or day is less or more than what is not there.',
    ['waiting.ts', 'ConditionalExpression', 'insuredSince !== undefined', 'true'],
    ['checks/card-status.ts', 'ConditionalExpression', 'validity.to !== null', 'true'],
    ['checks/clock.ts', 'ConditionalExpression', 'lastDayClose !== null', 'true'],
    ['checks/cover.ts', 'ConditionalExpression', 'to !== null', 'true'],
    ['checks/cover.ts', 'ConditionalExpression', 'a === null', 'false'],
  ),
  ...because(
    'Nothing bears null as its name, and no list contains it: what is looked up for it is not found.',
    ['checks/care-setting.ts', 'ConditionalExpression', 'planCode === null', 'false'],
    ['checks/diagnosis-conditions.ts', 'ConditionalExpression', 'specialty !== null', 'true'],
    ['checks/item-covered.ts', 'ConditionalExpression', 'planCode === null', 'false'],
    ['checks/provider-entitled.ts', 'ConditionalExpression', 'planCode === null', 'false'],
  ),
  ...because(
    'Without terms there is no item, and then nothing was asked: the type says more than can be.',
    ['places.ts', 'OptionalChaining', 'terms?.dental', 'terms.dental'],
  ),
  ...because(
    'There is at least one, else nothing was asked.',
    ['checks/diagnosis-conditions.ts', 'OptionalChaining', 'asked[0]?.term', 'asked[0].term'],
    ['checks/diagnosis-sex.ts', 'OptionalChaining', 'asked[0]?.term', 'asked[0].term'],
  ),
  ...because('Never reached: the type asks for it all the same.', [
    'checks/conditions.ts',
    'StringLiteral',
    "''",
    '"Stryker was here!"',
  ]),
  ...because(
    'What it would find is not used then.',
    ['checks/conditions.ts', 'ConditionalExpression', 'rule.mode === undefined', 'false'],
    ['checks/dental.ts', 'ConditionalExpression', 'number === null', 'false'],
  ),
  ...because(
    'Only a bound that is there can be missed: the type does not say so.',
    ['checks/diagnosis-age.ts', 'ConditionalExpression', 'from !== null', 'true'],
    ['checks/diagnosis-age.ts', 'ConditionalExpression', 'to !== null', 'true'],
    ['checks/item-age.ts', 'ConditionalExpression', 'from !== null', 'true'],
    ['checks/item-age.ts', 'ConditionalExpression', 'to !== null', 'true'],
  ),
  ...because('What is not there is no code of any illness.', [
    'checks/conditions.ts',
    'ConditionalExpression',
    'principal !== undefined',
    'true',
  ]),
  ...because(
    'Only null asks nothing: any other answer will do.',
    ['checks/diagnosis-age.ts', 'BooleanLiteral', 'true', 'false'],
    ['checks/diagnosis-conditions.ts', 'BooleanLiteral', 'true', 'false'],
    ['checks/diagnosis-sex.ts', 'BooleanLiteral', 'true', 'false'],
  ),
  ...because('Without a bound to pay up to, a term lowers nothing.', [
    'checks/conditions.ts',
    'ConditionalExpression',
    'rule.pays !== undefined',
    'true',
  ]),
  ...because(
    'It spares work: without such terms the check finds none, and says as much.',
    [
      'checks/diagnosis-age.ts',
      'ArrowFunction',
      "({ pack }) => (pack.hasDiagnosisTerms('age') ? true : null)",
      '() => undefined',
    ],
    [
      'checks/diagnosis-conditions.ts',
      'ArrowFunction',
      "({ pack }) => (pack.hasDiagnosisTerms('conditions') ? true : null)",
      '() => undefined',
    ],
    [
      'checks/diagnosis-sex.ts',
      'ArrowFunction',
      "({ pack }) => (pack.hasDiagnosisTerms('sex') ? true : null)",
      '() => undefined',
    ],
  ),
];
