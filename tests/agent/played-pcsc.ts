import type { AnyVirtualCard } from '#card/virtual/virtual-card.ts';
import type { Pcsc, PcscCard, PcscContext, PcscState } from '#native/pcsc.ts';

/** A card service's binding with one reader, whose card answers as the case says. */
export interface PlayedPcsc extends Pcsc {
  /** Takes the reader away, card and all. */
  unplug(): void;
  /** Another program takes the card, or lets it go. */
  take(isTaken: boolean): void;
}

/** What happens at a command that is sent to the card; it may never come to an answer. */
type Answering = (command: Uint8Array, played: PlayedPcsc) => Promise<Uint8Array>;

const name = 'A reader';
const present = 0x20;
const taken = 0x180;

export function playPcsc(answering: Answering): PlayedPcsc {
  const wakes = new Set<(changed: PcscState[]) => void>();
  let isThere = true;
  let isTaken = false;

  const state = (): PcscState[] =>
    isThere ? [{ name, state: present, atr: Uint8Array.of() }] : [];
  const card: PcscCard = {
    protocol: 2,
    atr: null,
    transmit: (command) => answering(new Uint8Array(command), played),
    reconnect: async () => 2,
    disconnect: () => undefined,
  };
  const openContext = (): PcscContext => {
    let end: (() => void) | null = null;
    return {
      listReaders: () =>
        isThere
          ? [{ name, state: present | (isTaken ? 0x100 : 0), connect: async () => card }]
          : [],
      waitForChange: (_known, milliseconds) =>
        milliseconds === 0
          ? Promise.resolve(state())
          : new Promise((resolve) => {
              wakes.add(resolve);
              end = () => resolve(null);
            }),
      cancel: () => end?.(),
      close: () => undefined,
    };
  };
  const played: PlayedPcsc = {
    openContext,
    shareExclusive: 1,
    protocolT0: 1,
    protocolT1: 2,
    resetCard: 1,
    leaveCard: 0,
    statePresent: present,
    stateMute: 0x200,
    stateTaken: taken,
    take(byAnother) {
      isTaken = byAnother;
    },
    unplug() {
      isThere = false;
      for (const wake of wakes) wake([]);
      wakes.clear();
    },
  };
  return played;
}

/** Answers as the card does, until the so-many-th command, counted from 1; that one and the rest the case answers. */
export function answeringUntil(card: AnyVirtualCard, last: number, then: Answering): Answering {
  let sent = 0;
  return async (command, played) => {
    sent += 1;
    return sent < last ? card.transmit(command) : then(command, played);
  };
}
