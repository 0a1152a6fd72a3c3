import type {
  OpenPrescriptionLine,
  OpenPrescriptions,
  OpenPrescriptionView,
  OrderView,
  PaperView,
} from '#contracts/prescription-views.ts';
import { lastDayOf } from '#domain/adjudication/prescriptions.ts';
import { addDays } from '#domain/dates.ts';
import { isPermitted } from '#domain/roles.ts';
import { findMember } from '#store/reference.ts';
import { listOpenLines, type OpenLine } from './open-lines.ts';
import type { OpenVisit } from './open-visit.ts';
import { totalOf } from './prescription-facts.ts';
import { previewPrescription, validDaysOf } from './preview-prescription.ts';
import type { Terminal } from './terminal.ts';

/** The card's open prescriptions, for those who dispense or prescribe. */
export function viewPrescriptions(terminal: Terminal, visit: OpenVisit): OpenPrescriptions {
  const role = terminal.desk.current.user?.role;
  const mayLook =
    role !== undefined && (isPermitted(role, 'dispense') || isPermitted(role, 'prescribe'));
  if (!mayLook) return { state: 'not-permitted' };
  if (visit.prescriptions.state !== 'read') return visit.prescriptions;
  const open = listOpenLines(terminal, visit);
  const each = new Set(open.map(({ prescription }) => prescription));
  return {
    state: 'read',
    doubt: visit.prescriptions.reading.doubt,
    prescriptions: [...each].map((prescription) =>
      viewPrescription(
        terminal,
        visit,
        open.filter((line) => line.prescription === prescription),
        prescription,
      ),
    ),
  };
}

/** What is ordered in this visit, each medicine decided as if it were dispensed today. */
export function viewOrder(terminal: Terminal, visit: OpenVisit): OrderView | null {
  if (visit.ordered.length === 0) return null;
  const decision = previewPrescription(terminal, visit);
  return {
    until: addDays(visit.serviceDate, validDaysOf(visit.ordered)),
    medicines: visit.ordered.flatMap((medicine) => {
      const item = terminal.reference.pack.item(medicine.itemCode);
      const decided = decision?.lines.find(({ lineId }) => lineId === medicine.lineId) ?? null;
      return item === null ? [] : [{ medicine, item, decided }];
    }),
  };
}

/** What was entered from paper. */
export const viewPapers = (
  { reference: { pack } }: Terminal,
  { papers }: OpenVisit,
): readonly PaperView[] =>
  papers.map(({ lines, on, prescriberLicence, prescriberName, prescriptionId }) => ({
    ...{ prescriptionId, on, prescriberName: prescriberName ?? '' },
    licence: prescriberLicence ?? '',
    lines: lines.flatMap(({ itemCode, quantity }) => {
      const item = pack.item(itemCode);
      return item === null ? [] : [{ item, quantity }];
    }),
  }));

function viewPrescription(
  { reference: { pack }, store }: Terminal,
  { person }: OpenVisit,
  lines: readonly OpenLine[],
  { prescriptionId, on, licence, providerId, isVerified, diagnoses }: OpenLine['prescription'],
): OpenPrescriptionView {
  const planCode = findMember(store.reader, person.memberNumber)?.membership?.planCode ?? null;
  return {
    ...{ prescriptionId, on, licence, isVerified },
    providerName: providerId === null ? null : (pack.provider(providerId)?.name ?? null),
    diagnoses: diagnoses.map((code) => ({
      code,
      name: pack.diagnosisName(code) ?? { ar: code, en: code },
    })),
    lines: lines.map(({ item, ordered, prescription }): OpenPrescriptionLine => {
      const { dose, filled, timesPerDay } = ordered;
      const total = totalOf(ordered);
      return {
        ...{ item, dose, timesPerDay, filled, ordered: total },
        left: filled === null ? null : Math.max(0, total - filled),
        until: lastDayOf(prescription, pack.itemTerms(item, planCode)),
      };
    }),
  };
}
