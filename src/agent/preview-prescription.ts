import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { checks } from '#domain/adjudication/checks/index.ts';
import type { Decision } from '#domain/adjudication/decision.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import type { ClaimLine } from '#domain/claims.ts';
import { known } from '#domain/facts.ts';
import type { OrderedMedicine, Prescription } from '#domain/prescriptions.ts';
import { listCourseUse } from './ceiling-use.ts';
import { listOwnClaims } from './gather-facts.ts';
import { gatherInput, type OpenVisit } from './open-visit.ts';
import type { Terminal } from './terminal.ts';

/** What a pharmacy would be told today if it dispensed what is ordered; null while nothing is. */
export function previewPrescription(terminal: Terminal, visit: OpenVisit): Decision | null {
  if (visit.ordered.length === 0) return null;
  const input = gatherInput(terminal, visit);
  const draft: Prescription = {
    prescriptionId: draftId,
    on: visit.serviceDate,
    validDays: validDaysOf(visit.ordered),
    prescriberLicence: draftId,
    diagnoses: visit.diagnoses,
    lines: visit.ordered.map(({ itemCode, quantity, refills }) => ({
      ...{ itemCode, quantity: quantity * (1 + refills), filled: 0 },
    })),
  };
  const dispensed: AdjudicationInput = {
    ...input,
    claim: { ...input.claim, lines: visit.ordered.map(toLine) },
    prescriptions: [known([draft], 'card', input.decidedAt)],
  };
  const use = listCourseUse(terminal, listOwnClaims(terminal, visit), dispensed);
  const counted = { ...dispensed, usage: [...(dispensed.usage ?? []), ...use] };
  return adjudicate(counted, terminal.reference.pack, elsewhere);
}

/** How long a pharmacy may fill it: through all its refills, a month at least, within what the card can state. */
export const validDaysOf = (ordered: readonly OrderedMedicine[]): number =>
  Math.min(mostDays, Math.max(30, ...ordered.map(({ days, refills }) => days * (1 + refills))));

const mostDays = 255;
const draftId = 'draft';

/** Which pharmacy it will be, at which price, and how long that was without a connection, nobody knows yet. */
const ofTheProvider = ['provider-entitled', 'price', 'offline-limits'];
const elsewhere = checks.filter(({ id }) => !ofTheProvider.includes(id));

const toLine = ({ lineId, itemCode, quantity, days }: OrderedMedicine): ClaimLine => ({
  ...{ lineId, itemCode, quantity, daysSupply: days, unitPrice: null, prescriptionId: draftId },
});
