import type { ClaimCount, ClaimSummary, ClaimView, VoidView } from '#contracts/claim-views.ts';
import { explainDecision } from '#contracts/messages/explain-decision.ts';
import { returnedOf } from '#domain/adjudication/reversal.ts';
import type { ClinicalRecord } from '#domain/clinical/alert.ts';
import type { CalendarDate } from '#domain/dates.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { isPermitted } from '#domain/roles.ts';
import { type CardWrite, listWritesOf } from '#store/card-journal.ts';
import { findClaim } from '#store/claims.ts';
import { findSentAt } from '#store/events.ts';
import { type ClaimQuery, countClaims, findClaims } from '#store/find-claims.ts';
import type { FoundVoid } from '#store/voids.ts';
import { showAlerts } from './clinical-alerts.ts';
import { mayVoid } from './may-void.ts';
import { requirePermission } from './permissions.ts';
import type { Terminal } from './terminal.ts';

/** The newest that answer to the query; a longer list is found by looking closer. */
const listed = 200;

export function showClaims(
  terminal: Terminal,
  query: ClaimQuery,
): Result<readonly ClaimSummary[], Failure> {
  const permitted = requirePermission(terminal, 'claims');
  return permitted.ok ? succeed(findClaims(terminal.store.reader, query, listed)) : permitted;
}

export function tallyClaims(
  terminal: Terminal,
  day: CalendarDate | null,
): Result<readonly ClaimCount[], Failure> {
  const permitted = requirePermission(terminal, 'claims');
  return permitted.ok ? succeed(countClaims(terminal.store.reader, day)) : permitted;
}

/** One claim with its lines named as the reference data name them today. */
export function showClaim(terminal: Terminal, claimId: string): Result<ClaimView, Failure> {
  const permitted = requirePermission(terminal, 'claims');
  if (!permitted.ok) return permitted;
  const claim = findClaim(terminal.store.reader, claimId);
  if (claim === null) return failWith(failure('claim-unknown', { claimId }));
  const { input, voids, clinical, ...view } = claim;
  const taken = voids.map(({ body }) => body);
  const writes = listWritesOf(terminal.store.reader, claimId);
  const { pack, rules } = terminal.reference;
  const names = new Map(rules.diagnoses.map(({ code, name }) => [code, name]));
  const lines = input.claim.lines.flatMap((line) => {
    const item = pack.item(line.itemCode);
    return item === null ? [] : [{ line, item }];
  });
  const named = { items: lines.map(({ item }) => item), clauses: rules.clauses };
  return succeed({
    ...view,
    holder: input.holder,
    insteadOfCard: input.insteadOfCard ?? null,
    proofs: input.proofs ?? null,
    encounter: input.claim.encounter,
    clinician: input.claim.clinician ?? null,
    lines,
    alerts: viewRecorded(terminal, clinical),
    explained: explainDecision(view.decision, input, named),
    diagnoses: input.claim.diagnoses.map((code) => ({
      code,
      name: names.get(code) ?? { ar: code, en: code },
    })),
    voids: voids.map((one) => showVoid(terminal, one, writes)),
    left: input.claim.lines.map((line) => ({
      lineId: line.lineId,
      quantity: line.quantity - returnedOf(line, taken),
    })),
    isVoidable: claim.state !== 'reversed' && mayVoid(terminal, claim),
    onCard: standingOf(writes.filter(({ eventId }) => eventId === claim.record.eventId)),
  });
}

/** What was acknowledged when the claim was saved, to those who may see the medical file. */
function viewRecorded(terminal: Terminal, clinical: ClinicalRecord | null): ClaimView['alerts'] {
  const role = terminal.desk.current.user?.role;
  if (clinical === null || role === undefined || !isPermitted(role, 'medical-file')) return null;
  const { alerts, acknowledgements } = clinical;
  return showAlerts(terminal, { alerts, acknowledged: acknowledgements });
}

function showVoid(
  { store }: Terminal,
  { body, correction, eventId, voidedAt }: FoundVoid,
  writes: readonly CardWrite[],
): VoidView {
  const { lines, reason, refund } = body;
  const own = writes.filter((row) => row.eventId === eventId);
  // Signed by nobody here: the card had it when it came back.
  const standing = own.length === 0 && correction === 'signed' ? 'written' : standingOf(own);
  return {
    ...{ eventId, voidedAt, lines, reason, refund },
    sentAt: findSentAt(store.reader, eventId),
    onCard: correction === 'owed' ? 'waiting' : standing,
  };
}

/** Where a claim's records stand, those that were signed in another's stead aside; null without any. */
function standingOf(writes: readonly CardWrite[]): ClaimView['onCard'] {
  const states = writes.map(({ state }) => state).filter((state) => state !== 'rebuilt');
  if (states.length === 0) return null;
  if (states.includes('pending')) return 'waiting';
  return states.includes('not-ratified') ? 'not-ratified' : 'written';
}
