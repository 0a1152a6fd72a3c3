import type { LineBase } from '../check.ts';
import { lineCheck, pass, reduce, refer } from '../check.ts';
import { payableOf } from '../lower-line.ts';
import { type PanelState, type PricedPanel, panelsOf, stateOfPanel } from '../panels.ts';
import { historyFacts, isHistoryMissing, whereHistoryIs } from '../past-services.ts';
import { anAmount, fromPack, itemShown } from '../shown.ts';

/**
 * Pays for the parts of a panel that are claimed one by one no more than for the panel, whatever their order and
 * on however many claims of the day; what lies above is borne by whom the contract names. Equality passes.
 */
export const panelPrice = lineCheck({
  id: 'panel-price',
  requirements: ['M9', 'M4'],
  reasons: [
    'above-panel-price',
    'above-panel-price-member',
    'panel-price-unknown',
    'panel-history-unknown',
  ],
  asks: ({ pack, item }) => (item === null ? null : panelsOf(pack.pack.serviceGroups, item.code)),
  lowers: (base, panels) =>
    panels.flatMap((panel) => {
      const { left } = stateOfPanel(base, panel);
      return left === null ? [] : [{ most: left, bearer: panel.excess }];
    }),
  run(context, panels) {
    const { input, pack, money } = context;
    const state = panels
      .map((panel) => stateOfPanel(context, panel))
      .reduce((a, b) => (leftOf(b) < leftOf(a) ? b : a));
    const { panel, price, left } = state;
    const name = itemShown(pack.item(panel.panel), panel.panel);
    const details = {
      shown: { panel: name },
      facts: factsOf(context, state),
      clause: panel.clause,
    };
    if (price === null) return refer('panel-price-unknown', details);
    if (left === null || isHistoryMissing(input, input.claim.serviceDate)) {
      const nearest = whereHistoryIs(input.services);
      return refer('panel-history-unknown', { ...details, nearest });
    }
    const payable = money === null ? 0 : payableOf(money.tax?.before ?? money);
    if (payable <= left) return pass(details);
    const shown = { panel: name, price: anAmount(price), left: anAmount(left) };
    if (panel.excess === 'provider') {
      const nearest = { kind: 'request-approval' } as const;
      return reduce('above-panel-price', 'provider', { ...details, shown, nearest });
    }
    const nearest = { kind: 'member-pays' } as const;
    return reduce('above-panel-price-member', 'member', { ...details, shown, nearest });
  },
});

/** Not known comes before everything else. */
const leftOf = ({ left }: PanelState): number => left ?? -1;

function factsOf(
  { input }: LineBase,
  { panel, price, soFar }: { readonly panel: PricedPanel } & PanelState,
) {
  return [
    fromPack('panel-price', price === null ? null : anAmount(price)),
    fromPack('panel-so-far', soFar === null ? null : anAmount(soFar)),
    ...historyFacts(input, ({ itemCode }) => panel.parts.includes(itemCode)),
  ];
}
