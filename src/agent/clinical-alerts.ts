import type { AlertsView } from '#contracts/visit-views.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import {
  type ClinicalAlert,
  type ClinicalRecord,
  listUnacknowledged,
} from '#domain/clinical/alert.ts';
import {
  type ClinicalInput,
  clinicalInputOf,
  type MedicalRecord,
} from '#domain/clinical/clinical-input.ts';
import { findAlerts } from '#domain/clinical/find-alerts.ts';
import { startOfDay } from '#domain/dates.ts';
import { type Fact, known, unknown } from '#domain/facts.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { isPermitted } from '#domain/roles.ts';
import { listUsers } from '#store/users.ts';
import { gatherInput, type OpenVisit } from './open-visit.ts';
import type { Terminal } from './terminal.ts';

/** The alerts of what the visit claims and orders. */
export const alertsOf = (
  terminal: Terminal,
  visit: OpenVisit,
  input: AdjudicationInput = gatherInput(terminal, visit),
): readonly ClinicalAlert[] =>
  findAlerts(lookedAt(terminal, visit, input), terminal.reference.pack);

/** The alerts with who acknowledged them, to those who may see the medical file; to others that somebody must look. */
export function viewAlerts(
  terminal: Terminal,
  visit: OpenVisit,
  input: AdjudicationInput,
): AlertsView {
  const role = terminal.desk.current.user?.role;
  const alerts = alertsOf(terminal, visit, input);
  const acknowledged = visit.acknowledged ?? [];
  const waiting = listUnacknowledged(alerts, acknowledged).length;
  if (role === undefined || !isPermitted(role, 'medical-file'))
    return { state: 'not-permitted', waiting };
  return { state: 'found', waiting, alerts: showAlerts(terminal, { alerts, acknowledged }) };
}

/** Each alert beside its acknowledgement, with the name of whose it is. */
export function showAlerts(
  { store }: Terminal,
  given: {
    readonly alerts: readonly ClinicalAlert[];
    readonly acknowledged: ClinicalRecord['acknowledgements'];
  },
): Extract<AlertsView, { readonly state: 'found' }>['alerts'] {
  const users = new Map(
    listUsers(store.reader).map(({ userId, nameAr, nameEn }) => [
      userId,
      { ar: nameAr, en: nameEn },
    ]),
  );
  return given.alerts.map((alert) => {
    const one = given.acknowledged.find(({ alertId }) => alertId === alert.alertId);
    const acknowledgement =
      one === undefined ? null : { ...one, userName: users.get(one.userId) ?? null };
    return { ...alert, acknowledgement };
  });
}

/**
 * What is kept with what is saved; null where no medicine is given. Fails with 'alerts-unacknowledged' while
 * somebody who may still has to answer for one.
 */
export function recordAlerts(
  terminal: Terminal,
  visit: OpenVisit,
  input: AdjudicationInput,
): Result<ClinicalRecord | null, Failure> {
  const looked = lookedAt(terminal, visit, input);
  const { pack } = terminal.reference;
  const alerts = findAlerts(looked, pack);
  const acknowledged = visit.acknowledged ?? [];
  const waiting = listUnacknowledged(alerts, acknowledged);
  if (waiting.length > 0)
    return failWith(failure('alerts-unacknowledged', { alerts: waiting.length }));
  const isMedicine = looked.claim.lines.some(
    ({ itemCode }) => pack.item(itemCode)?.kind === 'medicine',
  );
  if (!isMedicine) return succeed(null);
  const ids = new Set(alerts.map(({ alertId }) => alertId));
  const acknowledgements = acknowledged.filter(({ alertId }) => ids.has(alertId));
  return succeed({ input: looked, alerts, acknowledgements });
}

const lookedAt = (terminal: Terminal, visit: OpenVisit, input: AdjudicationInput): ClinicalInput =>
  clinicalInputOf(input, recordOnCard(terminal, visit), visit.ordered);

/** What the person's own card says that a medicine may meet; as old as the day on which it was written. */
function recordOnCard(
  { reference, clock }: Terminal,
  { med }: OpenVisit,
): Fact<MedicalRecord | null> {
  if (med.state === 'reading') return unknown('not-present', 'card');
  if (med.state === 'unknown') return unknown(med.why, 'card');
  if (med.reading === null) return known(null, 'card', clock.now());
  const { isVerified } = med.reading;
  const { allergies, standingMedicines, writtenOn } = med.reading.med;
  const medicines = standingMedicines.map(
    (code) => reference.itemsByCardCode.get(code)?.code ?? `CARD-${code}`,
  );
  return known({ allergies, medicines, isVerified }, 'card', startOfDay(writtenOn));
}
