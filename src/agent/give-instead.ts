import type { InsteadView } from '#contracts/agent-views.ts';
import { isAllowed } from '#domain/adjudication/amounts.ts';
import { findSubstitute, putInstead } from '#domain/adjudication/find-substitute.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { add, subtract } from '#domain/money.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { changeVisit } from './change-visit.ts';
import { gatherInput } from './open-visit.ts';
import { requirePermission } from './permissions.ts';
import type { Terminal } from './terminal.ts';

/** The medicine that is approved in the line's place at the least cost to the patient, where that is better. */
export function findInstead(
  terminal: Terminal,
  lineId: string,
): Result<InsteadView | null, Failure> {
  const permitted = requirePermission(terminal, 'dispense');
  return permitted.ok ? succeed(find(terminal, lineId)) : permitted;
}

/** Puts it there; 'decision-changed' where it is no longer what would be found. */
export function giveInstead(
  terminal: Terminal,
  lineId: string,
  itemCode: string,
): Result<null, Failure> {
  const { pack } = terminal.reference;
  return changeVisit(terminal, pack.item(itemCode), (visit) => {
    const found = find(terminal, lineId);
    if (found?.item.code !== itemCode) return failWith(failure('decision-changed'));
    const lines = visit.lines.map((line) =>
      line.lineId === lineId ? putInstead(line, found.item) : line,
    );
    return succeed({ visit: { ...visit, lines }, answer: null });
  });
}

function find(terminal: Terminal, lineId: string): InsteadView | null {
  const { desk, reference, visit } = terminal;
  if (visit === null) return null;
  const found = findSubstitute(gatherInput(terminal, visit), reference.pack, lineId);
  const shown = desk.current.visit?.decision?.lines.find((line) => line.lineId === lineId);
  if (found === null || shown === undefined) return null;
  if (!isAllowed(shown.outcome)) return { ...found, saved: null };
  const { memberShare, memberPrivate } = shown.amounts;
  const pays = add(memberShare, memberPrivate);
  return found.patientPays < pays ? { ...found, saved: subtract(pays, found.patientPays) } : null;
}
