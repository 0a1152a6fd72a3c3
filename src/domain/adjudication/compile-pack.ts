import { type CalendarDate, type Instant, isWithin } from '../dates.ts';
import { isBound } from './benefits-in-place.ts';
import type { PrepareExpression } from './conditions.ts';
import { compileDiagnosisTerms } from './diagnosis-terms.ts';
import type { ItemRule } from './item-rule.ts';
import { compileItemTerms } from './item-terms.ts';
import type { CheckMode, CompiledPack, DecreeRow, Plan, PriceRow, RulePack } from './rule-pack.ts';

/**
 * Lays a validated pack out for deciding. One pass over each list; look-ups do not grow with them.
 * Without somebody who reads expressions, every condition refers.
 */
export function compilePack(pack: RulePack, prepare: PrepareExpression = () => null): CompiledPack {
  const plans = new Map(pack.plans.map((plan) => [plan.code, compilePlan(plan)]));
  const providers = new Map(pack.providers.map((provider) => [provider.providerId, provider]));
  const items = new Map(pack.items.map((item) => [item.code, item]));
  const networkNames = new Map(pack.networks.map(({ code, name }) => [code, name]));
  const benefitNames = new Map(pack.benefits.map(({ code, name }) => [code, name]));
  const modes = new Map<string, CheckMode>(Object.entries(pack.modes));
  const diagnosisNames = new Map(pack.diagnoses.map(({ code, name }) => [code, name]));
  const prices = compilePrices(pack.prices);
  const decrees = new Map<string, DecreeRow[]>();
  for (const row of pack.decrees) put(decrees, row);
  const panels = new Map<string, readonly string[]>();
  for (const group of pack.serviceGroups) {
    if ('panel' in group)
      panels.set(group.panel, [...partsIn(panels, group.panel), ...group.parts]);
  }
  const taxes = new Map(pack.taxes.map((rule) => [rule.category, rule]));

  return {
    pack,
    plan: (code) => plans.get(code)?.plan ?? null,
    networkName: (network) => networkNames.get(network) ?? null,
    benefitName: (benefit) => benefitNames.get(benefit) ?? null,
    benefitRule: (planCode, benefit) => plans.get(planCode)?.benefits.get(benefit) ?? null,
    hasBoundBenefits: pack.plans.some(({ benefits }) => benefits.some(isBound)),
    exclusion: (planCode, item) => plans.get(planCode)?.exclusions.get(item) ?? null,
    provider: (providerId) => providers.get(providerId) ?? null,
    item: (code) => items.get(code) ?? null,
    price(providerId, item, on, orderedAt) {
      const own = findRow(prices.byProvider.get(providerId)?.get(item), on, orderedAt);
      if (own !== null) return own;
      const provider = providers.get(providerId);
      if (provider === undefined) return null;
      const { network, tier } = provider;
      const ofTier =
        tier === undefined ? null : findRow(prices.byTier.get(tier)?.get(item), on, orderedAt);
      return ofTier ?? findRow(prices.byNetwork.get(network)?.get(item), on, orderedAt);
    },
    decree: (item, on, orderedAt) => findRow(decrees.get(item), on, orderedAt),
    hasWholes: panels.size > 0 || pack.itemRules.some(hasWhole),
    partsOf: (panel) => partsIn(panels, panel),
    tax: (category) => taxes.get(category) ?? null,
    itemTerms: compileItemTerms(pack.itemRules),
    diagnosisTerms: compileDiagnosisTerms(pack.diagnosisRules),
    hasDiagnosisTerms: (topic) => pack.diagnosisRules.some((rule) => rule[topic] !== null),
    conditions: pack.conditions.map((rule) => ({ rule, prepared: prepare(rule.when) })),
    diagnosisName: (code) => diagnosisNames.get(code) ?? null,
    mode: (check) => modes.get(check) ?? 'enforce',
  };
}

const hasWhole = ({ globalPeriod, price }: ItemRule): boolean =>
  globalPeriod !== null || (price !== null && price.percentOf !== null);

const noParts: readonly string[] = [];
const partsIn = (panels: ReadonlyMap<string, readonly string[]>, panel: string) =>
  panels.get(panel) ?? noParts;

const compilePlan = (plan: Plan) => ({
  plan,
  benefits: new Map(
    plan.benefits.flatMap((rule) => (isBound(rule) ? [] : [[rule.benefit, rule] as const])),
  ),
  exclusions: new Map(plan.excludedItems.map(({ item, clause }) => [item, { clause }])),
});

/** Rows by holder of the price, then by item; several rows of one item are held latest first. */
type PriceBook = Map<string, Map<string, PriceRow[]>>;

function compilePrices(rows: readonly PriceRow[]) {
  const byProvider: PriceBook = new Map();
  const byTier: PriceBook = new Map();
  const byNetwork: PriceBook = new Map();
  for (const row of rows) {
    const { scope } = row;
    if ('provider' in scope) put(itemsOf(byProvider, scope.provider), row);
    else if ('tier' in scope) put(itemsOf(byTier, scope.tier), row);
    else put(itemsOf(byNetwork, scope.network), row);
  }
  return { byProvider, byTier, byNetwork };
}

function itemsOf(book: PriceBook, holder: string): Map<string, PriceRow[]> {
  const items = book.get(holder) ?? new Map<string, PriceRow[]>();
  book.set(holder, items);
  return items;
}

function put<Row extends DecreeRow>(items: Map<string, Row[]>, row: Row): void {
  const dated = items.get(row.item);
  if (dated === undefined) items.set(row.item, [row]);
  else dated.splice(placeOf(dated, row), 0, row);
}

/** Before the first row that does not begin later. */
function placeOf(latestFirst: readonly DecreeRow[], row: DecreeRow): number {
  const place = latestFirst.findIndex((one) => !isLater(one, row));
  return place < 0 ? latestFirst.length : place;
}

/** By its first day, and by its moment on it; without one it begins with the day. */
const isLater = (a: DecreeRow, b: DecreeRow): boolean =>
  a.period.from === b.period.from ? (a.at ?? '') > (b.at ?? '') : a.period.from > b.period.from;

/** The row in force on a day, for what is ordered at a moment; of several the one that began last. */
function findRow<Row extends DecreeRow>(
  latestFirst: readonly Row[] | undefined,
  on: CalendarDate,
  orderedAt: Instant,
): Row | null {
  if (latestFirst === undefined) return null;
  for (let i = firstNotLater(latestFirst, on); i < latestFirst.length; i++) {
    const row = latestFirst[i];
    if (row !== undefined && isWithin(on, row.period) && hasBegun(row, on, orderedAt)) return row;
  }
  return null;
}

const hasBegun = ({ at, period: { from } }: DecreeRow, on: CalendarDate, orderedAt: Instant) =>
  at === undefined || from !== on || at <= orderedAt;

/** Index of the first row that begins on or before the day, by bisection. */
function firstNotLater(latestFirst: readonly DecreeRow[], day: CalendarDate): number {
  let low = 0;
  let high = latestFirst.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = latestFirst[middle];
    if (row !== undefined && row.period.from > day) low = middle + 1;
    else high = middle;
  }
  return low;
}
