import type { SurvivorReason } from './explain-survivors.ts';

const noTerms =
  'Without terms there is no item, and then nothing was asked: the type says more than can be.';
const otherWord =
  'Whoever asks looks for two of the three words only: any other does for the third.';
const sameEitherWay = 'Where both are equal, either gives the same.';

const duplicate = 'checks/duplicate.ts';
const frequency = 'checks/frequency.ts';
const quantity = 'checks/quantity.ts';

/** Mutants that no table can kill, or none should, and why; one that no longer survives is struck out. */
export const survivorReasons: readonly SurvivorReason[] = [
  {
    ...{ file: duplicate, mutator: 'OptionalChaining', original: 'terms?.duplicate' },
    why: noTerms,
  },
  {
    ...{ file: duplicate, mutator: 'OptionalChaining', original: 'terms?.duplicate?.clause' },
    why: 'Only asked where there is a term of duplicates.',
  },
  {
    ...{ file: duplicate, mutator: 'OptionalChaining', original: 'groups[0]?.clause' },
    why: 'Without a term there is at least one group, else nothing was asked.',
  },
  {
    ...{ file: duplicate, mutator: 'ConditionalExpression', original: 'code !== null' },
    why: 'No list of modifiers contains null.',
  },
  { file: duplicate, mutator: 'StringLiteral', original: "'other'", why: otherWord },
  { file: duplicate, mutator: 'StringLiteral', original: "'same'", why: otherWord },
  {
    ...{ file: frequency, mutator: 'OptionalChaining', original: 'rules[0]?.clause' },
    why: 'Without a rule nothing was asked.',
  },
  {
    ...{ file: frequency, mutator: 'ConditionalExpression', original: 'state.left !== null' },
    why: 'A rest that is not known was found before.',
  },
  { file: frequency, mutator: 'EqualityOperator', original: 'a <= b', why: sameEitherWay },
  { file: frequency, mutator: 'EqualityOperator', original: 'value > 0', why: sameEitherWay },
  {
    ...{ file: quantity, mutator: 'ConditionalExpression', original: "inPeriod === 'history'" },
    why: 'No number is smaller than the word, so that the word comes out of the comparison as well.',
  },
  {
    ...{ file: quantity, mutator: 'StringLiteral', original: "'history'" },
    why: 'No number is smaller than the word, so that the word comes out of the comparison as well.',
  },
  {
    file: quantity,
    mutator: 'EqualityOperator',
    original: 'days > maximumDays',
    why: sameEitherWay,
  },
  { file: quantity, mutator: 'EqualityOperator', original: 'a <= b', why: sameEitherWay },
  { file: quantity, mutator: 'EqualityOperator', original: 'most > 0', why: sameEitherWay },
];
