import type { ClaimLine } from '#domain/claims.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { changeVisit } from './change-visit.ts';
import { decide } from './open-visit.ts';
import type { Terminal } from './terminal.ts';

/**
 * Records that the member signed to pay what the line's decision leaves to him or her, up to that amount; or
 * that the signature is taken back. Fails with 'nothing-to-sign' where the decision leaves nothing.
 */
export function recordConsent(
  terminal: Terminal,
  lineId: string,
  isSigned: boolean,
): Result<null, Failure> {
  const { user } = terminal.desk.current;
  const line = terminal.visit?.lines.find((each) => each.lineId === lineId);
  const item = line === undefined ? null : terminal.reference.pack.item(line.itemCode);
  return changeVisit(terminal, item, (visit) => {
    if (line === undefined) return failWith(failure('line-unknown', { lineId }));
    const decided = decide(terminal, visit)?.lines.find((each) => each.lineId === lineId);
    const upTo = decided?.ownPart ?? null;
    if (isSigned && (upTo === null || upTo === 0)) return failWith(failure('nothing-to-sign'));
    const { consent: _, ...unsigned } = line;
    const signed: ClaimLine =
      isSigned && upTo !== null && user !== null
        ? { ...line, consent: { upTo, at: terminal.clock.now(), userId: user.userId } }
        : unsigned;
    const lines = visit.lines.map((each) => (each.lineId === lineId ? signed : each));
    return succeed({ visit: { ...visit, lines }, answer: null });
  });
}
