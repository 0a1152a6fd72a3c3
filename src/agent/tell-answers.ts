import type { VerdictPage } from '#contracts/verdicts-api.ts';
import { findRequest } from '#store/requests.ts';
import { stateOf } from './show-requests.ts';
import { showVisit } from './show-visit.ts';
import type { Terminal } from './terminal.ts';

/** Shows that the centre has answered a request, and what an approval means for the visit in progress. */
export function tellAnswers(terminal: Terminal, { verdicts }: VerdictPage): void {
  const answered = verdicts.filter(({ answer }) => answer !== undefined);
  const requests = answered.flatMap(
    ({ claimId }) => findRequest(terminal.store.reader, claimId) ?? [],
  );
  const latest = requests.at(-1);
  if (latest === undefined) return;
  const { requestId, requestNumber } = latest;
  terminal.desk.update({ answered: { requestId, requestNumber, state: stateOf(latest) } });
  showVisit(terminal);
}
