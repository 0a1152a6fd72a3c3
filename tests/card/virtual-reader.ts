import { once } from 'node:events';
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
  close(): Promise<void>;
}

export interface InsertedCard {
  readonly name: string;
  /** As `encodeCardImage` writes it; not looked at when the card is known. */
  readonly image: string;
  readonly protocol?: 'T=0';
  readonly tear?: { readonly command: number; readonly moment: TearMoment };
  /** It gives no answer to reset that could be one. */
  readonly isMute?: true;
  /** At the so-many-th command, counted from 1, its answer is late by so many milliseconds, or the line drops. */
  readonly fault?: { readonly command: number; readonly late: number | 'cut' };
}

type Request = { readonly insert: InsertedCard } | 'remove' | 'traffic';

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
    close: async () => void (await worker.terminate()),
  };
}

if (!isMainThread) serve(workerData as number);

function serve(port: number): void {
  const slot = createVpcdSlot(port);
  const cards = new Map<string, VirtualCard>();
  let last: VirtualCard | null = null;
  parentPort?.on('message', async (request: Request) => {
    if (request === 'remove') slot.remove();
    else if (request !== 'traffic') {
      const { fault, name } = request.insert;
      last = cards.get(name) ?? makeCard(request.insert);
      cards.set(name, last);
      await slot.insert(last, fault === undefined ? undefined : faultyLine(fault));
    }
    parentPort?.postMessage(last?.traffic() ?? null);
  });
}

function faultyLine({ command, late }: NonNullable<InsertedCard['fault']>): Line {
  let sent = 0;
  return async () => {
    sent += 1;
    if (sent !== command) return 'through';
    if (late === 'cut') return 'cut';
    await new Promise((resolve) => setTimeout(resolve, late));
    return 'through';
  };
}

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
