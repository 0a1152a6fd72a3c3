import type { Text } from '../language.ts';

/** A reason as it is told: in the row, in six words that name who bears what is lost, and in full. */
export interface ReasonText {
  readonly short: Text;
  readonly sentence: Text;
}
