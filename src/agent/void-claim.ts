import type { VoidedClaim } from '#contracts/claim-views.ts';
import type { VoidBody } from '#contracts/events/void.ts';
import type { Amounts } from '#domain/adjudication/decision.ts';
import { historyKey } from '#domain/adjudication/input.ts';
import { packOn } from '#domain/adjudication/pack-in-key.ts';
import { type Remainder, remainderOf, returnedOf } from '#domain/adjudication/reversal.ts';
import type { CalendarDate } from '#domain/dates.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { add, type Money, roundToCashStep, subtract } from '#domain/money.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { listWritesOf } from '#store/card-journal.ts';
import { type FoundClaim, findClaim, recordSupplies } from '#store/claims.ts';
import { recordVoid } from '#store/voids.ts';
import { takeBack } from './correct-card.ts';
import { mayVoid } from './may-void.ts';
import { correctionOf } from './own-corrections.ts';
import { requirePermission } from './permissions.ts';
import { recordEvent } from './record-event.ts';
import { sealFor } from './sealed-correction.ts';
import { showVisit } from './show-visit.ts';
import { suppliesOf } from './supplies-of.ts';
import type { Terminal } from './terminal.ts';
import { uuidV7 } from './uuid-v7.ts';

export interface VoidWish extends Pick<VoidBody, 'lines' | 'reason'> {
  readonly claimId: string;
}

/**
 * Takes a saved claim back, all that is left of it or quantities of its lines: a new event that names the old
 * one. It answers what the member gets back; from then on nothing here counts what was taken back.
 */
export function voidClaim(terminal: Terminal, wish: VoidWish): Result<VoidedClaim, Failure> {
  const weighed = weigh(terminal, wish);
  if (!weighed.ok) return weighed;
  const { claim, left, refund } = weighed.value;
  const saved = commitVoid(terminal, claim, wish, left, refund);
  if (!saved.ok) return saved;
  terminal.wakeSync();
  tellCard(terminal, saved.value.cardNumber);
  return succeed({ voidId: saved.value.eventId, refund });
}

/** What the member would get back for it, in minor units, or why it cannot be; nothing is saved. */
export function quoteVoid(
  terminal: Terminal,
  wish: Pick<VoidWish, 'claimId' | 'lines'>,
): Result<Money, Failure> {
  const weighed = weigh(terminal, wish);
  return weighed.ok ? succeed(weighed.value.refund) : weighed;
}

interface Weighed {
  readonly claim: FoundClaim;
  readonly left: Remainder;
  readonly refund: Money;
}

/** May it be taken back by who asks; then what is left, and what the member gets back. */
function weigh(
  terminal: Terminal,
  wish: Pick<VoidWish, 'claimId' | 'lines'>,
): Result<Weighed, Failure> {
  const permitted = requirePermission(terminal, 'reverse-own', 'reverse');
  if (!permitted.ok) return permitted;
  const claim = findClaim(terminal.store.reader, wish.claimId);
  if (claim === null) return failWith(failure('claim-unknown', { claimId: wish.claimId }));
  const refused = refuse(terminal, claim, wish);
  if (refused !== null) return failWith(refused);
  const voids = claim.voids.map(({ body }) => body);
  const before = remainderOf(claim.input.claim, claim.decision.lines, voids);
  const left = remainderOf(claim.input.claim, claim.decision.lines, [...voids, wish]);
  const { serviceDate } = claim.input.claim;
  const refund = subtract(
    cashOf(terminal, before.totals, serviceDate),
    cashOf(terminal, left.totals, serviceDate),
  );
  return succeed({ claim, left, refund });
}

/** Corrects the card that is in; a visit that is open for it reads it anew, since it rests on what was read. */
function tellCard(terminal: Terminal, cardNumber: string | null): void {
  const { card } = terminal;
  showVisit(terminal);
  if (cardNumber === null || card?.cardNumber !== cardNumber) return;
  void takeBack(terminal, card);
}

function refuse(
  terminal: Terminal,
  claim: FoundClaim,
  { lines }: Pick<VoidWish, 'lines'>,
): Failure | null {
  const receipt = claim.receiptNumber;
  if (!mayVoid(terminal, claim)) return failure('void-needs-manager', { receipt });
  if (claim.state === 'reversed') return failure('claim-voided', { receipt });
  const voids = claim.voids.map(({ body }) => body);
  for (const { lineId, quantity } of lines ?? []) {
    const line = claim.input.claim.lines.find((one) => one.lineId === lineId);
    const left = line === undefined ? 0 : line.quantity - returnedOf(line, voids);
    const item = line?.itemCode ?? lineId;
    if (quantity > left) return failure('void-exceeds', { item, left });
  }
  return null;
}

function commitVoid(
  terminal: Terminal,
  claim: FoundClaim,
  { lines, reason }: VoidWish,
  left: Remainder,
  refund: Money,
) {
  const { claimId, member, record, savedAt } = claim;
  const voidedAt = terminal.clock.now();
  const eventId = uuidV7(voidedAt);
  const written = listWritesOf(terminal.store.reader, claimId).filter(
    ({ state }) => state === 'pending' || state === 'committed',
  );
  const cardNumber = written[0]?.cardNumber ?? null;
  const plain: VoidBody = { claimId, claimEventId: record.eventId, reason, lines, refund };
  const own = { eventId, claimId, voidedAt, cardNumber, correction: 'owed', body: plain } as const;
  const voided = { ...claim, voids: [...claim.voids, own] };
  const correction = correctionOf(terminal, voided, eventId, written);
  const sealed = correction === null ? null : sealFor(terminal, correction, written);
  const body: VoidBody = sealed === null ? plain : { ...plain, correction: sealed };
  return terminal.store.commit((db) => {
    recordEvent(terminal, db, { eventId, type: 'void', body });
    recordVoid(db, { claimId, eventId, voidedAt, cardNumber });
    const supplies = suppliesOf(terminal, claim.input.claim, left.lines);
    const whose = historyKey(claim.input) ?? member.memberNumber;
    recordSupplies(db, claimId, whose, supplies, savedAt);
    return { eventId, cardNumber };
  });
}

/** What the member pays at the till. */
const cashOf = (
  { reference }: Terminal,
  { memberShare, memberPrivate }: Amounts,
  on: CalendarDate,
): Money => {
  const { cashStep } = packOn(reference.pack, on).pack.currency;
  return roundToCashStep(add(memberShare, memberPrivate), cashStep);
};
