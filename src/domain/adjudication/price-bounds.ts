import type { Shown } from '../facts.ts';
import { type Money, proportion } from '../money.ts';
import type { LineBase } from './check.ts';
import { aCode, aName, anAmount } from './shown.ts';

/** What holds the price of a unit beside the list; what is asked above it is the provider's to bear. */
export interface PriceBound {
  readonly step: 'decree-price' | 'discount' | 'percent-of';
  readonly price: Money;
  readonly shown: Readonly<Record<string, Shown>>;
}

const none: readonly PriceBound[] = [];

/** The bounds that the contract and the state set on the line's unit price, in the order in which they are shown. */
export function listBounds(base: LineBase): readonly PriceBound[] {
  const { pack, input, line, price, terms } = base;
  const term = terms?.price?.value ?? null;
  if (term === null && pack.pack.decrees.length === 0) return none;
  const decree = pack.decree(line.itemCode, input.claim.serviceDate, base.orderedAt);
  const bounds: PriceBound[] = [];
  if (decree !== null) bounds.push({ step: 'decree-price', price: decree.unitPrice, shown: {} });
  if (term?.discountPercent != null && price !== null) {
    const percent = { kind: 'percent', value: term.discountPercent } as const;
    const discounted = proportion(price.unitPrice, 100 - term.discountPercent, 100);
    bounds.push({ step: 'discount', price: discounted, shown: { percent } });
  }
  const whole = findWhole(base);
  if (term?.percentOf != null && whole !== null) {
    const { item, percent } = term.percentOf;
    const name = pack.item(item)?.name;
    bounds.push({
      step: 'percent-of',
      price: proportion(whole, percent, 100),
      shown: {
        percent: { kind: 'percent', value: percent },
        other: name === undefined ? aCode(item) : aName(name),
        whole: anAmount(whole),
      },
    });
  }
  return bounds;
}

/** The price allowed for the item of which the line's is a part; null where it was not allowed on the claim. */
export function findWhole({ terms, allowedBefore }: LineBase): Money | null {
  const percentOf = terms?.price?.value.percentOf ?? null;
  if (percentOf === null) return null;
  return allowedBefore.find(({ itemCode }) => itemCode === percentOf.item)?.allowedPrice ?? null;
}
