import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import type { PadReader } from '../virtual/pad-reader.ts';
import type { AnyVirtualCard } from '../virtual/virtual-card.ts';
import type { AttachedReader, CardChannel, CardService, ServiceLook } from './channel.ts';
import { transmitWhole } from './response-loop.ts';

/** A card service in process, with one reader into which virtual cards are put. */
export interface VirtualService extends CardService {
  readonly kind: 'virtual';
  /** Puts a card in, or one that does not answer its reset; a card that is in comes out first. */
  insert(card: AnyVirtualCard | 'mute'): void;
  remove(): void;
  /** What is in the reader; null for nothing. */
  inserted(): AnyVirtualCard | 'mute' | null;
}

export const virtualReaderName = 'Virtual reader';

/** With a pad, the reader has keys of its own (PC/SC part 10). */
export function createVirtualService(own: { readonly pad?: PadReader } = {}): VirtualService {
  const reader = virtualReaderName;
  const listeners = new Set<(look: ServiceLook) => void>();
  let present: AnyVirtualCard | 'mute' | null = null;
  let holder: symbol | null = null;

  let changes = 0;

  const look = (): ServiceLook => [{ name: reader, changes, ...stateOf(present) }];

  const put = (card: AnyVirtualCard | 'mute' | null) => {
    present = card;
    holder = null;
    changes += 1;
    if (card !== null && card !== 'mute') card.reset();
    for (const listener of [...listeners]) listener(look());
  };

  const hold = (card: AnyVirtualCard): CardChannel => {
    const mine = Symbol('channel');
    holder = mine;
    const channel = openChannel(card, {
      isHeld: () => holder === mine,
      pull: () => put(null),
      release() {
        holder = null;
        card.reset();
      },
    });
    return own.pad === undefined ? channel : withPad(channel, card, own.pad);
  };

  return {
    kind: 'virtual',
    watch(listener) {
      listeners.add(listener);
      listener(look());
      return () => listeners.delete(listener);
    },
    async connect(name) {
      if (name !== reader) return failWith(failure('reader-lost', { reader: name }));
      if (present === null) return failWith(failure('card-absent'));
      if (present === 'mute') return failWith(failure('card-mute'));
      if (holder !== null) return failWith(failure('card-busy'));
      return succeed(hold(present));
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

function stateOf(present: AnyVirtualCard | 'mute' | null): Pick<AttachedReader, 'state' | 'atr'> {
  if (present === null || present === 'mute') {
    return { state: present ?? 'empty', atr: new Uint8Array(0) };
  }
  return { state: 'card', atr: present.atr };
}

const withPad = (channel: CardChannel, card: AnyVirtualCard, pad: PadReader): CardChannel => ({
  ...channel,
  async control(code, data) {
    const answer = pad.control(code, data, (command) => card.transmit(command));
    return answer === null
      ? failWith(failure('reader-lost', { reader: virtualReaderName }))
      : succeed(answer);
  },
});

/** One program's hold on the card in the reader. */
interface Hold {
  isHeld(): boolean;
  /** Takes the card out of the reader. */
  pull(): void;
  release(): void;
}

function openChannel(card: AnyVirtualCard, hold: Hold): CardChannel {
  const send = async (command: Uint8Array): Promise<Result<Uint8Array, Failure>> => {
    // The card may have been pulled, and even put back, since this channel was opened.
    if (!hold.isHeld()) return failWith(failure('card-removed'));
    const response = card.transmit(command);
    if (response.length > 0) return succeed(response);
    hold.pull();
    return failWith(failure('card-removed'));
  };
  return {
    reader: virtualReaderName,
    atr: card.atr,
    transmit: (command) => transmitWhole(command, send),
    async close() {
      if (hold.isHeld()) hold.release();
    },
  };
}
