import type { Delivery, Pregnancy } from '../../circumstances.ts';
import { addDays, addMonths } from '../../dates.ts';
import { completedWeeks } from '../../pregnancy.ts';
import type { MaternityTerm } from '../care-terms.ts';
import { decline, type LineContext, lineCheck, pass, refer } from '../check.ts';
import type { FactUsed } from '../evidence.ts';
import type { Term } from '../item-terms.ts';
import { findMembership } from '../membership.ts';
import {
  aDay,
  aWord,
  fromOperator,
  fromPack,
  itemShown,
  missing,
  serviceDateOf,
  weeks,
} from '../shown.ts';
import { waitingStart } from '../waiting.ts';

/**
 * Whether the pregnancy is one for which the contract pays: it began so many months after the member's cover,
 * or later; it is in the weeks of the service; the child was born in a way that the service is for. Weeks are
 * completed ones from the first day of the last period; every bound is inclusive.
 */
export const maternity = lineCheck({
  id: 'maternity',
  requirements: ['M7', 'M14'],
  reasons: [
    'pregnancy-none',
    'pregnancy-not-said',
    'last-period-unknown',
    'pregnancy-before-cover',
    'pregnancy-cover-unknown',
    'pregnancy-too-early',
    'pregnancy-too-late',
    'delivery-not-said',
    'delivery-not-covered',
  ],
  asks: ({ terms }) => terms?.maternity ?? null,
  run(context, term) {
    const { input, item, line } = context;
    const { pregnancy } = input.claim;
    const details = {
      shown: { item: itemShown(item, line.itemCode) },
      facts: [fromOperator(input, 'last-period', null)],
      clause: term.clause,
      nearest: statePregnancy,
    };
    if (pregnancy === undefined) return refer('pregnancy-not-said', details);
    if (pregnancy === null) {
      const facts = [fromOperator(input, 'last-period', aWord('pregnancy-none'))];
      return decline('pregnancy-none', 'provider', { ...details, facts });
    }
    return (
      judgeBeginning(context, term, pregnancy) ??
      judgeWeeks(context, term, pregnancy) ??
      judgeDelivery(context, term, pregnancy) ??
      pass({ facts: factsOf(context, term.value, pregnancy), clause: term.clause })
    );
  },
});

const statePregnancy = { kind: 'state-pregnancy' } as const;

/** Waiting counts from the cover to the last period, not to the service. */
function judgeBeginning(
  context: LineContext,
  { value, clause }: Term<MaternityTerm>,
  pregnancy: Pregnancy,
) {
  const { lastPeriod } = pregnancy;
  const details = detailsOf(context, value, clause, pregnancy);
  if (value.waitingMonths === null && value.weeks === null) return null;
  if (lastPeriod === null || lastPeriod > context.input.claim.serviceDate) {
    return refer('last-period-unknown', { ...details, nearest: statePregnancy });
  }
  if (value.waitingMonths === null) return null;
  const membership = findMembership(context.input);
  if (membership === null) {
    const facts = [...details.facts, missing('member-start', context.input.membership.source)];
    return refer('pregnancy-cover-unknown', { ...details, facts, nearest: { kind: 'connect' } });
  }
  const from = addMonths(waitingStart(membership), value.waitingMonths);
  if (lastPeriod >= from) return null;
  return decline('pregnancy-before-cover', 'member', {
    ...details,
    shown: { ...details.shown, lastPeriod: aDay(lastPeriod), from: aDay(from) },
  });
}

function judgeWeeks(
  context: LineContext,
  { value, clause }: Term<MaternityTerm>,
  pregnancy: Pregnancy,
) {
  const { lastPeriod } = pregnancy;
  if (value.weeks === null || lastPeriod === null) return null;
  const { from, to } = value.weeks;
  const week = completedWeeks(lastPeriod, context.input.claim.serviceDate);
  const details = detailsOf(context, value, clause, pregnancy);
  const shown = { ...details.shown, week: weeks(week), from: weeks(from), to: weeks(to) };
  if (week < from) {
    const nearest = { kind: 'wait-until', date: addDays(lastPeriod, from * 7) } as const;
    return decline('pregnancy-too-early', 'provider', { ...details, shown, nearest });
  }
  return week > to ? decline('pregnancy-too-late', 'provider', { ...details, shown }) : null;
}

function judgeDelivery(
  context: LineContext,
  { value, clause }: Term<MaternityTerm>,
  pregnancy: Pregnancy,
) {
  const { deliveries } = value;
  const { delivery } = pregnancy;
  if (deliveries === null) return null;
  const details = detailsOf(context, value, clause, pregnancy);
  if (delivery === undefined) {
    return refer('delivery-not-said', { ...details, nearest: statePregnancy });
  }
  if (deliveries.includes(delivery)) return null;
  const shown = { ...details.shown, delivery: aWord(wordOf(delivery)) };
  return decline('delivery-not-covered', 'member', { ...details, shown });
}

const wordOf = (delivery: Delivery) => `delivery-${delivery}` as const;

const detailsOf = (
  context: LineContext,
  term: MaternityTerm,
  clause: string,
  pregnancy: Pregnancy,
) => ({
  shown: { item: itemShown(context.item, context.line.itemCode) },
  facts: factsOf(context, term, pregnancy),
  clause,
});

function factsOf(
  { input }: LineContext,
  { waitingMonths, weeks: asked, deliveries }: MaternityTerm,
  { lastPeriod, delivery }: Pregnancy,
): readonly FactUsed[] {
  const isCounted = waitingMonths !== null || asked !== null;
  const membership = waitingMonths === null ? null : findMembership(input);
  const { source } = input.membership;
  const asOf = input.membership.known ? input.membership.asOf : null;
  return [
    ...(isCounted
      ? [fromOperator(input, 'last-period', lastPeriod === null ? null : aDay(lastPeriod))]
      : []),
    ...(membership === null
      ? []
      : [{ name: 'member-start', value: aDay(waitingStart(membership)), source, asOf } as const]),
    ...(waitingMonths === null
      ? []
      : [fromPack('waiting-months', { kind: 'months', value: waitingMonths })]),
    ...(deliveries === null
      ? []
      : [fromOperator(input, 'delivery', delivery === undefined ? null : aWord(wordOf(delivery)))]),
    serviceDateOf(input),
  ];
}
