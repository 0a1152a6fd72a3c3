import { photoHashOf, pictureTypeOf, readPhoto } from '#card/read-photo.ts';
import type { PhotoFile } from '#contracts/visit-views.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { findPhoto, hasPhoto, recordPhoto } from '#store/photos.ts';
import type { CardAtHand } from './card-at-hand.ts';
import { requirePermission } from './permissions.ts';
import { showVisit } from './show-visit.ts';
import type { Terminal } from './terminal.ts';

/** Reads the photo that HEAD names, unless it is here already; what has another hash is never kept. */
export async function takePhoto(
  terminal: Terminal,
  card: CardAtHand,
  isCurrent: () => boolean,
): Promise<void> {
  const { store } = terminal;
  const { photoHash: hash, proof } = card.session.identity;
  if (hash === null || proof !== 'genuine' || hasPhoto(store.reader, hash)) return;
  const read = await card.use(readPhoto);
  if (!isCurrent()) return;
  const isRight = read.ok && photoHashOf(read.value) === hash && pictureTypeOf(read.value) !== null;
  if (isRight) store.commit((db) => recordPhoto(db, hash, read.value));
  else card.photoTrouble = read.ok ? 'wrong' : 'unreadable';
  showVisit(terminal);
}

/** A photo by its hash, to be shown. */
export function showPhoto(terminal: Terminal, hash: string): Result<PhotoFile, Failure> {
  const permitted = requirePermission(terminal, 'eligibility');
  if (!permitted.ok) return permitted;
  const bytes = findPhoto(terminal.store.reader, hash);
  const type = bytes === null ? null : pictureTypeOf(bytes);
  return bytes === null || type === null
    ? failWith(failure('visit-absent'))
    : succeed({ type, base64: Buffer.from(bytes).toString('base64') });
}
