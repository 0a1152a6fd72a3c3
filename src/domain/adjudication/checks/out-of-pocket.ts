import { zero } from '../../money.ts';
import { lineCheck, pass, refer } from '../check.ts';
import { statesOf } from '../counters.ts';
import { judgeBorne } from '../judge-borne.ts';
import { maximaOn } from '../sharing/out-of-pocket.ts';

/**
 * Knows how much the member may still be charged in the period, alone or with the family; the insurer takes the
 * rest. It takes nothing away from the line. While nobody here knows what was paid elsewhere, only as much is
 * charged as the pack's allowance says; no amount rests on a guess, whatever the modes.
 */
export const outOfPocket = lineCheck({
  id: 'out-of-pocket',
  requirements: ['M9'],
  reasons: ['out-of-pocket-use-unknown', 'out-of-pocket-allowance-used'],
  alwaysEnforced: true,
  asks: maximaOn,
  run(context, asked) {
    const charged = context.money?.share?.member ?? zero;
    const { verdict, details } = judgeBorne(statesOf(context, asked), charged);
    if (verdict === 'use-unknown') return refer('out-of-pocket-use-unknown', details);
    if (verdict === 'allowance-used') return refer('out-of-pocket-allowance-used', details);
    return pass(details);
  },
});
