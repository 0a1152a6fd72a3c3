import type { Failure } from '#domain/failures.ts';
import type { Result } from '#domain/result.ts';

/** One card in one reader, opened exclusively. APDUs are ISO/IEC 7816-4, short form. */
export interface CardChannel {
  readonly reader: string;
  readonly atr: Uint8Array;
  /** T=0 or T=1, as card and reader agreed; left out where no wire lies between. */
  readonly protocol?: 0 | 1;
  /** Sends one C-APDU; the answer is the R-APDU with its status word, 61xx and 6Cxx already resolved. */
  transmit(command: Uint8Array): Promise<Result<Uint8Array, Failure>>;
  /**
   * Speaks to the reader itself (SCardControl), for so long; left out where nothing can. What a reader does not know is
   * a failure, and the card is as it was.
   */
  control?(
    code: number,
    data: Uint8Array,
    milliseconds?: number,
  ): Promise<Result<Uint8Array, Failure>>;
  /** Gives the card back with a reset, which clears its volatile state. */
  close(): Promise<void>;
}

/** One reader, and what the service says of its card. */
export interface AttachedReader {
  readonly name: string;
  /** `mute`: something is in it that gave no answer to reset. */
  readonly state: 'empty' | 'mute' | 'card';
  /** Empty without a card that answered. */
  readonly atr: Uint8Array;
  /** How often something came or went, where the service counts: so a swap between two looks is seen. */
  readonly changes: number;
}

/** All attached readers in the service's order; null while the service is not running. */
export type ServiceLook = readonly AttachedReader[] | null;

/** The operating system's card service, or the in-process one with virtual cards. */
export interface CardService {
  readonly kind: 'pcsc' | 'virtual';
  /** Calls back with the present state, then at each change; returns how to stop. */
  watch(listener: (look: ServiceLook) => void): () => void;
  connect(reader: string): Promise<Result<CardChannel, Failure>>;
  close(): void;
}
