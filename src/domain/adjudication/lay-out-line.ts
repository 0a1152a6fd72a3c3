import type { ClaimLine } from '../claims.ts';
import type { AllowedLine, ClaimContext, LineBase } from './check.ts';
import { withPast } from './line-days.ts';
import type { LineMoney } from './line-money.ts';
import type { Agenda } from './roster.ts';

/** A line on its way: its arithmetic is filled in once it is reckoned, and nothing else changes. */
export interface LineDraft extends LineBase {
  money: LineMoney | null;
}

/** The claim as of a day. */
export interface DayContext extends ClaimContext {
  /** No line has a day of its own. */
  readonly isOfOneDay: boolean;
}

const none: readonly AllowedLine[] = [];

/** Everything that the pack and the facts know of a line. */
export function layOut(
  { input, pack, isOfOneDay }: DayContext,
  { subject: { item, planCode, rule, terms } }: Agenda,
  line: ClaimLine,
  allowedBefore: readonly AllowedLine[],
): LineDraft {
  const { providerId, serviceDate, diagnoses } = input.claim;
  const orderedAt = line.orderedAt ?? input.decidedAt;
  const elsewhen = isOfOneDay ? none : allowedBefore.filter(({ day }) => day !== serviceDate);
  return {
    input: elsewhen.length === 0 ? input : withPast(input, pack, elsewhen),
    pack,
    line,
    orderedAt,
    item,
    planCode,
    price: pack.price(providerId, line.itemCode, serviceDate, orderedAt),
    rule,
    terms,
    diagnoses: line.diagnoses ?? diagnoses,
    approval: null,
    allowedBefore,
    allowedThatDay: isOfOneDay
      ? allowedBefore
      : allowedBefore.filter(({ day }) => day === serviceDate),
    money: null,
  };
}
