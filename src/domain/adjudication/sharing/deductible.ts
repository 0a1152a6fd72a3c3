import { least, type Money, money } from '../../money.ts';
import type { LineBase, Subject } from '../check.ts';
import type { Deductible } from '../counter-terms.ts';
import { countersOn, statesOf } from '../counters.ts';
import { counterOn } from '../plan-change.ts';
import { anAmount } from '../shown.ts';
import { sharingStep } from './step.ts';

export const deductiblesOn = (subject: Subject): readonly Deductible[] | null =>
  countersOn(subject, subject.pack.pack.deductibles);

/** What is still to be borne before the insurer pays: of several deductibles the smallest remainder. */
export const deductible = sharingStep<readonly Deductible[]>({
  step: 'deductible',
  asks: deductiblesOn,
  moves: ({ insurer }, asked, base) => leftToBear(asked, base, insurer),
  shown: (asked, { input }) => {
    const [first] = asked;
    return first === undefined ? {} : { limit: anAmount(money(counterOn(input, first).limit)) };
  },
});

/** Where nobody knows, all of it is still to be borne; the check then refers. */
const leftToBear = (asked: readonly Deductible[], base: LineBase, payable: Money): Money =>
  statesOf(base, asked).reduce(
    (rest, { counter, leftHere }) => least(rest, money(leftHere ?? counter.limit)),
    payable,
  );
