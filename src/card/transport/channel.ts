import type { Failure } from '#domain/failures.ts';
import type { Result } from '#domain/result.ts';

/** One card in one reader, opened exclusively. APDUs are ISO/IEC 7816-4, short form. */
export interface CardChannel {
  readonly reader: string;
  readonly atr: Uint8Array;
  /** Sends one C-APDU; the answer is the R-APDU with its status word, 61xx and 6Cxx already resolved. */
  transmit(command: Uint8Array): Promise<Result<Uint8Array, Failure>>;
  /** Gives the card back with a reset, which clears its volatile state. */
  close(): Promise<void>;
}

/** What is known of the reader right now. */
export type ReaderEvent =
  | { readonly state: 'no-service' }
  | { readonly state: 'no-reader' }
  | { readonly state: 'empty'; readonly reader: string }
  | { readonly state: 'mute'; readonly reader: string }
  | { readonly state: 'card'; readonly reader: string; readonly atr: Uint8Array };

/** The operating system's card service, or the in-process one with virtual cards. */
export interface CardService {
  readonly kind: 'pcsc' | 'virtual';
  /** Calls back with the present state, then at each change; returns how to stop. */
  watch(listener: (event: ReaderEvent) => void): () => void;
  connect(reader: string): Promise<Result<CardChannel, Failure>>;
  close(): void;
}
