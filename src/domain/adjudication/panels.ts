import { add, least, type Money, proportion, subtract, times, zero } from '../money.ts';
import type { LineBase } from './check.ts';
import type { ServiceGroup } from './contract-terms.ts';
import { believedPast, listPast, type PlacedService } from './past-services.ts';

/** A panel whose parts, claimed one by one, come to no more than its own price. */
export type PricedPanel = Extract<ServiceGroup, { readonly panel: string }> & {
  readonly excess: NonNullable<Extract<ServiceGroup, { readonly panel: string }>['excess']>;
};

/** The panels of which an item is a part; null: none. */
export function panelsOf(
  groups: readonly ServiceGroup[],
  itemCode: string,
): readonly PricedPanel[] | null {
  const found = groups.filter(
    (group): group is PricedPanel =>
      'panel' in group && group.excess !== undefined && group.parts.includes(itemCode),
  );
  return found.length === 0 ? null : found;
}

/** How a panel stands before the line: its price, and what its parts of the day have come to. */
export interface PanelState {
  readonly panel: PricedPanel;
  /** Null where the panel has no price here. */
  readonly price: Money | null;
  /** Null where some earlier part's price or quantity is not known. */
  readonly soFar: Money | null;
  /** Null where one of them is not known. */
  readonly left: Money | null;
  readonly earlier: readonly PlacedService[];
}

/** Parts before the line on the claim, as they were priced; those of other claims on the day, at their list price. */
export function stateOfPanel(base: LineBase, panel: PricedPanel): PanelState {
  const { input, allowedThatDay } = base;
  const day = input.claim.serviceDate;
  const isPart = ({ itemCode }: { readonly itemCode: string }) => panel.parts.includes(itemCode);
  const here = add(zero, ...allowedThatDay.filter(isPart).map(({ priced }) => priced));
  const earlier = believedPast(listPast(input, { from: day, to: day }, isPart));
  const soFar = earlier.reduce<Money | null>((sum, { service }) => {
    const price = pricePerUnit(base, service.itemCode, service.providerId);
    if (sum === null || price === null || service.quantity === null) return null;
    return add(sum, times(price, service.quantity));
  }, here);
  const price = pricePerUnit(base, panel.panel, null);
  const left = price === null || soFar === null ? null : subtract(price, least(price, soFar));
  return { panel, price, soFar, left, earlier };
}

/** What the contract pays of a unit on the day: list, decree and discount; at the claim's provider unless told otherwise. */
function pricePerUnit(
  { pack, input, planCode, orderedAt }: LineBase,
  itemCode: string,
  providerId: string | null,
): Money | null {
  const { serviceDate } = input.claim;
  const where = providerId ?? input.claim.providerId;
  const row = pack.price(where, itemCode, serviceDate, orderedAt);
  const item = pack.item(itemCode);
  if (row === null || item === null) return null;
  const decreed = pack.decree(itemCode, serviceDate, orderedAt)?.unitPrice ?? row.unitPrice;
  const discount = pack.itemTerms(item, planCode).price?.value.discountPercent ?? 0;
  return least(decreed, proportion(row.unitPrice, 100 - discount, 100));
}
