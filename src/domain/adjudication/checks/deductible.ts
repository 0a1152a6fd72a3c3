import { lineCheck, pass, refer } from '../check.ts';
import { statesOf } from '../counters.ts';
import { judgeBorne } from '../judge-borne.ts';
import { movedBy } from '../line-money.ts';
import { deductiblesOn } from '../sharing/deductible.ts';

/**
 * Knows how much of a deductible is still to be borne: of the visit, the member's year, the family's year. It
 * takes nothing away from the line. While nobody here knows what was borne elsewhere, only as much is charged
 * as the pack's allowance says; no amount rests on a guess, whatever the modes.
 */
export const deductible = lineCheck({
  id: 'deductible',
  requirements: ['M9'],
  reasons: ['deductible-use-unknown', 'deductible-allowance-used', 'deductible-plan-since-unknown'],
  alwaysEnforced: true,
  asks: deductiblesOn,
  run(context, asked) {
    const states = statesOf(context, asked);
    const taken = context.money === null ? 0 : movedBy(context.money, 'deductible');
    const { verdict, details } = judgeBorne(context, states, taken);
    if (verdict === 'use-unknown') return refer('deductible-use-unknown', details);
    if (verdict === 'allowance-used') return refer('deductible-allowance-used', details);
    if (verdict === 'plan-since-unknown') return refer('deductible-plan-since-unknown', details);
    return pass(details);
  },
});
