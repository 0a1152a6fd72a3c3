import type { CardChannel } from '#card/transport/channel.ts';
import { transmitWhole, withoutWanted } from '#card/transport/response-loop.ts';
import type { AnyVirtualCard } from '#card/virtual/virtual-card.ts';
import { toHex } from '#domain/chain.ts';
import { succeed } from '#domain/result.ts';
import type { Spoiling } from './spoil.ts';

/** What one honest card said in one flow. */
export interface Recording {
  readonly atr: Uint8Array;
  readonly answers: readonly { readonly command: Uint8Array; readonly answer: Uint8Array }[];
}

/** A channel to a card, and all that crosses it. */
export function recorded(card: AnyVirtualCard): { channel: CardChannel; recording: Recording } {
  const answers: { command: Uint8Array; answer: Uint8Array }[] = [];
  const channel = channelTo(card.atr, (command) => {
    const answer = card.transmit(command);
    answers.push({ command, answer });
    return answer;
  });
  return { channel, recording: { atr: card.atr, answers } };
}

/** A card that says again what was recorded, spoilt; it throws once it is asked more than anybody may ask. */
export function replayed(recording: Recording, spoilings: readonly Spoiling[]) {
  const { answers, atr } = recording;
  const byCommand = new Map(answers.map((each) => [toHex(each.command), each.answer]));
  const byInstruction = new Map(answers.map((each) => [each.command[1], each.answer]));
  const all = answers.map(({ answer }) => answer);
  const told = { responses: 0 };
  const answerTo = (command: Uint8Array): Uint8Array =>
    byCommand.get(toHex(command)) ??
    (isReading(command) ? nothingThere : (byInstruction.get(command[1]) ?? nothingThere));
  const channel = channelTo(atr, (command) => {
    const at = told.responses;
    told.responses += 1;
    if (at >= mostResponses) throw new Error(`asked more than ${mostResponses} times`);
    return spoilings
      .filter((each) => each.at % (answers.length + 2) === at)
      .reduce((answer, { change }) => change(answer, all), answerTo(command));
  });
  return { channel, told };
}

const channelTo = (
  atr: Uint8Array,
  transmit: (command: Uint8Array) => Uint8Array,
): CardChannel => ({
  reader: 'Fuzzed',
  atr,
  transmit: (command) =>
    transmitWhole(isT0(atr) ? withoutWanted(command) : command, async (sent) =>
      succeed(transmit(sent)),
    ),
  close: async () => undefined,
});

/** No interface bytes: T=0 by default (ISO/IEC 7816-3 section 8.2). */
const isT0 = (atr: Uint8Array): boolean => ((atr[1] ?? 0) & 0xf0) === 0;

/** READ RECORD and READ BINARY: what was not recorded is not there. */
const isReading = (command: Uint8Array): boolean => command[1] === 0xb2 || command[1] === 0xb0;
const nothingThere = Uint8Array.of(0x6a, 0x83);

/** 254 records, each answered in 16 rounds, twice over: nothing that reads a card needs so many. */
const mostResponses = 8192;
