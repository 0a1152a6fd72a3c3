import type { InsteadView } from '#contracts/visit-views.ts';
import { isAllowed } from '#domain/adjudication/amounts.ts';
import {
  findNotExchangeable,
  findSubstitute,
  putInstead,
} from '#domain/adjudication/find-substitute.ts';
import type { Item } from '#domain/adjudication/rule-pack.ts';
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

/** What is not given in the place of a line that is not approved whole, for a narrow therapeutic index. */
export function findKeptApart(terminal: Terminal, lineId: string): Result<Item | null, Failure> {
  const permitted = requirePermission(terminal, 'dispense');
  if (!permitted.ok) return permitted;
  const line = terminal.visit?.lines.find((one) => one.lineId === lineId);
  const outcome = shownLine(terminal, lineId)?.outcome ?? 'approved';
  if (line === undefined || outcome === 'approved') return succeed(null);
  return succeed(findNotExchangeable(terminal.reference.pack, line.itemCode));
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
  const { reference, visit } = terminal;
  if (visit === null) return null;
  const found = findSubstitute(gatherInput(terminal, visit), reference.pack, lineId);
  const shown = shownLine(terminal, lineId);
  if (found === null || shown === undefined) return null;
  if (!isAllowed(shown.outcome)) return { ...found, saved: null };
  const { memberShare, memberPrivate } = shown.amounts;
  const pays = add(memberShare, memberPrivate);
  return found.patientPays < pays ? { ...found, saved: subtract(pays, found.patientPays) } : null;
}

/** The line as it stands decided on the screen. */
const shownLine = ({ desk }: Terminal, lineId: string) =>
  desk.current.visit?.decision?.lines.find((line) => line.lineId === lineId);
