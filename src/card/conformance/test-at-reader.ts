import type { Failure } from '#domain/failures.ts';
import { type Result, succeed } from '#domain/result.ts';
import type { CardChannel, CardService } from '../transport/channel.ts';
import { openCardService } from '../transport/open-card-service.ts';
import { createVirtualService, virtualReaderName } from '../transport/virtual-service.ts';
import { createVirtualCard } from '../virtual/virtual-card.ts';
import { type CaseResult, runConformance } from './run-conformance.ts';
import { makeTestCard } from './test-card.ts';

/**
 * Runs the suite against the card in that reader of the operating system's; null takes a virtual one in process.
 * Fails where the card cannot be reached; what it answers is never a failure.
 */
export async function testAtReader(
  reader: string | null,
): Promise<Result<readonly CaseResult[], Failure>> {
  const service = reader === null ? virtualService() : (await openCardService()).service;
  const name = reader ?? virtualReaderName;
  try {
    const reached = await service.connect(name);
    if (!reached.ok) return reached;
    await reached.value.close();
    return succeed(await runConformance(() => connect(service, name)));
  } finally {
    service.close();
  }
}

function virtualService(): CardService {
  const service = createVirtualService();
  service.insert(createVirtualCard(makeTestCard()));
  return service;
}

/** A card that goes in the middle of the suite leaves each further command without an answer. */
async function connect(service: CardService, reader: string): Promise<CardChannel> {
  const connected = await service.connect(reader);
  if (connected.ok) return connected.value;
  return { reader, atr: new Uint8Array(), transmit: async () => connected, close: async () => {} };
}
