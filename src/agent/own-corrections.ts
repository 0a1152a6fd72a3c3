import type { Correction } from '#card/corrections/correction.ts';
import { supplyRow } from '#card/profile/ledger-builder.ts';
import { hashOfRecord } from '#card/profile/ledger-codec.ts';
import type { SupplyRow } from '#card/profile/ledger-record.ts';
import type { BasketUse } from '#card/profile/running-ceilings.ts';
import type { DecidedLine } from '#domain/adjudication/decision.ts';
import type { PastClaim } from '#domain/adjudication/own-use.ts';
import { remainderOf } from '#domain/adjudication/reversal.ts';
import { type CardWrite, listWritesOf } from '#store/card-journal.ts';
import { type FoundClaim, findClaim } from '#store/claims.ts';
import { listOwedCorrections, markCorrection } from '#store/voids.ts';
import { byPrescription, fillsAsSigned } from './line-fills.ts';
import type { OwedCorrection } from './owed-correction.ts';
import { countBaskets, lastsOnCard } from './plan-card-writes.ts';
import type { Terminal } from './terminal.ts';
import { listWrittenLines, type WrittenLine } from './written-lines.ts';

/** What this terminal's own voids owe to a card; a void of what never came to it owes nothing from now on. */
export function listOwnCorrections(
  terminal: Terminal,
  cardNumber: string,
): readonly OwedCorrection[] {
  const { commit, reader } = terminal.store;
  return listOwedCorrections(reader, cardNumber).flatMap(({ claimId, eventId }) => {
    const claim = findClaim(reader, claimId);
    if (claim === null) return [];
    const onCard = listWritesOf(reader, claimId).filter(({ state }) => state === 'committed');
    const correction = correctionOf(terminal, claim, eventId, onCard);
    if (correction !== null) return [{ voidId: eventId, claimId, correction, toldAt: null }];
    commit((db) => markCorrection(db, eventId, 'none'));
    return [];
  });
}

/**
 * What one void took of a claim, beyond those before it, as the card counts: allowed units, supplies, ceilings. Null
 * where none of these records is of the claim, or nothing of it went to the card.
 */
export function correctionOf(
  terminal: Terminal,
  claim: FoundClaim,
  voidId: string,
  writes: readonly CardWrite[],
): Correction | null {
  const own = writes.filter((row) => row.eventId === claim.record.eventId);
  const at = claim.voids.findIndex((one) => one.eventId === voidId);
  const [before, after] = [leftAfter(claim, at), leftAfter(claim, at + 1)];
  const { pack } = terminal.reference;
  const [counted, kept] = [countBaskets(terminal, before), countBaskets(terminal, after)];
  const [goes, stays] = [listWrittenLines(pack, before), listWrittenLines(pack, after)];
  const quantityOf = ({ decided }: WrittenLine) => {
    const left = stays.find((line) => line.decided.lineId === decided.lineId);
    return decided.allowedQuantity - (left?.decided.allowedQuantity ?? 0);
  };
  const taken = goes.filter((line) => quantityOf(line) > 0);
  if (own.length === 0 || taken.length === 0) return null;
  const groups = byPrescription(taken, fillsAsSigned(own)).map(({ fills, lines }) => ({
    fills,
    lines: lines.map((line) => ({ cardCode: line.item.cardCode, quantity: quantityOf(line) })),
  }));
  const rows = (of: PastClaim) => supplyRowsOf(terminal, claim, of.decision.lines);
  const gone = rows(before).filter((row) => !rows(after).some((stay) => isSame(stay, row)));
  return {
    records: own.map(({ bytes, seq }) => ({ seq, hash: hashOfRecord(bytes) })),
    number: at + 1,
    ...{ groups, baskets: counted.kept, gone },
    // Rounding moves between lines: only their sums can be taken away exactly.
    uses: takenUses(goes.flatMap(counted.usesOf), stays.flatMap(kept.usesOf)),
    left: rows(after).filter((row) => gone.some(({ repeatCode }) => repeatCode === row.repeatCode)),
  };
}

/** What a claim's first voids left of it. */
const leftAfter = ({ decision, input, voids }: FoundClaim, count: number): PastClaim => ({
  input,
  decision: remainderOf(
    input.claim,
    decision.lines,
    voids.slice(0, count).map(({ body }) => body),
  ),
});

/** By how much less is used of each basket than before, as what is to be added. */
function takenUses(before: readonly BasketUse[], after: readonly BasketUse[]): BasketUse[] {
  const sums = new Map<number, number>();
  for (const { basket, units } of after) sums.set(basket, (sums.get(basket) ?? 0) + units);
  for (const { basket, units } of before) sums.set(basket, (sums.get(basket) ?? 0) - units);
  return [...sums].flatMap(([basket, units]) => (units === 0 ? [] : [{ basket, units }]));
}

/** The rows by which the claim stands among the card's active supplies. */
const supplyRowsOf = (
  { reference }: Terminal,
  { input }: FoundClaim,
  lines: readonly DecidedLine[],
): SupplyRow[] =>
  input.claim.lines.flatMap(({ lineId, itemCode }): SupplyRow[] => {
    const decided = lines.find((line) => line.lineId === lineId);
    const repeatCode = reference.pack.item(itemCode)?.medicine?.repeatCode ?? null;
    if (decided === undefined || repeatCode === null) return [];
    const lasts = lastsOnCard(input, decided, repeatCode);
    return lasts === null ? [] : [supplyRow(repeatCode, lasts)];
  });

const isSame = (a: SupplyRow, b: SupplyRow): boolean =>
  a.repeatCode === b.repeatCode && a.endsOn === b.endsOn;
