import type { Approval } from '../approvals.ts';
import type { ClaimLine } from '../claims.ts';
import { isWithin } from '../dates.ts';
import type { AllowedLine } from './check.ts';
import { type AdjudicationInput, historyKey, newbornKey } from './input.ts';

/**
 * The approvals of whoever is served: a newborn does not rest on its mother's, whose number it bears, nor she on
 * the newborn's.
 */
export function listPersonsApprovals(input: AdjudicationInput): readonly Approval[] {
  if (input.approvals === undefined) return [];
  const whose = historyKey(input);
  return input.approvals
    .flatMap((fact) => (fact.known ? fact.value : []))
    .filter(({ bornOn, memberNumber }) => newbornKey(memberNumber, bornOn) === whose);
}

/** The person's approvals for the line's item, or the one that the line names. */
export const listApprovals = (input: AdjudicationInput, line: ClaimLine): readonly Approval[] =>
  listPersonsApprovals(input).filter(
    ({ approvalId, itemCode }) =>
      itemCode === line.itemCode &&
      (line.approvalId === undefined || line.approvalId === approvalId),
  );

/** The approval on which the line rests: for this provider and day, one that is not used up before others. */
export function findApproval(
  input: AdjudicationInput,
  line: ClaimLine,
  allowedBefore: readonly AllowedLine[],
): Approval | null {
  if (input.approvals === undefined) return null;
  const { providerId, serviceDate } = input.claim;
  const valid = listApprovals(input, line).filter(
    (one) =>
      (one.providerId === null || one.providerId === providerId) &&
      isWithin(serviceDate, one.period),
  );
  const unused = valid.find((one) => {
    const left = quantityLeft(one, allowedBefore);
    return left === null || left > 0;
  });
  return unused ?? valid[0] ?? null;
}

/** Base units that are left of it after the claim's earlier lines; null: without a limit. */
export function quantityLeft(
  { approvalId, quantity }: Approval,
  allowedBefore: readonly AllowedLine[],
): number | null {
  if (quantity === null) return null;
  return allowedBefore
    .filter((line) => line.restsOn === approvalId)
    .reduce((left, line) => left - line.quantity, quantity);
}

/** Minor units that are left of it after the claim's earlier lines; null: without a limit. */
export function amountLeft(
  { approvalId, amount }: Approval,
  allowedBefore: readonly AllowedLine[],
): number | null {
  if (amount === null) return null;
  return allowedBefore
    .filter((line) => line.restsOn === approvalId)
    .reduce<number>((left, line) => left - line.payable, amount);
}
