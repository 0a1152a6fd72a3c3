import { zero } from '../money.ts';
import type { LineMoney } from './line-money.ts';

/** What a line is free of: the member's share, or any payment, since an earlier fee contains it. */
export type Freed = 'share' | 'payment';

/** A line's arithmetic where an earlier fee contains what would be payable: the provider has had it. */
export const withoutPayment = (money: LineMoney): LineMoney => ({
  ...money,
  allowed: zero,
  included: money.allowed,
  share: money.share === null ? null : { insurer: zero, member: zero },
  uncapped: null,
  overCeiling: zero,
  tax: money.tax === null ? null : { ...money.tax, uncapped: zero, insurer: zero, member: zero },
});
