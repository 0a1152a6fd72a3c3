import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { type CardImage, decodeCardImage } from '#card/issue/card-image.ts';
import { behindT0 } from '#card/virtual/t0-card.ts';
import {
  createVirtualCard,
  type TearMoment,
  type Traffic,
  type VirtualCard,
} from '#card/virtual/virtual-card.ts';
import { createVpcdSlot, type Line } from '#card/virtual/vpcd-client.ts';

/**
 * The cards' side of one virtual reader, on a thread of its own. Disconnecting from the card service stops
 * the calling thread, and the service may be asking the card something just then: one thread for both would
 * wait for itself.
 */
export interface VirtualReader {
  /** Puts a card in, by a name under which it can be put in again as it then is. */
  insert(card: InsertedCard): Promise<void>;
  remove(): Promise<void>;
  /** Of the card that is, or was last, in the reader. */
  traffic(): Promise<Traffic>;
  /** Resolves once the fault of the card that is in has befallen its command. */
  untilFault(): Promise<void>;
  /** Lets the answer through that waits for it. */
  release(): Promise<void>;
  /** Resolves once power or reset line next touch the card. */
  untilReset(): Promise<void>;
  close(): Promise<void>;
}

export interface InsertedCard {
  readonly name: string;
  /** As `encodeCardImage` writes it; not looked at when the card is known. */
  readonly image: string;
  readonly protocol?: 'T=0' | 'T=1';
  readonly tear?: { readonly command: number; readonly moment: TearMoment };
  /** It gives no answer to reset that could be one. */
  readonly isMute?: true;
  readonly fault?: LineFault;
}

/** What befalls one command: the so-many-th, counted from 1, or the first that writes. */
interface LineFault {
  readonly command: number | 'append';
  /** Its answer comes so many milliseconds late, or once it is released, or the line drops and is soon back. */
  readonly answer: number | 'held' | 'cut';
}

type Request =
  | { readonly insert: InsertedCard }
  | 'remove'
  | 'traffic'
  | 'release'
  | 'until-fault'
  | 'until-reset';

export function openVirtualReader(port: number): VirtualReader {
  const worker = new Worker(new URL(import.meta.url), { workerData: port });
  const ask = async (request: Request): Promise<unknown> => {
    worker.postMessage(request);
    return (await once(worker, 'message'))[0];
  };
  return {
    insert: async (card) => void (await ask({ insert: card })),
    remove: async () => void (await ask('remove')),
    traffic: async () => (await ask('traffic')) as Traffic,
    release: async () => void (await ask('release')),
    untilFault: async () => void (await ask('until-fault')),
    untilReset: async () => void (await ask('until-reset')),
    close: async () => void (await worker.terminate()),
  };
}

if (!isMainThread) serve(workerData as number);

function serve(port: number): void {
  const slot = createVpcdSlot(port);
  const cards = new Map<string, VirtualCard>();
  let last: VirtualCard | null = null;
  let line = faultyLine(null);
  let onReset = () => {};
  parentPort?.on('message', async (request: Request) => {
    if (request === 'remove') slot.remove();
    else if (request === 'release') line.release();
    else if (request === 'until-fault') await line.fault;
    else if (request === 'until-reset') {
      await new Promise<void>((resolve) => {
        onReset = resolve;
      });
    } else if (request !== 'traffic') {
      const { fault, name } = request.insert;
      last = cards.get(name) ?? tellingReset(makeCard(request.insert), () => onReset());
      cards.set(name, last);
      line = faultyLine(fault ?? null);
      await slot.insert(last, line.pass);
    }
    parentPort?.postMessage(last?.traffic() ?? null);
  });
}

const tellingReset = (card: VirtualCard, tell: () => void): VirtualCard => ({
  ...card,
  reset() {
    card.reset();
    tell();
  },
});

interface FaultyLine {
  readonly pass: Line;
  readonly fault: Promise<void>;
  release(): void;
}

function faultyLine(fault: LineFault | null): FaultyLine {
  const [befallen, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let sent = 0;
  let isOver = fault === null;
  const isMeant = ([, instruction]: Uint8Array) =>
    fault?.command === 'append' ? instruction === append : sent === fault?.command;
  return {
    fault: befallen.promise,
    release: released.resolve,
    async pass(command) {
      sent += 1;
      if (fault === null || isOver || !isMeant(command)) return 'through';
      isOver = true;
      befallen.resolve();
      if (fault.answer === 'cut') return 'cut';
      await (fault.answer === 'held' ? released.promise : delay(fault.answer));
      return 'through';
    },
  };
}

/** APPEND RECORD. */
const append = 0xe2;

function makeCard({ image, isMute, protocol, tear }: InsertedCard): VirtualCard {
  const card = createVirtualCard(imageOf(image));
  if (tear !== undefined) card.tearAt(tear.command, tear.moment);
  if (isMute) return { ...card, atr: noise };
  return protocol === 'T=0' ? behindT0(card) : card;
}

/** More bytes than any answer to reset has: the driver gives up on them, and the service calls the card mute. */
const noise = new Uint8Array(40).fill(0x3b);

function imageOf(text: string): CardImage {
  const decoded = decodeCardImage(text);
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.failure));
  return decoded.value;
}
