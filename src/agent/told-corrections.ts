import { isOfThisCard } from '#card/corrections/check-correction.ts';
import { type Correction, firstRecordOf } from '#card/corrections/correction.ts';
import { listWhole } from '#card/ledger-state.ts';
import type { AuditBody } from '#contracts/events/audit.ts';
import { toHex } from '#domain/chain.ts';
import { listToldCorrections, type ToldCorrection } from '#store/told-corrections.ts';
import { findVoid } from '#store/voids.ts';
import { findLedgerKey } from './find-ledger-key.ts';
import { recordEvent } from './record-event.ts';
import { openFor } from './sealed-correction.ts';
import type { Terminal } from './terminal.ts';
import { uuidV7 } from './uuid-v7.ts';

/** What the centre says that voids at other terminals owe to a card; this terminal's own it knows better. */
export const listToldElsewhere = (terminal: Terminal, cardNumber: string): ToldCorrection[] => {
  const { reader } = terminal.store;
  return listToldCorrections(reader, cardNumber).filter(
    ({ voidId }) => findVoid(reader, voidId) === null,
  );
};

/**
 * What is under the seal, from a ledger that was read back to the claim; null where the card does not hold the claim, or
 * where more would be taken back than it put there. Whoever signed that is told of to the centre.
 */
export function openTold(
  terminal: Terminal,
  told: ToldCorrection,
  stored: readonly Uint8Array[],
): Correction | null {
  const { cardNumber, seq } = told.correction;
  const record = listWhole(stored).find((one) => one.record.seq === seq)?.bytes;
  if (record === undefined) return null;
  const correction = openFor(terminal, told.correction, record);
  if (correction === null) return null;
  const { itemsByCardCode } = terminal.reference;
  const isOwed =
    firstRecordOf(correction)?.seq === seq &&
    isOfThisCard(correction, stored, {
      cardNumber,
      findTerminalKey: (keyId) => findLedgerKey(terminal, keyId),
      repeatCodeOf: (code) => itemsByCardCode.get(code)?.medicine?.repeatCode ?? null,
    });
  if (!isOwed) keepUnfit(terminal, told, record);
  return isOwed ? correction : null;
}

/** Those that the centre was told of since the program began, by void. */
const unfit = new WeakMap<Terminal, Set<string>>();

/** It stays owed, and is looked at again whenever the card is read: other reference data may know an item of it. */
function keepUnfit(
  terminal: Terminal,
  { correction: { cardNumber }, voidId }: ToldCorrection,
  record: Uint8Array,
): void {
  const told = unfit.get(terminal) ?? new Set<string>();
  if (told.has(voidId)) return;
  unfit.set(terminal, told.add(voidId));
  const body: AuditBody = { what: 'correction-unfit', cardNumber, voidId, record: toHex(record) };
  const eventId = uuidV7(terminal.clock.now());
  terminal.store.commit((db) => recordEvent(terminal, db, { eventId, type: 'audit', body }));
  terminal.wakeSync();
}
