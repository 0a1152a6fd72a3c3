import { type PlannedAppend, planAppend } from '../append-records.ts';
import type { LedgerEvent, LedgerState, SupplyCorrection } from '../profile/ledger-builder.ts';
import type { SupplyRow } from '../profile/ledger-record.ts';
import { type Correction, firstRecordOf } from './correction.ts';

/** How a card stands to a correction. */
export interface CardBefore {
  /** How many of the correction's lines the card has already: always the first ones. */
  readonly onCard: number;
  /** The active supplies before the claim; null where the record that told them is gone. */
  readonly earlier: readonly SupplyRow[] | null;
}

/**
 * The records that the card lacks of a correction, signed: a group for each prescription that gets something back, and
 * one for what filled none. None where it has them all.
 */
export function planCorrection(
  before: LedgerState,
  correction: Correction,
  { earlier, onCard }: CardBefore,
  { terminalCounter, ...event }: Omit<LedgerEvent, 'type' | 'lines' | 'medVersion'>,
): PlannedAppend {
  const { baskets, groups, number, uses } = correction;
  const seq = firstRecordOf(correction)?.seq ?? 0;
  const records: Uint8Array[] = [];
  let ledger = before;
  let known = onCard;
  for (const { fills, lines } of groups) {
    const missing = lines.slice(known);
    // The first says it of all supplies and ceilings; those behind it carry its tables on.
    const isFirst = onCard === 0 && records.length === 0;
    known = Math.max(0, known - lines.length);
    const plan = planAppend(ledger, {
      ...{ ...event, type: 'correction', medVersion: 0, baskets, fills },
      terminalCounter: terminalCounter + records.length,
      takesBack: { seq, number },
      lines: missing.map((line, i) => ({
        ...{ ...line, days: null, repeatCode: null },
        uses: isFirst && i === 0 ? uses : [],
      })),
      ...(isFirst ? { corrects: suppliesOf(correction, earlier) } : {}),
    });
    records.push(...plan.records);
    ledger = plan.ledger;
  }
  return { records, ledger };
}

function suppliesOf(
  { gone, left }: Correction,
  earlier: readonly SupplyRow[] | null,
): SupplyCorrection {
  const uncovered = (earlier ?? []).filter((row) =>
    gone.some(({ repeatCode }) => repeatCode === row.repeatCode),
  );
  return {
    gone,
    left: [...uncovered, ...left],
    mayHideEarlier: earlier === null && gone.length > 0,
  };
}
