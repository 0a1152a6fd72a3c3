import type { ServicePlace } from '../../claims.ts';
import { addMonths, type CalendarDate } from '../../dates.ts';
import { greatestChange } from '../../eyes.ts';
import type { PastService } from '../../history.ts';
import type { OpticalTerm } from '../care-terms.ts';
import { decline, type LineContext, lineCheck, pass, refer } from '../check.ts';
import type { FactUsed } from '../evidence.ts';
import { historyFacts, isHistoryMissing, listPast, whereHistoryIs } from '../past-services.ts';
import { aDay, dioptres, fromOperator, fromPack, itemShown, serviceDateOf } from '../shown.ts';

/**
 * Pays for new lenses so many months after the last ones (on that day too), and before only where the eyes have
 * changed: some value of some eye by the contract's threshold, inclusive. What comes sooner is the member's own.
 */
export const optical = lineCheck({
  id: 'optical',
  requirements: ['M11', 'M14'],
  reasons: ['lenses-too-early', 'lenses-unchanged', 'refraction-unknown', 'lenses-history-unknown'],
  asks: ({ terms }) => terms?.optical ?? null,
  run(context, { value: term, clause }) {
    const { input, item, line } = context;
    const { serviceDate, refraction } = input.claim;
    const last = findLast(context);
    const shown = { item: itemShown(item, line.itemCode) };
    const facts = [...historyFacts(input, isLens(context)), ...factsOf(context, term, last)];
    const details = { shown, facts, clause };
    if (last === null || serviceDate >= addMonths(last, term.everyMonths)) {
      if (!isHistoryMissing(input, addMonths(serviceDate, -term.everyMonths))) return pass(details);
      const nearest = whereHistoryIs(input.services);
      return refer('lenses-history-unknown', { ...details, nearest });
    }
    const from = addMonths(last, term.everyMonths);
    const nearest = { kind: 'wait-until', date: from } as const;
    const dated = { ...shown, last: aDay(last), from: aDay(from) };
    if (term.change === null) {
      return decline('lenses-too-early', 'member', { ...details, shown: dated, nearest });
    }
    const threshold = dioptres(term.change);
    if (refraction?.before === undefined) {
      const asked = { ...dated, threshold };
      return refer('refraction-unknown', { ...details, shown: asked, nearest: enterRefraction });
    }
    const change = greatestChange(refraction.before, refraction);
    if (change >= term.change) return pass(details);
    const compared = { ...dated, threshold, change: dioptres(change) };
    return decline('lenses-unchanged', 'member', { ...details, shown: compared, nearest });
  },
});

const enterRefraction = { kind: 'enter-refraction' } as const;
const beginning = '0001-01-01' as CalendarDate;

const isLens =
  ({ pack, planCode }: LineContext) =>
  ({ itemCode }: Pick<PastService, 'itemCode'>): boolean => {
    const item = pack.item(itemCode);
    return item !== null && pack.itemTerms(item, planCode).optical !== null;
  };

/** The last day on which lenses were given for this eye: in the claim before this line, or earlier; null: none is known. */
function findLast(context: LineContext): CalendarDate | null {
  const { input, line, allowedThatDay } = context;
  const { serviceDate } = input.claim;
  const isSuch = (one: Pick<PastService, 'itemCode'> & { readonly place?: ServicePlace | null }) =>
    isLens(context)(one) && isSameEye(one.place?.side, line.place?.side);
  if (allowedThatDay.some(isSuch)) return serviceDate;
  const [last] = listPast(input, { from: beginning, to: serviceDate }, isSuch);
  return last?.service.on ?? null;
}

/** What was not said may be either. */
const isSameEye = (a: ServicePlace['side'], b: ServicePlace['side']): boolean =>
  a === undefined || b === undefined || a === b || a === 'both' || b === 'both';

function factsOf(
  { input }: LineContext,
  { everyMonths, change }: OpticalTerm,
  last: CalendarDate | null,
): readonly FactUsed[] {
  const { refraction, serviceDate } = input.claim;
  const isChangeAsked =
    change !== null && last !== null && serviceDate < addMonths(last, everyMonths);
  const found =
    refraction?.before === undefined ? null : greatestChange(refraction.before, refraction);
  return [
    fromPack('lenses-months', { kind: 'months', value: everyMonths }),
    ...(isChangeAsked
      ? [
          fromOperator(input, 'refraction-change', found === null ? null : dioptres(found)),
          fromPack('refraction-threshold', dioptres(change)),
        ]
      : []),
    serviceDateOf(input),
  ];
}
