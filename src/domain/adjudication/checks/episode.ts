import { addDays } from '../../dates.ts';
import { zero } from '../../money.ts';
import { type LineContext, lineCheck, pass, reduce, refer } from '../check.ts';
import { type FirstOfEpisode, standingOf } from '../episodes.ts';
import type { FactUsed } from '../evidence.ts';
import { historyFacts, type PlacedService, whereHistoryIs } from '../past-services.ts';
import { aCode, aDay, days, fromOperator, fromPack, itemShown, serviceDateOf } from '../shown.ts';

/**
 * Whether a consultation follows up another of the same clinician or specialty for the same illness within so
 * many days of it, the last included: then the member owes nothing, and by the contract the insurer pays it, or
 * the fee of the first one contains it. It is not declined: it was held, and stays in the record.
 */
export const episode = lineCheck({
  id: 'episode',
  requirements: ['C1', 'M4'],
  reasons: [
    'follow-up-included',
    'follow-up-unsure',
    'follow-up-clinician-unknown',
    'follow-up-diagnosis-unknown',
    'follow-up-history-unknown',
  ],
  asks: ({ item, terms }) => (item === null ? null : (terms?.followUp ?? null)),
  frees(base, { value: term }) {
    if (standingOf(base, term).kind !== 'follow-up') return null;
    return term.isFeeIncluded ? 'payment' : 'share';
  },
  run(context, { value: term, clause }) {
    const { input, item, line, money } = context;
    const standing = standingOf(context, term);
    const isOfKind = ({ itemCode }: { readonly itemCode: string }) =>
      context.pack.item(itemCode)?.kind === item?.kind;
    const facts = [
      ...historyFacts(input, isOfKind),
      serviceDateOf(input),
      fromPack('follow-up-days', days(term.days)),
    ];
    const shown = { item: itemShown(item, line.itemCode) };
    if (standing.kind === 'first') return pass({ facts, clause });
    if (standing.kind === 'history-unknown') {
      const nearest = whereHistoryIs(input.services);
      return refer('follow-up-history-unknown', { shown, facts, clause, nearest });
    }
    if (standing.kind === 'follow-up') {
      const { of } = standing;
      const known = { facts: [...facts, ...factsOf(context, of)], clause };
      if (!term.isFeeIncluded || money?.claimed === 0) return pass(known);
      const until = { on: aDay(of.on), to: aDay(addDays(of.on, term.days)) };
      const nearest = { kind: 'unit-price', price: zero } as const;
      const included = { ...known, shown: { ...shown, ...until }, nearest };
      return reduce('follow-up-included', 'provider', included);
    }
    const { earlier } = standing;
    const details = {
      shown: { ...shown, on: aDay(earlier.service.on) },
      facts: [...facts, ...unsaidOf(context, standing.kind), earlierFact(earlier)],
      clause,
    };
    if (standing.kind === 'clinician-unsaid') {
      const nearest = { kind: 'enter-clinician' } as const;
      return refer('follow-up-clinician-unknown', { ...details, nearest });
    }
    if (standing.kind === 'diagnosis-unsaid') {
      const nearest = { kind: 'enter-diagnosis' } as const;
      return refer('follow-up-diagnosis-unknown', { ...details, nearest });
    }
    return refer('follow-up-unsure', details);
  },
});

const earlierFact = ({ service, source, asOf }: PlacedService): FactUsed => ({
  name: 'earlier-service',
  value: aDay(service.on),
  source,
  asOf,
});

const unsaidOf = (
  { input }: LineContext,
  kind: 'unsure' | 'clinician-unsaid' | 'diagnosis-unsaid',
): readonly FactUsed[] => {
  if (kind === 'unsure') return [];
  return [fromOperator(input, kind === 'clinician-unsaid' ? 'clinician' : 'diagnosis', null)];
};

function factsOf({ input }: LineContext, { placed, number }: FirstOfEpisode): readonly FactUsed[] {
  if (placed === null)
    return [fromOperator(input, 'earlier-service', aDay(input.claim.serviceDate))];
  const { source, asOf } = placed;
  return [
    earlierFact(placed),
    ...(number === null ? [] : [{ name: 'episode', value: aCode(number), source, asOf } as const]),
  ];
}
