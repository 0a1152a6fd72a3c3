import type { Failure } from '#domain/failures.ts';
import { type Result, succeed } from '#domain/result.ts';
import { listWhole } from './ledger-state.ts';
import type { CheckpointRecord, SupplyRow } from './profile/ledger-record.ts';
import { readLedger } from './read-ledger.ts';
import type { CardChannel } from './transport/channel.ts';

/**
 * The active supplies as they stood before a place of the ledger, from what was read of it and then further
 * back; null where the record that told it is gone.
 */
export async function readSuppliesBefore(
  channel: CardChannel,
  seq: number,
  known: readonly Uint8Array[],
): Promise<Result<readonly SupplyRow[] | null, Failure>> {
  let stored = known;
  for (;;) {
    const found = findSuppliesBefore(stored, seq);
    if (found !== null) return succeed(found);
    const wanted = stored.length + recordsPerLook;
    const read = await readLedger(channel, wanted, stored);
    if (!read.ok) return read;
    if (read.value.length === stored.length) return succeed(null);
    stored = read.value;
  }
}

/** Those of the newest complete group before the place; none before the card's first. Null: not read so far. */
function findSuppliesBefore(
  stored: readonly Uint8Array[],
  seq: number,
): readonly SupplyRow[] | null {
  const earlier = listWhole(stored)
    .map(({ record }) => record)
    .filter((record) => record.seq < seq);
  const told = earlier.find(
    (record): record is CheckpointRecord =>
      record.type !== 'prescription' && record.tables !== null,
  );
  if (told?.tables != null) return told.tables.supplies;
  return seq === 1 || earlier.some((record) => record.seq === 1) ? [] : null;
}

const recordsPerLook = 8;
