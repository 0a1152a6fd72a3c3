import { lineCheck, nothingAsked, pass, reduce, refer } from '../check.ts';
import type { FactUsed } from '../evidence.ts';
import { aName, anAmount, aRate, fromOperator, fromPack } from '../shown.ts';
import { dueTaxOf, excessOf, taxOn } from '../tax/due-tax.ts';

/**
 * Holds a stated tax to what is due by the contract's rate on the service date; equality passes, and what lies
 * above is the provider's to bear; of a line without a price nobody knows what is due. Without a rate on that day
 * it refers, whatever the pack's modes: no amount rests on a guess.
 */
export const tax = lineCheck({
  id: 'tax',
  requirements: ['M9'],
  reasons: ['tax-above-due', 'tax-rate-unknown'],
  alwaysEnforced: true,
  // Of every item: a tax may be stated where the contract has none.
  asks: ({ terms }) => ({ clause: terms?.tax?.clause ?? null }),
  run(context, { clause }) {
    const due = dueTaxOf(context);
    if (due === null) return nothingAsked;
    const { rule, perTenThousand, asked } = due;
    const rate = perTenThousand === null ? null : aRate(perTenThousand);
    const terms: readonly FactUsed[] =
      rule === null ? [] : [fromPack('tax', aName(rule.name)), fromPack('tax-rate', rate)];
    const told = asked === null ? [] : [fromOperator(context.input, 'asked-tax', anAmount(asked))];
    const known = { facts: [...terms, ...told], clause };
    if (rate === null) {
      const shown = rule === null ? {} : { tax: aName(rule.name) };
      return refer('tax-rate-unknown', { ...known, shown });
    }
    const before = context.money?.tax?.before.claimed ?? null;
    if (asked === null || before === null || excessOf(due, before) === 0) return pass(known);
    const onClaimed = anAmount(taxOn(due, before));
    return reduce('tax-above-due', 'provider', {
      shown: { asked: anAmount(asked), due: onClaimed },
      facts: [...terms, fromPack('due-tax', onClaimed), ...told],
      clause,
      nearest: { kind: 'request-approval' },
    });
  },
});
