import type { CalendarDate } from '../../dates.ts';
import type { PastService } from '../../history.ts';
import { findSurfaces, findTooth, type Tooth } from '../../teeth.ts';
import type { DentalTerm } from '../care-terms.ts';
import { decline, type LineContext, lineCheck, pass, refer } from '../check.ts';
import type { FactUsed } from '../evidence.ts';
import {
  historyFacts,
  isHistoryMissing,
  listPast,
  type PlacedService,
  whereHistoryIs,
} from '../past-services.ts';
import { aCode, aCount, aDay, fromOperator, itemShown } from '../shown.ts';

/**
 * Whether the service is for this tooth: of its dentition and kind, with as many surfaces as it pays for, on a
 * tooth that is not known to be removed, and where the contract says so once in the tooth's lifetime. What is
 * refused is the provider's to bear. Whoever treats sees that a tooth is there; that it was never treated so,
 * only the whole history says: without it, or where that does not say which tooth it was, once a lifetime refers.
 */
export const dental = lineCheck({
  id: 'dental',
  requirements: ['M4', 'M10', 'M14'],
  reasons: [
    'tooth-unknown',
    'tooth-not-for-service',
    'surfaces-unknown',
    'surfaces-differ',
    'tooth-removed',
    'tooth-treated-before',
    'tooth-history-unknown',
  ],
  asks: ({ terms }) => terms?.dental ?? null,
  run(context, { value: term, clause }) {
    const { input, item, line } = context;
    const number = line.place?.tooth ?? null;
    const tooth = number === null ? null : findTooth(number);
    const shown = { item: itemShown(item, line.itemCode), tooth: aCode(number ?? '–') };
    if (tooth === null || number === null) {
      const facts = [fromOperator(input, 'tooth', null)];
      return refer('tooth-unknown', { shown, facts, clause, nearest: enterPlace });
    }
    const asked = fromOperator(input, 'tooth', aCode(number));
    const details = { shown, facts: [asked], clause };
    if (!isFor(tooth, term)) {
      return decline('tooth-not-for-service', 'provider', { ...details, nearest: enterPlace });
    }
    const facts = [asked, ...surfaceFacts(context, term), ...pastFacts(context, term)];
    return (
      judgeSurfaces(context, term, { ...details, facts }) ??
      judgePast(context, term, number, { ...details, facts }) ??
      pass({ facts, clause })
    );
  },
});

interface Details {
  readonly shown: Readonly<Record<'item' | 'tooth', ReturnType<typeof itemShown>>>;
  readonly facts: readonly FactUsed[];
  readonly clause: string;
}

const enterPlace = { kind: 'enter-place' } as const;

const isFor = ({ dentition, kind }: Tooth, term: DentalTerm): boolean =>
  (term.dentition === null || term.dentition === dentition) &&
  (term.kinds === null || term.kinds.includes(kind));

function judgeSurfaces({ line }: LineContext, { surfaces }: DentalTerm, details: Details) {
  if (surfaces === null) return null;
  const stated = findSurfaces(line.place?.surface ?? '');
  if (stated === null) return refer('surfaces-unknown', { ...details, nearest: enterPlace });
  if (stated.length === surfaces) return null;
  const counted = { stated: aCount(stated.length), paid: aCount(surfaces) };
  const shown = { ...details.shown, ...counted };
  return decline('surfaces-differ', 'provider', { ...details, shown, nearest: enterPlace });
}

function judgePast(context: LineContext, term: DentalTerm, tooth: string, details: Details) {
  const { input, line } = context;
  const removed = term.does === 'replaces' ? null : findOn(tooth, context, isRemoval(context));
  if (removed !== null) {
    const shown = { ...details.shown, on: aDay(removed) };
    return decline('tooth-removed', 'provider', { ...details, shown, nearest: enterPlace });
  }
  const isSame = ({ itemCode }: Pick<PastService, 'itemCode'>) => itemCode === line.itemCode;
  const treated = term.isOncePerTooth ? findOn(tooth, context, isSame) : null;
  if (treated !== null) {
    const shown = { ...details.shown, on: aDay(treated) };
    return decline('tooth-treated-before', 'provider', { ...details, shown });
  }
  const isUnsure = isHistoryMissing(input, beginning) || isVague(context, isSame);
  if (!term.isOncePerTooth || !isUnsure) return null;
  return refer('tooth-history-unknown', { ...details, nearest: whereHistoryIs(input.services) });
}

const beginning = '0001-01-01' as CalendarDate;

const isRemoval =
  ({ pack, planCode }: LineContext) =>
  ({ itemCode }: Pick<PastService, 'itemCode'>): boolean => {
    const item = pack.item(itemCode);
    return item !== null && pack.itemTerms(item, planCode).dental?.value.does === 'removes';
  };

/** When such a service was given to the tooth: in the claim before this line, or earlier; null: it is not known. */
function findOn(
  tooth: string,
  context: LineContext,
  isSuch: (service: Pick<PastService, 'itemCode'>) => boolean,
): CalendarDate | null {
  const { input, allowedThatDay } = context;
  const here = allowedThatDay.some((line) => isSuch(line) && line.place?.tooth === tooth);
  if (here) return input.claim.serviceDate;
  const [last] = earlier(context, (one) => isSuch(one) && one.place?.tooth === tooth);
  return last?.service.on ?? null;
}

/** Whether some such service may have been on this tooth: nobody who tells of it says on which it was. */
function isVague(context: LineContext, isSuch: (service: PastService) => boolean): boolean {
  const all = earlier(context, isSuch);
  const named = new Set(
    all.filter(({ service }) => service.place?.tooth !== undefined).map(eventOf),
  );
  return all.some((one) => !named.has(eventOf(one)));
}

const eventOf = ({ service: { itemCode, on, providerId } }: PlacedService): string =>
  `${on} ${itemCode} ${providerId}`;

const earlier = ({ input }: LineContext, isSuch: (service: PastService) => boolean) =>
  listPast(input, { from: beginning, to: input.claim.serviceDate }, isSuch);

const surfaceFacts = (
  { input, line }: LineContext,
  { surfaces }: DentalTerm,
): readonly FactUsed[] => {
  const stated = line.place?.surface;
  if (surfaces === null) return [];
  return [fromOperator(input, 'surfaces', stated === undefined ? null : aCode(stated))];
};

const pastFacts = (context: LineContext, { isOncePerTooth }: DentalTerm): readonly FactUsed[] =>
  isOncePerTooth
    ? historyFacts(context.input, ({ itemCode }) => itemCode === context.line.itemCode)
    : [];
