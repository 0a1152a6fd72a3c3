import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { getResponse } from '../apdu.ts';
import { concatBytes } from '../profile/bytes.ts';
import { moreBytes, wrongLe } from '../status-words.ts';

export type SendRaw = (command: Uint8Array) => Promise<Result<Uint8Array, Failure>>;

/**
 * Sends one command and follows 61xx with GET RESPONSE and 6Cxx with the length that the card named
 * (ISO/IEC 7816-4 section 5.3.4), until another status word comes. The answer holds all the bytes.
 */
export async function transmitWhole(
  command: Uint8Array,
  send: SendRaw,
): Promise<Result<Uint8Array, Failure>> {
  let next = command;
  let collected: Uint8Array = new Uint8Array(0);
  for (let round = 0; round < maximumRounds; round += 1) {
    const sent = await send(next);
    if (!sent.ok) return sent;
    const [first, second] = sent.value.subarray(-2);
    if (first === undefined || second === undefined) return malformed();
    collected = concatBytes(collected, sent.value.subarray(0, -2));
    if (first === moreBytes) next = getResponse(command[0] ?? 0, second);
    else if (first === wrongLe) next = withWanted(next, second);
    else return succeed(concatBytes(collected, Uint8Array.of(first, second)));
  }
  return malformed();
}

/** A card that never ends its answer is cut off; the longest short answer needs far fewer. */
const maximumRounds = 16;

const malformed = () => failWith(failure('card-answer-malformed', { step: 'GET RESPONSE' }));

/** The command with its wanted length replaced, or added where it had none. */
function withWanted(command: Uint8Array, wanted: number): Uint8Array {
  const sentBody = command.length > 5 ? 5 + (command[4] ?? 0) : 4;
  return concatBytes(command.subarray(0, sentBody), Uint8Array.of(wanted));
}

/** The command as T=0 carries it: beside a body the wanted length is left out (ISO/IEC 7816-3 section 12). */
export function withoutWanted(command: Uint8Array): Uint8Array {
  const end = 5 + (command[4] ?? 0);
  return command.length > 5 && command.length === end + 1 ? command.subarray(0, end) : command;
}
