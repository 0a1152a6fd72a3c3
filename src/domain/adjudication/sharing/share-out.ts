import { add, type Money, subtract, zero } from '../../money.ts';
import type { LineBase } from '../check.ts';
import type { SharingPoint } from './index.ts';
import type { Share } from './step.ts';

/** What one step of sharing moved from the insurer's part to the member's. */
export interface Move extends SharingPoint {
  readonly amount: Money;
}

/** Takes the steps of sharing one after the other, beginning with everything on the insurer. */
export function shareOut(
  payable: Money,
  sharing: readonly SharingPoint[],
  base: LineBase,
): { readonly share: Share; readonly moves: readonly Move[] } {
  let share: Share = { insurer: payable, member: zero };
  const moves = sharing.map(({ step, asked }): Move => {
    const amount = step.moves(share, asked, base);
    share = { insurer: subtract(share.insurer, amount), member: add(share.member, amount) };
    return { step, asked, amount };
  });
  return { share, moves };
}
