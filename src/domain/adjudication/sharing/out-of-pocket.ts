import { type Money, money } from '../../money.ts';
import type { LineBase, Subject } from '../check.ts';
import type { OutOfPocketMaximum } from '../counter-terms.ts';
import { countersOn, statesOf } from '../counters.ts';
import { counterOn } from '../plan-change.ts';
import { anAmount } from '../shown.ts';
import { sharingStep } from './step.ts';

export const maximaOn = (subject: Subject): readonly OutOfPocketMaximum[] | null =>
  countersOn(subject, subject.pack.pack.outOfPocket);

/** Gives back to the insurer what the member would bear above the most in the period: the smallest remainder wins. */
export const outOfPocket = sharingStep<readonly OutOfPocketMaximum[]>({
  step: 'out-of-pocket',
  asks: maximaOn,
  moves: ({ member }, asked, base) => money(leftToPay(asked, base, member) - member),
  shown: (asked, { input }) => {
    const [first] = asked;
    return first === undefined ? {} : { limit: anAmount(money(counterOn(input, first).limit)) };
  },
});

/** Where nobody knows what was paid, nothing is given back; the check then refers. */
const leftToPay = (asked: readonly OutOfPocketMaximum[], base: LineBase, member: Money): Money =>
  statesOf(base, asked).reduce(
    (rest, { leftHere }) => (leftHere !== null && leftHere < rest ? money(leftHere) : rest),
    member,
  );
