import { planAppend } from '#card/append-records.ts';
import type { LedgerEvent, LedgerState, SuppliedLine } from '#card/profile/ledger-builder.ts';
import type { BasketUse, KeptBaskets } from '#card/profile/running-ceilings.ts';
import { findBaskets, listBasketUses } from '#domain/adjudication/baskets.ts';
import { carriedMostOf } from '#domain/adjudication/checks/repeat-window.ts';
import type { DecidedLine } from '#domain/adjudication/decision.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import { findMembership } from '#domain/adjudication/membership.ts';
import type { PastClaim } from '#domain/adjudication/own-use.ts';
import { atHandWith } from '#domain/adjudication/repeats.ts';
import { dayOfLine } from '#domain/claims.ts';
import type { Instant } from '#domain/dates.ts';
import { type CardWrite, countCardWrites } from '#store/card-journal.ts';
import { type FillsOf, inGroups, inOrderOfFillings } from './line-fills.ts';
import type { Terminal } from './terminal.ts';
import {
  type LinesOnCard,
  listMissingLines,
  listWrittenLines,
  nothingOnCard,
  type WrittenLine,
} from './written-lines.ts';

export interface PlannedWrites {
  readonly writes: readonly Omit<CardWrite, 'state'>[];
  /** Where the card's ledger stands once all of them are on it. */
  readonly ledger: LedgerState;
}

/** The claim whose allowed lines go to the card. */
export interface WrittenClaim extends PastClaim {
  readonly eventId: string;
  readonly savedAt: Instant;
}

/** What stands on the card before the claim, and what its lines fill. */
export interface WritingPlace extends Pick<LedgerEvent, 'headVersion' | 'medVersion'> {
  readonly ledger: LedgerState;
  /** Records that the same commit keeps before these. */
  readonly recordsBefore: number;
  readonly fillsOf: FillsOf;
}

/**
 * The records by which a claim's allowed lines enter the card's ledger, but for those that are on it
 * already: medicines as a dispensing, those of each prescription as a group that names it, the rest as a service. Null where this terminal has no certificate,
 * so that no card would take them.
 */
export function planCardWrites(
  terminal: Terminal,
  { ledger, headVersion, medVersion, recordsBefore, fillsOf }: WritingPlace,
  written: WrittenClaim,
  onCard: LinesOnCard = nothingOnCard,
): PlannedWrites | null {
  const writer = terminal.credentials();
  if (writer === null) return null;
  const { eventId, savedAt, input } = written;
  const counted = countCardWrites(terminal.store.reader) + recordsBefore;
  const lines = inOrderOfFillings(listWrittenLines(terminal.reference.pack, written), fillsOf);
  const missing = listMissingLines(lines, onCard);
  const { kept, usesOf } = countBaskets(terminal, written, lines);
  let state = ledger;
  const records: { seq: number; bytes: Uint8Array }[] = [];
  for (const { type, fills, lines: group } of inGroups(missing, fillsOf)) {
    const plan = planAppend(state, {
      ...{ type, fills, at: savedAt, writer, headVersion, medVersion, baskets: kept },
      terminalCounter: counted + records.length + 1,
      lines: group.map((line) => ({ ...toSupplied(written, line), uses: usesOf(line) })),
    });
    records.push(...plan.records.map((bytes, i) => ({ seq: state.seq + i + 1, bytes })));
    state = plan.ledger;
  }
  const { cardNumber } = ledger;
  const { claimId } = input.claim;
  const writes = records.map((record) => ({ ...record, cardNumber, claimId, eventId, savedAt }));
  return { writes, ledger: state };
}

/** The baskets that run along with a claim, and what each of its lines adds to them; a correction takes it away. */
export function countBaskets(
  { reference: { pack } }: Terminal,
  claim: PastClaim,
  lines: readonly WrittenLine[] = listWrittenLines(pack, claim),
): {
  readonly kept: KeptBaskets | null;
  usesOf(line: WrittenLine): readonly BasketUse[];
} {
  const { input } = claim;
  const baskets = findBaskets(pack, findMembership(input), input.claim.serviceDate);
  if (baskets === null) return { kept: null, usesOf: () => [] };
  const lineIds = lines.map(({ decided }) => decided.lineId);
  const uses = listBasketUses(pack, claim, baskets, lineIds);
  return {
    kept: { year: baskets.year, numbers: baskets.counters.map(({ basket }) => basket.number) },
    usesOf: ({ decided }) => uses.get(decided.lineId) ?? [],
  };
}

function toSupplied({ input }: PastClaim, { item, decided }: WrittenLine): SuppliedLine {
  const repeatCode = item.medicine?.repeatCode ?? null;
  const { allowedQuantity: quantity, allowedDays: days } = decided;
  const line = { cardCode: item.cardCode, quantity, days, repeatCode };
  const lasts = repeatCode === null ? null : lastsOnCard(input, decided, repeatCode);
  return lasts === null ? line : { ...line, lasts };
}

/**
 * How long a decided supply lasts from the day of the service, with what was at hand of the medicine then, as far as
 * the contract by which it was decided carries that over. Null for what is no supply.
 */
export function lastsOnCard(
  { claim, supplies }: AdjudicationInput,
  decided: DecidedLine,
  repeatCode: number,
): NonNullable<SuppliedLine['lasts']> | null {
  const { allowedDays: days } = decided;
  if (days === null) return null;
  const line = claim.lines.find(({ lineId }) => lineId === decided.lineId);
  const from = dayOfLine(claim, line ?? {});
  const most = carriedMostOf(decided);
  return {
    from,
    days: most === null ? days : atHandWith(supplies, repeatCode, most, { on: from, days }),
  };
}
