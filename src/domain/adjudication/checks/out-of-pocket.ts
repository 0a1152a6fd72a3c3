import { type Money, subtract, zero } from '../../money.ts';
import { lineCheck, pass, refer } from '../check.ts';
import { statesOf } from '../counters.ts';
import { judgeBorne } from '../judge-borne.ts';
import type { LineMoney } from '../line-money.ts';
import { maximaOn } from '../sharing/out-of-pocket.ts';
import { isShared } from '../tax/tax-line.ts';

/**
 * Knows how much the member may still be charged in the period, alone or with the family; the insurer takes the
 * rest. It takes nothing away from the line. While nobody here knows what was paid elsewhere, only as much is
 * charged as the pack's allowance says; no amount rests on a guess, whatever the modes.
 */
export const outOfPocket = lineCheck({
  id: 'out-of-pocket',
  requirements: ['M9'],
  reasons: [
    'out-of-pocket-use-unknown',
    'out-of-pocket-allowance-used',
    'out-of-pocket-plan-since-unknown',
  ],
  alwaysEnforced: true,
  asks: maximaOn,
  run(context, asked) {
    const charged = context.money === null ? zero : chargedOf(context.money);
    const { verdict, details } = judgeBorne(context, statesOf(context, asked), charged);
    if (verdict === 'use-unknown') return refer('out-of-pocket-use-unknown', details);
    if (verdict === 'allowance-used') return refer('out-of-pocket-allowance-used', details);
    if (verdict === 'plan-since-unknown') return refer('out-of-pocket-plan-since-unknown', details);
    return pass(details);
  },
});

/** What of the member's part a maximum counts. */
const chargedOf = ({ share, tax }: LineMoney): Money => {
  const member = share?.member ?? zero;
  return tax === null || isShared(tax) ? member : subtract(member, tax.member);
};
