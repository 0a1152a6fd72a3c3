import type { AskedCentre } from '#contracts/agent-views.ts';
import type { Finding } from '#domain/adjudication/decision.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { consultCentre } from './consult-centre.ts';
import { requirePermission } from './permissions.ts';
import type { Terminal } from './terminal.ts';

/**
 * Asks the centre now about the person and the card of the open visit, though it was asked a moment ago, and says what
 * came of it: a person who asked must not have to guess whether anything happened.
 */
export async function askCentre(terminal: Terminal): Promise<Result<AskedCentre, Failure>> {
  const permitted = requirePermission(terminal, 'eligibility');
  if (!permitted.ok) return permitted;
  if (terminal.visit === null) return failWith(failure('visit-absent'));
  terminal.wakeSync();
  const before = verdicts(terminal);
  const isTold = await consultCentre(terminal, 'anew');
  const came = !isTold ? 'no-answer' : verdicts(terminal) === before ? 'same' : 'changed';
  return succeed({ at: terminal.clock.now(), came });
}

/** What the visit's page says of cover and lines: facts that are merely newer change nothing. */
function verdicts({ desk }: Terminal): string {
  const { eligibility, decision } = desk.current.visit ?? {};
  const lines = decision?.lines ?? [];
  return JSON.stringify([
    eligibility?.findings.map(told),
    lines.map(({ findings, amounts }) => [findings.map(told), amounts]),
  ]);
}

const told = ({ check, outcome, reason }: Finding) => [check, outcome, reason];
