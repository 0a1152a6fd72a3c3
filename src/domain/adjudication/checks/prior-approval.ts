import type { Approval } from '../../approvals.ts';
import type { Fact } from '../../facts.ts';
import { money } from '../../money.ts';
import { amountLeft, listApprovals, quantityLeft } from '../approvals.ts';
import {
  type LineBase,
  type LineContext,
  lineCheck,
  nothingAsked,
  pass,
  reduce,
  refer,
} from '../check.ts';
import type { FactUsed } from '../evidence.ts';
import { wholeUnits } from '../item-terms.ts';
import { aCode, anAmount, fromOperator, fromPack, itemShown, missing, units } from '../shown.ts';

/**
 * Whether the insurer approved beforehand what the contract pays for only then: an approval for this member,
 * item and provider, on this day, with quantity and amount left. Where more is asked than is left of it, the
 * line is reduced; without one, or where nobody was asked, it refers, and so does a number that was told by
 * telephone, which travels with the claim. It may waive other checks.
 */
export const priorApproval = lineCheck({
  id: 'prior-approval',
  requirements: ['M7'],
  reasons: [
    'approval-needed',
    'approval-not-for-this',
    'approval-unverified',
    'approval-used-up',
    'approval-amount-exceeded',
    'approval-nearly-used',
  ],
  limit: {
    bearer: 'provider',
    units({ approval, allowedBefore, line, item }) {
      const left = approval === null ? null : quantityLeft(approval, allowedBefore);
      return left === null ? null : wholeUnits(line, item, left);
    },
  },
  run(context) {
    const { approval, input, item, line, terms } = context;
    const clause = terms?.approval?.clause ?? null;
    const shown = { item: itemShown(item, line.itemCode) };
    if (approval !== null) return judge(context, approval);
    if (!isNeeded(context)) return nothingAsked;
    const isOther = listApprovals(input, line).length > 0;
    if (line.approvalId !== undefined && !isOther) {
      const told = fromOperator(input, 'approval', aCode(line.approvalId));
      const facts = [told, missing('approval', 'centre')];
      return refer('approval-unverified', { shown, facts, clause });
    }
    const facts = [missing('approval', 'centre')];
    return refer(isOther ? 'approval-not-for-this' : 'approval-needed', { shown, facts, clause });
  },
});

/** What an approval on which the line rests still has left for it. */
function judge(context: LineContext, approval: Approval) {
  const { item, line, terms, allowedBefore } = context;
  const quantity = quantityLeft(approval, allowedBefore);
  const amount = amountLeft(approval, allowedBefore);
  const shown = { item: itemShown(item, line.itemCode) };
  const facts = factsOf(context, approval, quantity, amount);
  const details = { shown, facts, clause: terms?.approval?.clause ?? null };
  const allowed = quantity === null ? line.quantity : wholeUnits(line, item, quantity);
  if (allowed < 1) return refer('approval-used-up', details);
  if (amount !== null && (context.money?.allowed ?? 0) > amount) {
    const exceeded = { ...shown, left: leftShown(amount) };
    return refer('approval-amount-exceeded', { ...details, shown: exceeded });
  }
  if (allowed >= line.quantity) return pass(details);
  return reduce('approval-nearly-used', 'provider', {
    ...details,
    shown: { ...shown, asked: units(line.quantity), left: units(allowed) },
    nearest: { kind: 'quantity', quantity: allowed },
  });
}

/** Whether the contract asks for one: always, or above an amount; an unknown amount is above. */
function isNeeded({ terms, line, price }: LineBase): boolean {
  const term = terms?.approval?.value ?? null;
  if (term === null || !term.isNeeded) return false;
  const unitPrice = line.unitPrice ?? price?.unitPrice ?? null;
  return term.above === null || unitPrice === null || unitPrice * line.quantity > term.above;
}

function factsOf(
  { input, terms }: LineContext,
  { approvalId }: Approval,
  quantity: number | null,
  amount: number | null,
): readonly FactUsed[] {
  const place = input.approvals?.find(
    (fact): fact is Known => fact.known && fact.value.some((one) => one.approvalId === approvalId),
  );
  const from = { source: place?.source ?? 'centre', asOf: place?.asOf ?? null };
  const above = terms?.approval?.value.above ?? null;
  const facts: FactUsed[] = [{ name: 'approval', value: aCode(approvalId), ...from }];
  if (quantity !== null)
    facts.push({ name: 'approval-quantity', value: units(notNegative(quantity)), ...from });
  if (amount !== null) facts.push({ name: 'approval-amount', value: leftShown(amount), ...from });
  if (above !== null) facts.push(fromPack('approval-amount', anAmount(above)));
  return facts;
}

type Known = Extract<Fact<readonly Approval[]>, { known: true }>;

const leftShown = (amount: number) => anAmount(money(notNegative(amount)));

/** Lines that the contract only warned of may have taken more than there was. */
const notNegative = (left: number): number => (left > 0 ? left : 0);
