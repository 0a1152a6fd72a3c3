import { connect, type Socket } from 'node:net';
import { concatBytes, readUint } from '../profile/bytes.ts';
import type { AnyVirtualCard } from './virtual-card.ts';

/**
 * Puts virtual cards into vsmartcard's virtual reader, whose driver listens on this port of the loopback
 * interface. A card is in the reader while it is connected; it goes back in when the driver restarts.
 */
export interface VpcdSlot {
  /** Resolves once the driver can be reached; a card that is in comes out first. */
  insert(card: AnyVirtualCard, line?: Line): Promise<void>;
  remove(): void;
}

/** What becomes of a command on its way to the card: it may be late, and `cut` is a line that drops and comes back. */
export type Line = (command: Uint8Array) => Promise<'through' | 'cut'>;

const soundLine: Line = async () => 'through';

export function createVpcdSlot(port: number): VpcdSlot {
  let take = () => {};
  const remove = () => {
    take();
    take = () => {};
  };
  return {
    remove,
    insert(card, line = soundLine) {
      remove();
      return new Promise((resolve) => {
        take = hold({ card, line, port }, resolve);
      });
    },
  };
}

interface Held {
  readonly card: AnyVirtualCard;
  readonly line: Line;
  readonly port: number;
}

/** Keeps the card connected until the returned function takes it out. */
function hold(held: Held, onReached: () => void): () => void {
  let isTaken = false;
  let socket: Socket | null = null;
  let retry: NodeJS.Timeout | undefined;
  const attach = () => {
    socket = connect(held.port, '127.0.0.1', onReached);
    socket.setNoDelay(true);
    // A driver that is not there, or goes away, is told by 'close' too.
    socket.on('error', () => {});
    socket.on('close', () => {
      if (!isTaken) retry = setTimeout(attach, retryMilliseconds);
    });
    serve(held, socket, takeOut);
  };
  const takeOut = () => {
    isTaken = true;
    clearTimeout(retry);
    socket?.destroy();
  };
  attach();
  return takeOut;
}

const retryMilliseconds = 100;

/** Answers in turn, each message once the one before is done with. A card without power is out of the reader. */
function serve(held: Held, socket: Socket, takeOut: () => void): void {
  let received: Uint8Array = new Uint8Array(0);
  let turn = Promise.resolve();
  const handle = async (message: Uint8Array) => {
    if (message.length > 1 && (await held.line(message)) === 'cut') socket.destroy();
    if (socket.destroyed) return;
    const reply = answer(held.card, message);
    if (reply?.length === 0 && message.length > 1) takeOut();
    else if (reply !== null) socket.write(inFrame(reply));
  };
  socket.on('data', (chunk: Uint8Array) => {
    received = concatBytes(received, chunk);
    while (received.length >= 2 && received.length >= 2 + readUint(received, 0, 2)) {
      const end = 2 + readUint(received, 0, 2);
      const message = received.slice(2, end);
      received = received.slice(end);
      turn = turn.then(() => handle(message));
    }
  });
}

/** A message of one byte is for the reader's contacts, any other is a command. Null: no reply is due. */
function answer(card: AnyVirtualCard, message: Uint8Array): Uint8Array | null {
  if (message.length !== 1) return card.transmit(message);
  if (message[0] === control.answerToReset) return card.atr;
  card.reset();
  return null;
}

/** 0 off, 1 on, 2 reset: each leaves the card as after power-up. */
const control = { answerToReset: 4 };

const inFrame = (message: Uint8Array): Uint8Array =>
  concatBytes(Uint8Array.of(message.length >> 8, message.length & 0xff), message);
