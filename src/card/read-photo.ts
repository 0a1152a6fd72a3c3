import { toHex } from '#domain/chain.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { ask, refusal } from './apdu.ts';
import { readBinaryAt, readBinaryOf } from './kinds/read-binary.ts';
import { concatBytes } from './profile/bytes.ts';
import { photoFile } from './profile/layout.ts';
import { sha256 } from './profile/p256.ts';
import { statusWords } from './status-words.ts';
import type { CardChannel } from './transport/channel.ts';

/** The photo whole, as it is stored; some 20 commands, so it comes after everything that decides. Verifies nothing. */
export async function readPhoto(channel: CardChannel): Promise<Result<Uint8Array, Failure>> {
  const pieces: Uint8Array[] = [];
  for (let offset = 0; offset <= photoFile.largest; offset += pieceSize) {
    const piece = await readPiece(channel, offset);
    if (!piece.ok) return piece;
    pieces.push(piece.value);
    if (piece.value.length < pieceSize) return succeed(concatBytes(...pieces));
  }
  return failWith(failure('card-answer-malformed', { step: 'READ PHOTO' }));
}

/** Shorter than was asked for at the end of the file, and nothing beyond it. */
async function readPiece(
  channel: CardChannel,
  offset: number,
): Promise<Result<Uint8Array, Failure>> {
  const isFirst = offset === 0;
  const command = isFirst
    ? readBinaryOf(photoFile.sfi, 0, pieceSize)
    : readBinaryAt(offset, pieceSize);
  const asked = await ask(channel, command, 'READ PHOTO');
  if (!asked.ok) return asked;
  const { body, statusWord } = asked.value;
  if (statusWord === statusWords.wrongOffset && !isFirst) return succeed(new Uint8Array());
  const isRead = statusWord === statusWords.done || statusWord === statusWords.endOfFile;
  return isRead ? succeed(body) : failWith(refusal('READ PHOTO', statusWord));
}

/** As HEAD names a photo: the first 16 bytes of its SHA-256, hex. */
export const photoHashOf = (photo: Uint8Array): string => toHex(sha256(photo).slice(0, 16));

/** What kind of picture the bytes begin like; null for neither. */
export function pictureTypeOf(photo: Uint8Array): 'image/jpeg' | 'image/png' | null {
  const start = toHex(photo.slice(0, 4));
  if (start.startsWith('ffd8ff')) return 'image/jpeg';
  return start === '89504e47' ? 'image/png' : null;
}

const pieceSize = 240;
