import { z } from 'zod';
import type { Store } from '#store/open-store.ts';
import { findOpenVisit } from '#store/open-visit.ts';
import type { OpenVisit } from './open-visit.ts';

/**
 * The visit that a crash or a power cut interrupted, its card out until it is read again. What the centre told an
 * earlier version, which did not keep when, is asked for anew.
 */
export function restoreVisit(store: Store): OpenVisit | null {
  const found = savedSchema.safeParse(findOpenVisit(store.reader));
  if (!found.success) return null;
  const { centre, ...visit } = found.data.visit;
  const told = centre !== undefined && 'facts' in centre ? { centre } : {};
  return { ...unread, ...visit, ...told, isCardPresent: false };
}

/** What a visit kept by an earlier version does not say. */
const unread: Pick<OpenVisit, 'med' | 'ordered' | 'papers' | 'prescriptions'> = {
  med: { state: 'unknown', why: 'not-present' },
  ordered: [],
  papers: [],
  prescriptions: { state: 'unknown', why: 'not-present' },
};

// Only this program writes the row, inside the encrypted database: its version says whether it is understood.
const savedSchema = z.object({
  version: z.literal(1),
  visit: z.custom<OpenVisit>((value) => typeof value === 'object' && value !== null),
});
