import { isAllowed } from '#domain/adjudication/amounts.ts';
import type { PastClaim } from '#domain/adjudication/own-use.ts';
import { isSameMedicine } from '#domain/adjudication/substitution.ts';
import type { Instant } from '#domain/dates.ts';
import { type Fact, known } from '#domain/facts.ts';
import type { PrescribedLine, Prescription } from '#domain/prescriptions.ts';
import type { OpenVisit } from './open-visit.ts';
import type { Terminal } from './terminal.ts';

/** What was entered from paper, as the engine takes it, with what this terminal dispensed on the same papers before. */
export function paperFacts(
  terminal: Terminal,
  { papers }: Pick<OpenVisit, 'papers'>,
  own: readonly PastClaim[],
  asOf: Instant,
): readonly Fact<readonly Prescription[]>[] {
  if (papers.length === 0) return [];
  const counted = papers.map((paper) => ({
    ...paper,
    lines: paper.lines.map(
      (line): PrescribedLine => ({ ...line, filled: filledHere(terminal, paper, line, own) }),
    ),
  }));
  return [known(counted, 'operator', asOf)];
}

const filledHere = (
  { reference: { pack } }: Terminal,
  { prescriptionId }: Prescription,
  { itemCode }: PrescribedLine,
  own: readonly PastClaim[],
): number =>
  own
    .flatMap(({ input, decision }) =>
      input.claim.lines.flatMap((line) => {
        const isThis = line.prescriptionId === prescriptionId;
        const [one, other] = [pack.item(line.itemCode), pack.item(itemCode)];
        const decided = decision.lines.find(({ lineId }) => lineId === line.lineId);
        return isThis && decided !== undefined && isAllowed(decided.outcome)
          ? isSameMedicine(line.itemCode, one, itemCode, other)
            ? [decided.allowedQuantity]
            : []
          : [];
      }),
    )
    .reduce((sum, quantity) => sum + quantity, 0);
