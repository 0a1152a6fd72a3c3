import { randomBytes } from 'node:crypto';
import type { CardImage } from '#card/issue/card-image.ts';
import type { HistoryReading } from '#card/judge-ledger.ts';
import type { FindLedgerKey } from '#card/judge-record.ts';
import { readHistory, readIdentity } from '#card/read-member-card.ts';
import { createVirtualService } from '#card/transport/virtual-service.ts';
import { createVirtualCard } from '#card/virtual/virtual-card.ts';
import type { Failure } from '#domain/failures.ts';
import type { Result } from '#domain/result.ts';
import { issuerKey, knows, otherPharmacy, pharmacy, today } from './card-builders.ts';

/** What decides how a history is read; by default both pharmacies are known. */
export interface Options {
  readonly findTerminalKey?: FindLedgerKey;
  readonly maxRecords?: number;
}

/** Reads the history of `shown` behind the identity of `image`. */
export async function tryReadHistory(
  image: CardImage,
  options: Options = {},
  shown: CardImage = image,
): Promise<Result<HistoryReading, Failure>> {
  const service = createVirtualService();
  service.insert(createVirtualCard(image));
  const connected = await service.connect('Virtual reader');
  if (!connected.ok) return connected;
  const identity = await readIdentity(connected.value, {
    issuerKeys: [issuerKey],
    today,
    randomBytes,
  });
  if (!identity.ok) return identity;
  service.insert(createVirtualCard(shown));
  const again = await service.connect('Virtual reader');
  if (!again.ok) return again;
  await again.value.transmit(new Uint8Array(Buffer.from('00a4040c08f04f484301000100', 'hex')));
  const findTerminalKey = options.findTerminalKey ?? knows(pharmacy, otherPharmacy);
  const maxRecords = options.maxRecords ?? 12;
  return readHistory(again.value, identity.value, { findTerminalKey, maxRecords });
}

export async function historyOf(image: CardImage, options: Options = {}): Promise<HistoryReading> {
  const history = await tryReadHistory(image, options);
  if (!history.ok) throw new Error(JSON.stringify(history.failure));
  return history.value;
}
