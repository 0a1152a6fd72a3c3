import { type ApprovalUse, leftOf, listUses } from '#domain/adjudication/approval-use.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import type { PastClaim } from '#domain/adjudication/own-use.ts';
import { addDays } from '#domain/dates.ts';
import { known } from '#domain/facts.ts';
import { listClaimsOf } from '#store/claims.ts';
import { listApprovalsOf } from '#store/requests.ts';
import type { OpenVisit } from './open-visit.ts';
import type { Terminal } from './terminal.ts';

/** As many as an event may carry. */
const most = 20;
/** How far back claims may rest on an approval that is still in force. */
const memoryDays = 400;

/**
 * What the centre granted to this member on requests of this terminal, each as old as its answer and with what
 * the terminal's own claims have left of it. Left out where there is none: then nobody was asked.
 */
export function gatherApprovals(
  { store }: Terminal,
  { person, serviceDate }: OpenVisit,
  own: readonly PastClaim[],
): Pick<AdjudicationInput, 'approvals'> {
  const granted = listApprovalsOf(store.reader, person.memberNumber, serviceDate, most);
  if (granted.length === 0) return {};
  const uses = usesOf(own);
  return {
    approvals: granted.map(({ approval, asOf }) => known([leftOf(approval, uses)], 'centre', asOf)),
  };
}

/** What a member's claims here take of approvals. */
export const listOwnUses = ({ clock, store }: Terminal, memberNumber: string) =>
  usesOf(listClaimsOf(store.reader, memberNumber, addDays(clock.today(), -memoryDays)));

const usesOf = (claims: readonly PastClaim[]): readonly ApprovalUse[] =>
  claims.flatMap(({ decision }) => listUses(decision.lines));
