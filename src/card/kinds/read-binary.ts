import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { ask, refusal } from '../apdu.ts';
import { concatBytes } from '../profile/bytes.ts';
import { statusWords } from '../status-words.ts';
import type { CardChannel } from '../transport/channel.ts';

/** READ BINARY of the selected file at an offset below 32,768; a length of 256 is sent as 0 (section 11.3.3). */
export const readBinaryAt = (offset: number, length: number): Uint8Array =>
  Uint8Array.of(0x00, 0xb0, offset >> 8, offset & 0xff, length & 0xff);

/** READ BINARY by short identifier, which selects the file; the offset is one byte. */
export const readBinaryOf = (sfi: number, offset: number, length: number): Uint8Array =>
  Uint8Array.of(0x00, 0xb0, 0x80 | sfi, offset, length & 0xff);

/** Sends a command whose answer is as many bytes as the card likes, the end of the file included. */
export async function readSome(
  channel: CardChannel,
  command: Uint8Array,
  step: string,
): Promise<Result<Uint8Array, Failure>> {
  const asked = await ask(channel, command, step);
  if (!asked.ok) return asked;
  const { body, statusWord } = asked.value;
  const isRead = statusWord === statusWords.done || statusWord === statusWords.endOfFile;
  return isRead ? succeed(body) : failWith(refusal(step, statusWord));
}

/** Sends a command that must answer with exactly so many bytes. */
export async function readExactly(
  channel: CardChannel,
  command: Uint8Array,
  length: number,
  step: string,
): Promise<Result<Uint8Array, Failure>> {
  const read = await readSome(channel, command, step);
  if (!read.ok) return read;
  return read.value.length === length ? read : failWith(failure('card-answer-malformed', { step }));
}

/** Reads so many bytes of the selected file, in pieces that every reader can carry. */
export async function readWhole(
  channel: CardChannel,
  offset: number,
  length: number,
  step: string,
): Promise<Result<Uint8Array, Failure>> {
  const pieces: Uint8Array[] = [];
  for (let done = 0; done < length; done += pieceSize) {
    const size = Math.min(pieceSize, length - done);
    const read = await readExactly(channel, readBinaryAt(offset + done, size), size, step);
    if (!read.ok) return read;
    pieces.push(read.value);
  }
  return succeed(concatBytes(...pieces));
}

const pieceSize = 240;
