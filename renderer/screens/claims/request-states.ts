import type { RequestState, RequestView } from '#contracts/claim-views.ts';
import { requestStateTexts } from '#contracts/messages/screens-requests.ts';
import type { LineOutcome } from '#domain/adjudication/decision.ts';

const outcomes: Readonly<Record<RequestState, LineOutcome>> = {
  queued: 'referred',
  sent: 'referred',
  'in-review': 'referred',
  approved: 'approved',
  'approved-in-part': 'reduced',
  refused: 'declined',
};

/** How a request is shown: dashed until the centre has it. */
export const standingOf = ({ state }: Pick<RequestView, 'state'>) => ({
  outcome: outcomes[state],
  text: requestStateTexts[state],
  isOwn: state === 'queued' || state === 'sent',
});
