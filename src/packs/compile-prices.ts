import type { DecreeRow, PriceRow } from '#domain/adjudication/rule-pack.ts';
import type { CalendarDate } from '#domain/dates.ts';
import type { Report } from './origin.ts';
import type { ReadMoney } from './read-money.ts';
import type { PackSource } from './source-schema.ts';

/** The rows of all price lists; a list that does not name one holder is reported. */
export function compilePrices(
  { lists }: PackSource['prices'],
  readOn: (on: CalendarDate) => ReadMoney,
  report: Report,
): PriceRow[] {
  return lists.flatMap((list, at) => {
    const scope = holderOf(list);
    if (scope === null)
      report(
        { topic: 'prices', path: ['lists', at] },
        'a list belongs to one network, tier or provider: name exactly one',
      );
    return Object.entries(list.prices).map(([item, text]) => ({
      scope: scope ?? { network: '' },
      item,
      ...spanOf(list),
      unitPrice: readOn(list.from)(text, 'prices', ['lists', at, 'prices', item]),
    }));
  });
}

/** The rows of what the state allows, whoever asks. */
export const compileDecrees = (
  { decrees = [] }: PackSource['prices'],
  readOn: (on: CalendarDate) => ReadMoney,
): DecreeRow[] =>
  decrees.flatMap((list, at) =>
    Object.entries(list.prices).map(([item, text]) => ({
      item,
      ...spanOf(list),
      unitPrice: readOn(list.from)(text, 'prices', ['decrees', at, 'prices', item]),
    })),
  );

const spanOf = ({
  from,
  at,
  to,
}: Pick<PackSource['prices']['lists'][number], 'from' | 'at' | 'to'>): Pick<
  DecreeRow,
  'period' | 'at'
> => ({ period: { from, to }, ...(at === undefined ? {} : { at }) });

/** Whose list it is; null where it names none, or several. */
function holderOf({
  network,
  tier,
  provider,
}: PackSource['prices']['lists'][number]): PriceRow['scope'] | null {
  const named = [
    ...(provider === undefined ? [] : [{ provider }]),
    ...(tier === undefined ? [] : [{ tier }]),
    ...(network === undefined ? [] : [{ network }]),
  ];
  return named.length === 1 ? (named[0] ?? null) : null;
}
