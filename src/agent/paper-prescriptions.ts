import { paperIdOf } from '#domain/adjudication/prescriptions.ts';
import { isSameMedicine } from '#domain/adjudication/substitution.ts';
import type { CalendarDate } from '#domain/dates.ts';
import { type Failure, failure } from '#domain/failures.ts';
import type { Prescription } from '#domain/prescriptions.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { changeVisit } from './change-visit.ts';
import type { Terminal } from './terminal.ts';

/** What stands on the paper that a patient holds, for one line of the visit. */
export interface PaperWish {
  readonly lineId: string;
  readonly prescriberName: string;
  readonly licence: string;
  readonly on: CalendarDate;
  /** Base units, all fillings together. */
  readonly quantity: number;
}

/**
 * Enters a prescription on paper for a line's medicine; the same prescriber and day are the same paper, and what
 * was entered of the medicine before no longer counts.
 */
export function enterPaper(terminal: Terminal, wish: PaperWish): Result<null, Failure> {
  const { pack } = terminal.reference;
  const { lineId, licence, on, prescriberName, quantity } = wish;
  const itemCode = terminal.visit?.lines.find((line) => line.lineId === lineId)?.itemCode;
  const item = itemCode === undefined ? null : pack.item(itemCode);
  return changeVisit(terminal, item, (visit) => {
    if (item === null) return failWith(failure('line-unknown', { lineId }));
    const prescriptionId = paperIdOf(licence, on);
    const others = without(terminal, visit.papers, item.code);
    const same = others.find((paper) => paper.prescriptionId === prescriptionId);
    const paper: Prescription = {
      ...{ prescriptionId, on, prescriberName, prescriberLicence: licence },
      ...{ validDays: null, diagnoses: [] },
      lines: [...(same?.lines ?? []), { itemCode: item.code, quantity, filled: 0 }],
    };
    const papers = [...others.filter((other) => other !== same), paper];
    return succeed({ visit: { ...visit, papers }, answer: null });
  });
}

/** Takes back what was entered of a paper. */
export const dropPaper = (terminal: Terminal, prescriptionId: string): Result<null, Failure> =>
  changeVisit(terminal, null, (visit) => {
    const papers = visit.papers.filter((paper) => paper.prescriptionId !== prescriptionId);
    return succeed({ visit: { ...visit, papers }, answer: null });
  });

/** The papers without this medicine; one that ordered nothing else is gone. */
const without = (
  { reference: { pack } }: Terminal,
  papers: readonly Prescription[],
  itemCode: string,
): Prescription[] =>
  papers
    .map((paper) => ({
      ...paper,
      lines: paper.lines.filter(
        (line) =>
          !isSameMedicine(line.itemCode, pack.item(line.itemCode), itemCode, pack.item(itemCode)),
      ),
    }))
    .filter(({ lines }) => lines.length > 0);
