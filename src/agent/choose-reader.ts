import type { CardService } from '#card/transport/channel.ts';
import { openCardService } from '#card/transport/open-card-service.ts';
import { createVirtualService, type VirtualService } from '#card/transport/virtual-service.ts';

/**
 * The reader to follow. Without a real one a demonstration gets an in-process reader for its demo cards;
 * anywhere else the operating system's card service is followed until a reader is attached.
 */
export async function chooseReader(
  given: CardService | 'virtual' | null,
  isDemo: boolean,
): Promise<{ readonly service: CardService; readonly demoReader: VirtualService | null }> {
  if (given === 'virtual') return demoReaderAlone();
  if (given !== null) return { service: given, demoReader: null };
  const found = await openCardService();
  if (found.hasReader || !isDemo) return { service: found.service, demoReader: null };
  found.service.close();
  return demoReaderAlone();
}

function demoReaderAlone() {
  const demoReader = createVirtualService();
  return { service: demoReader, demoReader };
}
