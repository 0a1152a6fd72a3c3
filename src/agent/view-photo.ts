import type { PhotoView } from '#contracts/visit-views.ts';
import { hasPhoto } from '#store/photos.ts';
import type { OpenVisit } from './open-visit.ts';
import type { Terminal } from './terminal.ts';

/** Whether the holder's photo can be shown, and why not. */
export function viewPhoto({ card, store }: Terminal, visit: OpenVisit): PhotoView {
  // On a guardian's card the photo is the guardian's.
  const hash = visit.insteadOfCard === undefined ? (visit.photoHash ?? null) : null;
  if (hash === null) return { state: 'none' };
  if (hasPhoto(store.reader, hash)) return { state: 'here', hash };
  const isIn = card !== null && card.cardNumber === visit.card.cardNumber;
  return { state: (isIn ? card.photoTrouble : null) ?? (visit.isCardPresent ? 'reading' : 'none') };
}
