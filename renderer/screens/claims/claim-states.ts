import type { ClaimState, ClaimSummary } from '#contracts/claim-views.ts';
import type { Text } from '#contracts/messages/language.ts';
import { claimsTexts } from '#contracts/messages/screens-claims.ts';
import { decisionTexts } from '#contracts/messages/screens-decision.ts';
import type { LineOutcome } from '#domain/adjudication/decision.ts';
import { claimOutcome } from '../lines/summary.tsx';

/** Colour and shape of the centre's verdict; null while it has none. */
export const centresOutcome: Readonly<Record<ClaimState, LineOutcome | null>> = {
  queued: null,
  sent: null,
  accepted: 'approved',
  adjusted: 'reduced',
  rejected: 'declined',
  pended: 'referred',
  'partly-reversed': 'reduced',
  reversed: 'declined',
};

const ownTexts: Readonly<Record<LineOutcome, Text>> = {
  approved: decisionTexts.ownApproved,
  reduced: decisionTexts.ownReduced,
  referred: decisionTexts.ownReferred,
  declined: decisionTexts.ownDeclined,
};

/** How a claim's verdict is shown: the centre's, or, dashed, this terminal's own until then. */
export function verdictOf({ state, outcome }: Pick<ClaimSummary, 'state' | 'outcome'>) {
  const centres = centresOutcome[state];
  const own = claimOutcome[outcome];
  return centres === null
    ? { outcome: own, text: ownTexts[own], isOwn: true }
    : { outcome: centres, text: claimsTexts[state], isOwn: false };
}
