import { add, type Money, zero } from '../money.ts';
import type { LineContext } from './check.ts';
import type { FactUsed } from './evidence.ts';
import { anAmount } from './shown.ts';

/** The insurer's share of the claim up to and with this line. */
export const claimSoFar = ({ allowedBefore, money }: LineContext): Money =>
  add(money?.share?.insurer ?? zero, ...allowedBefore.map(({ insurer }) => insurer));

export const claimSoFarFact = ({ input }: LineContext, claim: Money): FactUsed => ({
  name: 'claim-so-far',
  value: anAmount(claim),
  source: 'terminal',
  asOf: input.decidedAt,
});
