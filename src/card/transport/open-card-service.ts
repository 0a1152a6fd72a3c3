import { failure } from '#domain/failures.ts';
import { failWith } from '#domain/result.ts';
import { loadPcsc, type Pcsc } from '#native/pcsc.ts';
import type { CardService } from './channel.ts';
import { createPcscService } from './pcsc-service.ts';

/** The operating system's card service, and how it was found. */
export interface OpenedCardService {
  readonly service: CardService;
  /**
   * `binding-absent`: the native module is not there, so no reader will ever appear in this process;
   * `silent`: the service is not running, and is used as soon as it does.
   */
  readonly state: 'answering' | 'silent' | 'binding-absent';
  /** Whether a reader is attached now. */
  readonly hasReader: boolean;
}

/** Opens the card service without failing: what is missing is a state, here and in what `watch` reports. */
export async function openCardService(): Promise<OpenedCardService> {
  const pcsc = await loadPcsc();
  if (pcsc === null) return { service: noService, state: 'binding-absent', hasReader: false };
  return { service: createPcscService(pcsc), ...look(pcsc) };
}

function look(pcsc: Pcsc): Pick<OpenedCardService, 'state' | 'hasReader'> {
  try {
    const context = pcsc.openContext();
    try {
      return { state: 'answering', hasReader: context.listReaders().length > 0 };
    } finally {
      context.close();
    }
  } catch {
    return { state: 'silent', hasReader: false };
  }
}

/** Stands where the native module could not be loaded. */
const noService: CardService = {
  kind: 'pcsc',
  watch(listener) {
    listener(null);
    return () => {};
  },
  connect: async () => failWith(failure('reader-service-absent')),
  close() {},
};
