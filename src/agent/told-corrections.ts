import { isOfThisCard } from '#card/corrections/check-correction.ts';
import type { Correction } from '#card/corrections/correction.ts';
import { listWhole } from '#card/ledger-state.ts';
import { listToldCorrections, type ToldCorrection } from '#store/told-corrections.ts';
import { findVoid } from '#store/voids.ts';
import { findLedgerKey } from './find-ledger-key.ts';
import { openFor } from './sealed-correction.ts';
import type { Terminal } from './terminal.ts';

/** What the centre says that voids at other terminals owe to a card; this terminal's own it knows better. */
export const listToldElsewhere = (terminal: Terminal, cardNumber: string): ToldCorrection[] => {
  const { reader } = terminal.store;
  return listToldCorrections(reader, cardNumber).filter(
    ({ voidId }) => findVoid(reader, voidId) === null,
  );
};

/**
 * What is under the seal, from a ledger that was read back to the claim; null where the card does not hold the claim, or
 * where more would be taken back than it put there.
 */
export function openTold(
  terminal: Terminal,
  { correction: sealed }: ToldCorrection,
  stored: readonly Uint8Array[],
): Correction | null {
  const { cardNumber, seq } = sealed;
  const record = listWhole(stored).find((one) => one.record.seq === seq)?.bytes;
  const correction = record === undefined ? null : openFor(terminal, sealed, record);
  if (correction?.records[0]?.seq !== seq) return null;
  const { itemsByCardCode } = terminal.reference;
  const isOwed = isOfThisCard(correction, stored, {
    cardNumber,
    findTerminalKey: (keyId) => findLedgerKey(terminal, keyId),
    repeatCodeOf: (code) => itemsByCardCode.get(code)?.medicine?.repeatCode ?? null,
  });
  return isOwed ? correction : null;
}
