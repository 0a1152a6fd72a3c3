import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import type { VirtualCard } from '../virtual/virtual-card.ts';
import type { CardChannel, CardService, ReaderEvent } from './channel.ts';
import { transmitWhole } from './response-loop.ts';

/** A card service in process, with one reader into which virtual cards are put. */
export interface VirtualService extends CardService {
  readonly kind: 'virtual';
  /** Puts a card in, or one that does not answer its reset; a card that is in comes out first. */
  insert(card: VirtualCard | 'mute'): void;
  remove(): void;
  /** What is in the reader; null for nothing. */
  inserted(): VirtualCard | 'mute' | null;
}

export const virtualReaderName = 'Virtual reader';

export function createVirtualService(): VirtualService {
  const reader = virtualReaderName;
  const listeners = new Set<(event: ReaderEvent) => void>();
  let present: VirtualCard | 'mute' | null = null;
  let holder: symbol | null = null;

  const state = (): ReaderEvent => {
    if (present === null) return { state: 'empty', reader };
    if (present === 'mute') return { state: 'mute', reader };
    return { state: 'card', reader, atr: present.atr };
  };

  const put = (card: VirtualCard | 'mute' | null) => {
    present = card;
    holder = null;
    if (card !== null && card !== 'mute') card.reset();
    for (const listener of [...listeners]) listener(state());
  };

  const openChannel = (card: VirtualCard): CardChannel => {
    const mine = Symbol('channel');
    holder = mine;
    const send = async (command: Uint8Array): Promise<Result<Uint8Array, Failure>> =>
      // The card may have been pulled, and even put back, since this channel was opened.
      holder === mine ? succeed(card.transmit(command)) : failWith(failure('card-removed'));
    return {
      reader,
      atr: card.atr,
      transmit: (command) => transmitWhole(command, send),
      async close() {
        if (holder !== mine) return;
        holder = null;
        card.reset();
      },
    };
  };

  return {
    kind: 'virtual',
    watch(listener) {
      listeners.add(listener);
      listener(state());
      return () => listeners.delete(listener);
    },
    async connect(name) {
      if (name !== reader) return failWith(failure('reader-lost', { reader: name }));
      if (present === null) return failWith(failure('card-absent'));
      if (present === 'mute') return failWith(failure('card-mute'));
      if (holder !== null) return failWith(failure('card-busy'));
      return succeed(openChannel(present));
    },
    close: () => listeners.clear(),
    insert(card) {
      if (present !== null) put(null);
      put(card);
    },
    remove() {
      if (present !== null) put(null);
    },
    inserted: () => present,
  };
}
