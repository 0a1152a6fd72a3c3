import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { concatBytes } from './profile/bytes.ts';
import { showStatusWord, statusWords } from './status-words.ts';
import type { CardChannel } from './transport/channel.ts';

/** Commands of ISO/IEC 7816-4, short form. */

/** SELECT by application identifier, no answer but the status word (section 11.2.2). */
export const selectApplication = (aid: Uint8Array): Uint8Array =>
  concatBytes(Uint8Array.of(0x00, 0xa4, 0x04, 0x0c, aid.length), aid);

/** READ RECORD by number in the file of that short identifier; record 1 is the newest (section 11.4.3). */
export const readRecord = (sfi: number, number: number): Uint8Array =>
  Uint8Array.of(0x00, 0xb2, number, (sfi << 3) | 4, 0x00);

/** INTERNAL AUTHENTICATE with a challenge of 16 bytes (section 11.5.2). */
export const internalAuthenticate = (challenge: Uint8Array): Uint8Array =>
  concatBytes(
    Uint8Array.of(0x00, 0x88, 0x00, 0x00, challenge.length),
    challenge,
    Uint8Array.of(0x00),
  );

/** PERFORM SECURITY OPERATION: verify a card-verifiable certificate (ISO/IEC 7816-8 section 11.8). */
export const verifyCertificate = (certificate: Uint8Array): Uint8Array =>
  concatBytes(Uint8Array.of(0x00, 0x2a, 0x00, 0xbe, certificate.length), certificate);

/** GET CHALLENGE of so many bytes (section 11.5.3). */
export const getChallenge = (size: number): Uint8Array =>
  Uint8Array.of(0x00, 0x84, 0x00, 0x00, size);

/** MUTUAL AUTHENTICATE: the terminal's challenge and its signature over both (section 11.5.5). */
export const mutualAuthenticate = (challenge: Uint8Array, signature: Uint8Array): Uint8Array =>
  concatBytes(
    Uint8Array.of(0x00, 0x82, 0x00, 0x00, challenge.length + signature.length),
    challenge,
    signature,
    Uint8Array.of(0x00),
  );

/** APPEND RECORD to the file of that short identifier (section 11.4.7). */
export const appendTo = (sfi: number, record: Uint8Array): Uint8Array =>
  concatBytes(Uint8Array.of(0x00, 0xe2, 0x00, sfi << 3, record.length), record);

/** VERIFY the holder's PIN, an ISO 9564-1 format 2 block (section 11.5.6). */
export const verifyPin = (block: Uint8Array): Uint8Array =>
  concatBytes(Uint8Array.of(0x00, 0x20, 0x00, 0x01, block.length), block);

/** VERIFY without a PIN asks how it stands, and costs no try. */
export const askPin: Uint8Array = Uint8Array.of(0x00, 0x20, 0x00, 0x01);

/** CHANGE REFERENCE DATA: the PIN that holds and the one that is to hold (section 11.5.7). */
export const changePin = (old: Uint8Array, next: Uint8Array): Uint8Array =>
  concatBytes(Uint8Array.of(0x00, 0x24, 0x00, 0x01, old.length + next.length), old, next);

/** RESET RETRY COUNTER with a new PIN (section 11.5.10). */
export const resetPin = (block: Uint8Array): Uint8Array =>
  concatBytes(Uint8Array.of(0x00, 0x2c, 0x02, 0x01, block.length), block);

/** GET RESPONSE for so many bytes, 0 standing for 256 (section 11.8.1). */
export const getResponse = (classByte: number, length: number): Uint8Array =>
  Uint8Array.of(classByte, 0xc0, 0x00, 0x00, length);

/** An R-APDU taken apart. */
export interface Answer {
  readonly body: Uint8Array;
  readonly statusWord: number;
}

/** Takes an R-APDU apart; null when it has no status word. */
export function splitAnswer(response: Uint8Array): Answer | null {
  const [first, second] = response.subarray(-2);
  if (first === undefined || second === undefined) return null;
  return { body: response.slice(0, -2), statusWord: (first << 8) | second };
}

/** Sends a command and takes the answer apart, whatever its status word is. */
export async function ask(
  channel: CardChannel,
  command: Uint8Array,
  step: string,
): Promise<Result<Answer, Failure>> {
  const sent = await channel.transmit(command);
  if (!sent.ok) return sent;
  const answer = splitAnswer(sent.value);
  return answer === null ? failWith(failure('card-answer-malformed', { step })) : succeed(answer);
}

/** Sends a command that must answer 9000; the value is the answer's body. */
export async function demand(
  channel: CardChannel,
  command: Uint8Array,
  step: string,
): Promise<Result<Uint8Array, Failure>> {
  const asked = await ask(channel, command, step);
  if (!asked.ok) return asked;
  const { body, statusWord } = asked.value;
  return statusWord === statusWords.done ? succeed(body) : failWith(refusal(step, statusWord));
}

export const refusal = (step: string, statusWord: number): Failure =>
  failure('card-status', { step, statusWord: showStatusWord(statusWord) });
