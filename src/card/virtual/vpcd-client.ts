import { connect, type Socket } from 'node:net';
import { concatBytes, readUint } from '../profile/bytes.ts';
import type { AnyVirtualCard } from './virtual-card.ts';

/**
 * Puts virtual cards into vsmartcard's virtual reader, whose driver listens on this port of the loopback
 * interface. A card is in the reader while it is connected; it goes back in when the driver restarts.
 */
export interface VpcdSlot {
  /** Resolves once the driver can be reached; a card that is in comes out first. */
  insert(card: AnyVirtualCard): Promise<void>;
  remove(): void;
}

export function createVpcdSlot(port: number): VpcdSlot {
  let take = () => {};
  const remove = () => {
    take();
    take = () => {};
  };
  return {
    remove,
    insert(card) {
      remove();
      return new Promise((resolve) => {
        take = hold(card, port, resolve);
      });
    },
  };
}

/** Keeps the card connected until the returned function takes it out. */
function hold(card: AnyVirtualCard, port: number, onReached: () => void): () => void {
  let isTaken = false;
  let socket: Socket | null = null;
  let retry: NodeJS.Timeout | undefined;
  const attach = () => {
    socket = connect(port, '127.0.0.1', onReached);
    socket.setNoDelay(true);
    // A driver that is not there, or goes away, is told by 'close' too.
    socket.on('error', () => {});
    socket.on('close', () => {
      if (!isTaken) retry = setTimeout(attach, retryMilliseconds);
    });
    serve(card, socket, takeOut);
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

/** A card without power is out of the reader. */
function serve(card: AnyVirtualCard, socket: Socket, takeOut: () => void): void {
  let received: Uint8Array = new Uint8Array(0);
  socket.on('data', (chunk: Uint8Array) => {
    received = concatBytes(received, chunk);
    while (received.length >= 2 && received.length >= 2 + readUint(received, 0, 2)) {
      const end = 2 + readUint(received, 0, 2);
      const reply = answer(card, received.slice(2, end));
      received = received.slice(end);
      if (reply?.length === 0) return takeOut();
      if (reply !== null) socket.write(inFrame(reply));
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
