import { type PlannedAppend, planAppend } from '#card/append-records.ts';
import {
  type LedgerEvent,
  type LedgerState,
  type SuppliedLine,
  type SupplyCorrection,
  supplyRow,
} from '#card/profile/ledger-builder.ts';
import type { SupplyRow } from '#card/profile/ledger-record.ts';
import type { BasketUse, KeptBaskets } from '#card/profile/running-ceilings.ts';
import { readSuppliesBefore } from '#card/read-supplies-before.ts';
import type { AuditBody } from '#contracts/events/audit.ts';
import type { DecidedLine } from '#domain/adjudication/decision.ts';
import type { PastClaim } from '#domain/adjudication/own-use.ts';
import { remainderOf } from '#domain/adjudication/reversal.ts';
import { toHex } from '#domain/chain.ts';
import {
  countCardWrites,
  listPendingWrites,
  listWritesOf,
  recordCardWrites,
} from '#store/card-journal.ts';
import { type FoundClaim, findClaim } from '#store/claims.ts';
import { type FoundVoid, listOwedCorrections, markCorrection } from '#store/voids.ts';
import type { CardAtHand } from './card-at-hand.ts';
import { byPrescription, type FillsOf, fillsAsSigned } from './line-fills.ts';
import { countBaskets, lastsOnCard } from './plan-card-writes.ts';
import { recordEvent } from './record-event.ts';
import type { Terminal } from './terminal.ts';
import { uuidV7 } from './uuid-v7.ts';
import { writeCard } from './write-card.ts';
import { listWrittenLines, type WrittenLine } from './written-lines.ts';

/**
 * Signs what voids owe to this card's history and appends it (CARD, "A reversal after the card has left").
 * Comes after recovery: a claim whose own records are still in doubt is corrected when they no longer are.
 * Whether it wrote to the card.
 */
export async function correctCard(terminal: Terminal, card: CardAtHand): Promise<boolean> {
  const { reader } = terminal.store;
  const owed = listOwedCorrections(reader, card.cardNumber);
  // What waits for this card comes before them: until it is there, nobody knows what they follow.
  if (listPendingWrites(reader, card.cardNumber).length > 0) return false;
  for (const one of owed) await sign(terminal, card, one);
  return owed.length > 0 && (await writeCard(terminal, card)) > 0;
}

async function sign(terminal: Terminal, card: CardAtHand, { eventId, claimId }: FoundVoid) {
  const { reader, commit } = terminal.store;
  const claim = findClaim(reader, claimId);
  if (claim === null) return;
  const onCard = listWritesOf(reader, claimId).filter(
    (row) => row.eventId === claim.record.eventId && row.state === 'committed',
  );
  const [first] = onCard;
  const taken = takenBy(terminal, claim, eventId, fillsAsSigned(onCard));
  if (first === undefined || taken.groups.length === 0) {
    commit((db) => markCorrection(db, eventId, 'none'));
    return;
  }
  const earlier = await card.use((channel) =>
    readSuppliesBefore(channel, first.seq, card.session.records),
  );
  const writer = terminal.credentials();
  if (!earlier.ok || card.ledger === null || writer === null) return;
  const savedAt = terminal.clock.now();
  const { records, ledger } = planCorrection(card.ledger, taken, earlier.value, {
    at: savedAt,
    writer,
    terminalCounter: countCardWrites(reader) + 1,
    headVersion: card.session.identity.headVersion,
    medVersion: 0,
  });
  const writes = placesOf(card.ledger, records).map((place) => ({
    ...{ ...place, claimId, eventId, savedAt },
    cardNumber: card.cardNumber,
  }));
  const body: AuditBody = {
    what: 'correction-signed',
    cardNumber: card.cardNumber,
    records: records.map(toHex),
  };
  const done = commit((db) => {
    recordEvent(terminal, db, { eventId: uuidV7(savedAt), type: 'audit', body });
    markCorrection(db, eventId, 'signed');
    recordCardWrites(db, writes);
  });
  if (done.ok) card.ledger = ledger;
}

const placesOf = (ledger: LedgerState, records: readonly Uint8Array[]) =>
  records.map((bytes, i) => ({ seq: ledger.seq + i + 1, bytes }));

/** One group of records for each prescription that gets something back, and one for what filled none. */
function planCorrection(
  before: LedgerState,
  taken: TakenFromCard,
  earlier: readonly SupplyRow[] | null,
  { terminalCounter, ...event }: Omit<LedgerEvent, 'type' | 'lines'>,
): PlannedAppend {
  const records: Uint8Array[] = [];
  let ledger = before;
  for (const [i, { fills, lines }] of taken.groups.entries()) {
    const plan = planAppend(ledger, {
      ...{ ...event, type: 'correction', baskets: taken.baskets, fills, lines },
      terminalCounter: terminalCounter + records.length,
      // The first says it of all supplies; those behind it carry its tables on.
      ...(i === 0 ? { corrects: correctionOf(taken, earlier) } : {}),
    });
    records.push(...plan.records);
    ledger = plan.ledger;
  }
  return { records, ledger };
}

interface TakenFromCard {
  readonly groups: readonly Required<Pick<LedgerEvent, 'fills' | 'lines'>>[];
  readonly baskets: KeptBaskets | null;
  readonly gone: readonly SupplyRow[];
  readonly left: readonly SupplyRow[];
}

/** What one void took of a claim, beyond those before it, as the card counts: allowed units, supplies, ceilings. */
function takenBy(
  terminal: Terminal,
  claim: FoundClaim,
  eventId: string,
  fillsOf: FillsOf,
): TakenFromCard {
  const at = claim.voids.findIndex((one) => one.eventId === eventId);
  const [before, after] = [leftAfter(claim, at), leftAfter(claim, at + 1)];
  const { pack } = terminal.reference;
  const [counted, kept] = [countBaskets(terminal, before), countBaskets(terminal, after)];
  const [goes, stays] = [listWrittenLines(pack, before), listWrittenLines(pack, after)];
  const quantityOf = ({ decided }: WrittenLine) => {
    const left = stays.find((line) => line.decided.lineId === decided.lineId);
    return decided.allowedQuantity - (left?.decided.allowedQuantity ?? 0);
  };
  const taken = goes.filter((line) => quantityOf(line) > 0);
  // Rounding moves between lines: only their sums can be taken away exactly.
  const uses = takenUses(goes.flatMap(counted.usesOf), stays.flatMap(kept.usesOf));
  const groups = byPrescription(taken, fillsOf).map(({ fills, lines }, group) => ({
    fills,
    lines: lines.map(
      (line, i): SuppliedLine => ({
        ...{ cardCode: line.item.cardCode, quantity: quantityOf(line) },
        ...{ days: null, repeatCode: null, uses: group === 0 && i === 0 ? uses : [] },
      }),
    ),
  }));
  const rows = (of: PastClaim) => supplyRowsOf(terminal, claim, of.decision.lines);
  const gone = rows(before).filter((row) => !rows(after).some((stay) => isSame(stay, row)));
  const left = rows(after).filter((row) => gone.some(isOfSameMedicine(row)));
  return { groups, baskets: counted.kept, gone, left };
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
const takenUses = (before: readonly BasketUse[], after: readonly BasketUse[]): BasketUse[] => [
  ...before.map(({ basket, units }) => ({ basket, units: -units })),
  ...after,
];

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

function correctionOf(
  { gone, left }: TakenFromCard,
  earlier: readonly SupplyRow[] | null,
): SupplyCorrection {
  const uncovered = (earlier ?? []).filter((row) => gone.some(isOfSameMedicine(row)));
  return {
    gone,
    left: [...uncovered, ...left],
    mayHideEarlier: earlier === null && gone.length > 0,
  };
}

const isOfSameMedicine = (row: SupplyRow) => (other: SupplyRow) =>
  other.repeatCode === row.repeatCode;

const isSame = (a: SupplyRow, b: SupplyRow): boolean =>
  a.repeatCode === b.repeatCode && a.endsOn === b.endsOn;
