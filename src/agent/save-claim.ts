import { medVersionOf } from '#card/read-med.ts';
import type { CardWriteView, SavedClaim } from '#contracts/agent-views.ts';
import type { ClaimBody } from '#contracts/events/claim.ts';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import type { Decision } from '#domain/adjudication/decision.ts';
import { type AdjudicationInput, historyKey } from '#domain/adjudication/input.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { listWritesOf, recordCardWrites } from '#store/card-journal.ts';
import { nextReceiptNumber, recordClaim, recordSupplies } from '#store/claims.ts';
import { makeSearchable } from '#store/find-claims.ts';
import { clearOpenVisit } from '#store/open-visit.ts';
import { itemTexts } from './make-claims-searchable.ts';
import { gatherInput, type OpenVisit } from './open-visit.ts';
import { requirePermission } from './permissions.ts';
import { planCardWrites } from './plan-card-writes.ts';
import { recordEvent } from './record-event.ts';
import { showVisit } from './show-visit.ts';
import { suppliesOf } from './supplies-of.ts';
import type { Terminal } from './terminal.ts';
import { writeCard } from './write-card.ts';

/**
 * Decides the visit a last time and saves it: event, claim, supplies and receipt number in one transaction.
 * What it returns is durable (SYNC invariant 1); only then does the window say "saved".
 */
export function saveClaim(terminal: Terminal): Result<SavedClaim, Failure> {
  const ready = readyVisit(terminal);
  if (!ready.ok) return ready;
  const visit = ready.value;
  const input = gatherInput(terminal, visit);
  const decision = adjudicate(input, terminal.reference.pack);
  if (differs(decision, terminal.desk.current.visit?.decision ?? null)) {
    // Midnight or fresh data changed the verdict under the reader's eyes: show it before saving it.
    showVisit(terminal);
    return failWith(failure('decision-changed'));
  }
  const saved = commitClaim(terminal, visit, input, decision);
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
  return visit.lines.length === 0 ? failWith(failure('visit-empty')) : succeed(visit);
}

function commitClaim(
  terminal: Terminal,
  visit: OpenVisit,
  input: AdjudicationInput,
  decision: Decision,
): Result<SavedClaim, Failure> {
  const { claimId, eventId, person } = visit;
  const savedAt = terminal.clock.now();
  const written = { input, decision, eventId, savedAt };
  const plan =
    visit.ledgerState === null
      ? null
      : planCardWrites(
          terminal,
          visit.ledgerState,
          { ...visit, medVersion: medVersionOf(visit.med) },
          written,
        );
  const saved = terminal.store.commit((db): SavedClaim => {
    const receiptNumber = nextReceiptNumber(db, terminal.clock.today());
    const body: ClaimBody = { input, decision, receiptNumber };
    recordEvent(terminal, db, { eventId, type: 'claim', body });
    recordClaim(db, {
      claimId,
      eventId,
      receiptNumber,
      savedAt,
      member: {
        memberNumber: person.memberNumber,
        nameAr: person.nameAr,
        nameLatin: person.nameLatin,
      },
      serviceDate: visit.serviceDate,
      decision,
      input,
    });
    recordSupplies(
      db,
      claimId,
      historyKey(visit) ?? person.memberNumber,
      suppliesOf(terminal, input.claim, decision.lines),
      savedAt,
    );
    makeSearchable(db, claimId, itemTexts(terminal, input.claim));
    recordCardWrites(db, plan?.writes ?? []);
    clearOpenVisit(db);
    return { claimId, receiptNumber, savedAt };
  });
  // What is signed next for the card that is in follows these records.
  const { card } = terminal;
  if (saved.ok && plan !== null && card?.cardNumber === visit.card.cardNumber)
    card.ledger = plan.ledger;
  return saved;
}

/** The claim is safe; what it means for the card's history follows, or waits for the card to come back. */
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
