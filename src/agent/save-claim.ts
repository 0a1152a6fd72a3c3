import { medVersionOf } from '#card/read-med.ts';
import type { SavedClaim } from '#contracts/claim-views.ts';
import type { ClaimBody } from '#contracts/events/claim.ts';
import type { CardWriteView } from '#contracts/visit-views.ts';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import type { Decision } from '#domain/adjudication/decision.ts';
import { type AdjudicationInput, historyKey } from '#domain/adjudication/input.ts';
import type { ClinicalRecord } from '#domain/clinical/alert.ts';
import type { Instant } from '#domain/dates.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { listWritesOf, recordCardWrites } from '#store/card-journal.ts';
import { recordClaim, recordSupplies } from '#store/claims.ts';
import { nextReceiptNumber } from '#store/day-numbers.ts';
import { makeSearchable } from '#store/find-claims.ts';
import type { Writer } from '#store/open-store.ts';
import { clearOpenVisit } from '#store/open-visit.ts';
import { recordAlerts } from './clinical-alerts.ts';
import { fillsAsRead } from './line-fills.ts';
import { itemTexts } from './make-claims-searchable.ts';
import { gatherInput, type OpenVisit } from './open-visit.ts';
import { orderPrescription, type PlannedPrescription } from './order-prescription.ts';
import { requirePermission } from './permissions.ts';
import { type PlannedWrites, planCardWrites } from './plan-card-writes.ts';
import { recordEvent } from './record-event.ts';
import { showVisit } from './show-visit.ts';
import { suppliesOf } from './supplies-of.ts';
import type { Terminal } from './terminal.ts';
import { writeCard } from './write-card.ts';

/**
 * Decides the visit a last time and saves it: claim, supplies, receipt number, prescription, their events and what
 * the card is to hold of them in one transaction.
 * What it returns is durable (SYNC invariant 1); only then does the window say "saved".
 */
export function saveClaim(terminal: Terminal): Result<SavedClaim, Failure> {
  const ready = readyVisit(terminal);
  if (!ready.ok) return ready;
  const visit = ready.value;
  const input = gatherInput(terminal, visit);
  const claim = visit.lines.length === 0 ? null : decideClaim(terminal, input);
  const shown = terminal.desk.current.visit?.decision ?? null;
  if (claim !== null && differs(claim.decision, shown)) {
    // Midnight or fresh data changed the verdict under the reader's eyes: show it before saving it.
    showVisit(terminal);
    return failWith(failure('decision-changed'));
  }
  const clinical = recordAlerts(terminal, visit, input);
  if (!clinical.ok) {
    // What was read or entered meanwhile may have brought an alert that nobody has seen yet.
    showVisit(terminal);
    return clinical;
  }
  const saved = commitVisit(terminal, visit, claim, clinical.value);
  if (!saved.ok) return saved;
  terminal.visit = null;
  tellOfCard(terminal, saved.value.claimId);
  showVisit(terminal);
  terminal.wakeSync();
  terminal.reader.leaveCard(visit.card.cardNumber);
  return saved;
}

function readyVisit(terminal: Terminal): Result<OpenVisit, Failure> {
  const permitted = requirePermission(terminal, 'visit', 'dispense');
  if (!permitted.ok) return permitted;
  const { visit } = terminal;
  if (visit === null) return failWith(failure('visit-absent'));
  if (visit.holder === 'refused') return failWith(failure('visit-stopped'));
  if (visit.holder === 'not-yet') return failWith(failure('visit-unconfirmed'));
  const isEmpty = visit.lines.length === 0 && visit.ordered.length === 0;
  return isEmpty ? failWith(failure('visit-empty')) : succeed(visit);
}

interface DecidedClaim {
  readonly input: AdjudicationInput;
  readonly decision: Decision;
}

const decideClaim = ({ reference }: Terminal, input: AdjudicationInput): DecidedClaim => ({
  input,
  decision: adjudicate(input, reference.pack),
});

function commitVisit(
  terminal: Terminal,
  visit: OpenVisit,
  claim: DecidedClaim | null,
  clinical: ClinicalRecord | null,
): Result<SavedClaim, Failure> {
  const savedAt = terminal.clock.now();
  const episode = claim === null ? null : (claim.input.claim.episode ?? visit.claimId);
  const planned = orderPrescription(terminal, visit, { episode, clinical }, savedAt);
  if (!planned.ok) return planned;
  const order = planned.value;
  const plan = claim === null ? null : planClaim(terminal, visit, claim, order, savedAt);
  const saved = terminal.store.commit((db): SavedClaim => {
    if (order !== null) {
      const { eventId, body } = order;
      recordEvent(terminal, db, { eventId, type: 'prescription', body });
      recordCardWrites(db, order.plan.writes);
    }
    const receiptNumber =
      claim === null ? null : keepClaim(terminal, db, visit, { ...claim, clinical }, savedAt);
    recordCardWrites(db, plan?.writes ?? []);
    clearOpenVisit(db);
    const prescriptionId = order?.body.prescriptionId ?? null;
    return { claimId: visit.claimId, receiptNumber, prescriptionId, savedAt };
  });
  // What is signed next for the card that is in follows these records.
  const { card } = terminal;
  const ledger = plan?.ledger ?? order?.plan.ledger ?? null;
  if (saved.ok && ledger !== null && card?.cardNumber === visit.card.cardNumber)
    card.ledger = ledger;
  return saved;
}

/** The claim follows the prescription onto the card: one session takes both. */
function planClaim(
  terminal: Terminal,
  visit: OpenVisit,
  { input, decision }: DecidedClaim,
  order: PlannedPrescription | null,
  savedAt: Instant,
): PlannedWrites | null {
  const ledger = order?.plan.ledger ?? visit.ledgerState;
  if (ledger === null) return null;
  const { headVersion, prescriptions, eventId } = visit;
  const recordsBefore = order?.plan.writes.length ?? 0;
  const fillsOf = fillsAsRead(terminal, input, prescriptions);
  return planCardWrites(
    terminal,
    { ledger, headVersion, medVersion: medVersionOf(visit.med), recordsBefore, fillsOf },
    { input, decision, eventId, savedAt },
  );
}

/** Event, claim and supplies, inside the caller's commit; the receipt number. */
function keepClaim(
  terminal: Terminal,
  db: Writer,
  visit: OpenVisit,
  { input, decision, clinical }: DecidedClaim & { readonly clinical: ClinicalRecord | null },
  savedAt: Instant,
): string {
  const { claimId, eventId, person, serviceDate } = visit;
  const { memberNumber, nameAr, nameLatin } = person;
  const receiptNumber = nextReceiptNumber(db, terminal.clock.today());
  const body: ClaimBody = {
    ...{ input, decision, receiptNumber },
    ...(clinical === null ? {} : { clinical }),
  };
  recordEvent(terminal, db, { eventId, type: 'claim', body });
  const member = { memberNumber, nameAr, nameLatin };
  const key = { claimId, eventId, receiptNumber, savedAt, member, serviceDate };
  recordClaim(db, { ...key, decision, input });
  const supplies = suppliesOf(terminal, input.claim, decision.lines);
  recordSupplies(db, claimId, historyKey(visit) ?? memberNumber, supplies, savedAt);
  makeSearchable(db, claimId, itemTexts(terminal, input.claim));
  return receiptNumber;
}

/** The visit is safe; what it means for the card's history follows, or waits for the card to come back. */
function tellOfCard(terminal: Terminal, claimId: string): void {
  const { card, store } = terminal;
  const [first] = listWritesOf(store.reader, claimId);
  const isIn = first !== undefined && card?.cardNumber === first.cardNumber;
  if (isIn) void writeCard(terminal, card);
  else terminal.desk.update({ cardWrite: first === undefined ? null : waitingFor(claimId) });
}

const waitingFor = (claimId: string): CardWriteView => ({
  state: 'waiting',
  claimId,
  failure: failure('card-removed'),
});

/** Whether what would be saved is not what was shown: outcomes or money. */
function differs(decided: Decision, shown: Decision | null): boolean {
  const essence = (decision: Decision) =>
    JSON.stringify([
      decision.outcome,
      decision.totals,
      decision.lines.map(({ lineId, outcome, amounts }) => [lineId, outcome, amounts]),
    ]);
  return shown === null || essence(decided) !== essence(shown);
}
