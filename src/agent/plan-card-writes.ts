import { planAppend } from '#card/append-records.ts';
import type { LedgerEvent, LedgerState, SuppliedLine } from '#card/profile/ledger-builder.ts';
import type { Decision } from '#domain/adjudication/decision.ts';
import type { Claim } from '#domain/claims.ts';
import type { Instant } from '#domain/dates.ts';
import { type CardWrite, countCardWrites } from '#store/card-journal.ts';
import type { Terminal } from './terminal.ts';

export interface PlannedWrites {
  readonly writes: readonly Omit<CardWrite, 'state'>[];
  /** Where the card's ledger stands once all of them are on it. */
  readonly ledger: LedgerState;
}

/** The claim whose allowed lines go to the card. */
export interface WrittenClaim {
  readonly claim: Claim;
  readonly decision: Decision;
  readonly eventId: string;
  readonly savedAt: Instant;
}

/** What a claim's lines are to the ledger, in the order in which they are written. */
export const lineTypes = ['dispense', 'service'] as const;
export type LineType = (typeof lineTypes)[number];

/**
 * The records by which a claim's allowed lines enter the card's ledger: medicines as a dispensing, the rest
 * as a service. Null where this terminal has no certificate, so that no card would take them.
 */
export function planCardWrites(
  terminal: Terminal,
  ledger: LedgerState,
  { headVersion, medVersion }: Pick<LedgerEvent, 'headVersion' | 'medVersion'>,
  written: WrittenClaim,
  types: readonly LineType[] = lineTypes,
): PlannedWrites | null {
  const writer = terminal.credentials();
  if (writer === null) return null;
  const { eventId, savedAt, claim } = written;
  const counted = countCardWrites(terminal.store.reader);
  const lines = allowedLines(terminal, written);
  let state = ledger;
  const records: { seq: number; bytes: Uint8Array }[] = [];
  for (const type of types) {
    const plan = planAppend(state, {
      type,
      at: savedAt,
      writer,
      terminalCounter: counted + records.length + 1,
      headVersion,
      medVersion,
      lines: lines.filter((line) => line.type === type),
    });
    records.push(...plan.records.map((bytes, i) => ({ seq: state.seq + i + 1, bytes })));
    state = plan.ledger;
  }
  const { cardNumber } = ledger;
  const writes = records.map((record) => ({
    ...record,
    cardNumber,
    claimId: claim.claimId,
    eventId,
    savedAt,
  }));
  return { writes, ledger: state };
}

function allowedLines(
  { reference }: Terminal,
  { claim, decision }: WrittenClaim,
): (SuppliedLine & { readonly type: LineType })[] {
  return claim.lines.flatMap((line) => {
    const decided = decision.lines.find(({ lineId }) => lineId === line.lineId);
    const item = reference.pack.item(line.itemCode);
    const isAllowed = decided?.outcome === 'approved' || decided?.outcome === 'reduced';
    if (!isAllowed || item === null) return [];
    return [
      {
        type: item.medicine === null ? ('service' as const) : ('dispense' as const),
        cardCode: item.cardCode,
        quantity: decided.allowedQuantity,
        days: decided.allowedDays,
        repeatCode: item.medicine?.repeatCode ?? null,
      },
    ];
  });
}
