import { toHex } from '#domain/chain.ts';
import { splitAnswer } from '../apdu.ts';
import { showStatusWord } from '../status-words.ts';
import type { CardChannel } from '../transport/channel.ts';

/** One exchange as it may be shown to whoever mends readers: nothing in it says who the patient is. */
export interface TracedExchange {
  /** Header and length; a body by its length alone, unless it names an application or a file. */
  readonly command: string;
  /** The answer by its length alone. */
  readonly answer: string;
  readonly statusWord: string | null;
}

/**
 * The channel, telling each exchange masked. Whatever a card answers may be a name, a number or a birth date in
 * some character set, so no byte of an answer is ever shown; a command's body is shown for SELECT alone.
 */
export function traced(
  channel: CardChannel,
  tell: (exchange: TracedExchange) => void,
): CardChannel {
  return {
    ...channel,
    async transmit(command) {
      const sent = await channel.transmit(command);
      const answer = sent.ok ? splitAnswer(sent.value) : null;
      tell({
        command: maskCommand(command),
        answer: answer === null ? (sent.ok ? 'malformed' : sent.failure.code) : sized(answer.body),
        statusWord: answer === null ? null : showStatusWord(answer.statusWord),
      });
      return sent;
    },
    close: () => channel.close(),
  };
}

const select = 0xa4;

function maskCommand(command: Uint8Array): string {
  if (command.length <= 5 || command[1] === select) return toHex(command);
  const end = 5 + (command[4] ?? 0);
  const body = command.slice(5, end);
  return [toHex(command.slice(0, 5)), sized(body), toHex(command.slice(end))]
    .filter(Boolean)
    .join(' ');
}

const sized = (bytes: Uint8Array): string => `[${bytes.length} bytes]`;
