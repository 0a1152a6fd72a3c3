import { planPrescription, prescriptionIdOf } from '#card/plan-prescription.ts';
import { isDiagnosisForCard } from '#card/profile/prescription-record.ts';
import { specialtyCode } from '#card/profile/specialties.ts';
import type { PrescriptionBody } from '#contracts/events/prescription.ts';
import { shortEpisode } from '#domain/adjudication/episodes.ts';
import type { ClinicalRecord } from '#domain/clinical/alert.ts';
import type { Instant } from '#domain/dates.ts';
import type { Failure } from '#domain/failures.ts';
import { type Result, succeed } from '#domain/result.ts';
import { countCardWrites } from '#store/card-journal.ts';
import type { OpenVisit } from './open-visit.ts';
import type { PlannedWrites } from './plan-card-writes.ts';
import { findPrescriber } from './prescriber.ts';
import { validDaysOf } from './preview-prescription.ts';
import type { Terminal } from './terminal.ts';
import { uuidV7 } from './uuid-v7.ts';

/** A prescription ready to be saved: its event, and the records by which it enters the card's ledger. */
export interface PlannedPrescription {
  readonly eventId: string;
  readonly body: PrescriptionBody;
  readonly plan: PlannedWrites;
}

/** What goes with an order: the episode in which it is given, and its clinical alerts; null without either. */
export interface OrderContext {
  readonly episode: string | null;
  readonly clinical: ClinicalRecord | null;
}

/**
 * What the visit orders, signed for its card; null where it orders nothing. It bears the number of the episode in
 * which it was ordered; null where no claim is saved with it.
 */
export function orderPrescription(
  terminal: Terminal,
  visit: OpenVisit,
  { episode, clinical }: OrderContext,
  savedAt: Instant,
): Result<PlannedPrescription | null, Failure> {
  const { claimId, ledgerState, ordered } = visit;
  if (ordered.length === 0) return succeed(null);
  const prescriber = findPrescriber(terminal, visit);
  if (!prescriber.ok) return prescriber;
  const writer = terminal.credentials();
  if (writer === null || ledgerState === null) throw new Error('a prescriber writes to a card');
  const validDays = validDaysOf(ordered);
  const diagnoses = visit.diagnoses.filter(isDiagnosisForCard).slice(0, 3);
  const { licence, specialty } = prescriber.value;
  const planned = planPrescription(ledgerState, {
    ...{ at: savedAt, writer, headVersion: visit.headVersion, medVersion: 0 },
    terminalCounter: countCardWrites(terminal.store.reader) + 1,
    ...{ licence, specialty: specialtyCode(specialty), validDays, diagnoses, flags: 0 },
    episode: episode === null ? 0 : shortEpisode(episode),
    lines: ordered.map(({ lineId: _, itemCode, ...line }) => ({
      ...line,
      cardCode: terminal.reference.pack.item(itemCode)?.cardCode ?? 0,
      flags: 0,
    })),
  });
  const eventId = uuidV7(savedAt);
  const { cardNumber } = ledgerState;
  const writes = planned.records.map((bytes, i) => ({
    ...{ cardNumber, seq: ledgerState.seq + 1 + i, claimId, eventId, savedAt, bytes },
  }));
  return succeed({
    eventId,
    plan: { writes, ledger: planned.ledger },
    body: {
      prescriptionId: prescriptionIdOf({ at: savedAt, terminalKeyId: writer.keyId }),
      writtenAt: savedAt,
      serviceDate: visit.serviceDate,
      providerId: terminal.provider.providerId,
      prescriber: prescriber.value,
      memberNumber: visit.person.memberNumber,
      cardNumber,
      claimId: visit.lines.length === 0 ? null : claimId,
      ...{ validDays, diagnoses },
      ...(episode === null ? {} : { episode }),
      lines: ordered.map(({ lineId: _, ...line }) => line),
      ...(clinical === null ? {} : { clinical }),
    },
  });
}
