import { concatBytes } from '../profile/bytes.ts';
import { moreBytes, statusWords, wrongLe } from '../status-words.ts';
import type { VirtualCard } from './virtual-card.ts';

/**
 * The same card behind T=0 (ISO/IEC 7816-3 section 12): a command either sends bytes or fetches them,
 * so answers to commands with a body wait for GET RESPONSE, and a fetch must name the exact length.
 */
export function behindT0(card: VirtualCard): VirtualCard {
  let waiting: Uint8Array | null = null;
  let traffic = { apdus: 0, bytes: 0 };

  const respond = (command: Uint8Array): Uint8Array => {
    if (command[1] === getResponse) return fetchWaiting(command[4] ?? 0);
    waiting = null;
    return command.length > 5 ? send(command) : fetchDirectly(command);
  };

  const send = (command: Uint8Array): Uint8Array => {
    // T=0 cannot carry a wanted length beside a body: the card is asked for all there is.
    const body = command.subarray(0, 5 + (command[4] ?? 0));
    if (body.length !== command.length) return twoBytes(statusWords.wrongLength);
    const isAnswered = !answeredByStatusWord.includes(body[1] ?? 0);
    const plain = card.transmit(isAnswered ? concatBytes(body, Uint8Array.of(0)) : body);
    if (plain.length <= 2) return plain;
    waiting = plain.slice(0, -2);
    return Uint8Array.of(moreBytes, waiting.length & 0xff);
  };

  const fetchDirectly = (command: Uint8Array): Uint8Array => {
    const response = card.transmit(command);
    const length = response.length - 2;
    const isExact = length <= 0 || (command[4] ?? 0) === (length & 0xff);
    return isExact ? response : Uint8Array.of(wrongLe, length & 0xff);
  };

  const fetchWaiting = (length: number): Uint8Array => {
    if (waiting === null) return twoBytes(statusWords.conditionsNotSatisfied);
    if (length !== (waiting.length & 0xff)) return Uint8Array.of(wrongLe, waiting.length & 0xff);
    const body = waiting;
    waiting = null;
    return concatBytes(body, twoBytes(statusWords.done));
  };

  return {
    ...card,
    atr: t0AnswerToReset,
    transmit(command) {
      const response = respond(command);
      const bytes = traffic.bytes + command.length + response.length;
      traffic = { apdus: traffic.apdus + 1, bytes };
      return response;
    },
    reset() {
      waiting = null;
      card.reset();
    },
    traffic: () => traffic,
  };
}

const getResponse = 0xc0;
/** SELECT, VERIFY CERTIFICATE and APPEND RECORD. */
const answeredByStatusWord = [0xa4, 0x2a, 0xe2];
const twoBytes = (word: number): Uint8Array => Uint8Array.of(word >> 8, word & 0xff);

/** No interface bytes: T=0 by default, and then no check byte; in compact TLV the name "MC-1". */
const t0AnswerToReset = Uint8Array.of(0x3b, 0x06, 0x80, 0x54, 0x4d, 0x43, 0x2d, 0x31);
