import { toHex } from '#domain/chain.ts';
import type { AttachedReader, ServiceLook } from './channel.ts';

/** What happens at the one reader that matters. */
export type ReaderEvent =
  | { readonly state: 'no-service' }
  | { readonly state: 'no-reader' }
  | { readonly state: 'empty'; readonly reader: string }
  | { readonly state: 'mute'; readonly reader: string }
  | { readonly state: 'card'; readonly reader: string; readonly atr: Uint8Array };

/** What has become of a card: read, or not to be read now, or none that this program could ever read. */
export type CardWorth = 'in-use' | 'in-trouble' | 'of-no-use';

export interface CardChoice {
  /** What is new at the reader that matters, now that all of them look like this: at most two events. */
  take(look: ServiceLook): readonly ReaderEvent[];
  /** The same, now that this is known of the card that is followed. */
  rate(worth: CardWorth): readonly ReaderEvent[];
}

/**
 * Chooses among several readers. A card in use is followed until it is taken out, whatever comes into another
 * reader; then the one that came in last, then any other. A card in trouble gives way to each of these. One of no
 * use that was there before anybody looked, as tokens built into a computer are, gives way to an empty reader too.
 */
export function createCardChoice(): CardChoice {
  let look: ServiceLook = null;
  let followed: AttachedReader | null = null;
  let told = '';
  let residents: ReadonlySet<string> = new Set();
  let worths: ReadonlyMap<string, CardWorth> = new Map();

  const choose = (readers: readonly AttachedReader[], before: ServiceLook) => {
    const known = (before ?? []).map(identify);
    const worthOf = (each: AttachedReader) => worths.get(identify(each)) ?? 'in-use';
    const isHidden = (each: AttachedReader) =>
      residents.has(identify(each)) && worthOf(each) === 'of-no-use';
    const isKept = (each: AttachedReader) =>
      followed !== null && identify(each) === identify(followed);
    const isNew = (each: AttachedReader) => !known.includes(identify(each));
    const empty = readers.filter(({ state }) => state === 'empty');
    const filled = readers.filter(
      (each) => each.state !== 'empty' && !(isHidden(each) && empty.length > 0),
    );
    const useful = filled.filter((each) => each.state === 'card' && worthOf(each) === 'in-use');
    const usual = [
      useful.find(isKept) ?? useful.find(isNew) ?? useful[0],
      // Whoever puts a mute card in should be told so.
      filled.find(isNew) ?? filled.find(isKept) ?? filled[0],
      empty.find(({ name }) => name === followed?.name) ?? empty[0],
    ];
    return usual.find((each) => each !== undefined) ?? null;
  };

  const follow = (before: ServiceLook): readonly ReaderEvent[] => {
    const left = followed;
    followed = look === null ? null : choose(look, before);
    const event = eventOf(look, followed);
    const now = followed === null ? event.state : identify(followed);
    if (now === told) return [];
    told = now;
    // Of two cards one after the other, the first was taken out in between or is left: its visit is over.
    const isSwap = left?.state === 'card' && event.state === 'card';
    return isSwap ? [{ state: 'empty', reader: left.name }, event] : [event];
  };

  return {
    take(next) {
      const before = look;
      look = next;
      const stays = (next ?? []).filter(({ state }) => state !== 'empty').map(identify);
      // A service that starts anew counts anew: what was known of its cards is not known of these.
      const isFirst = before === null;
      residents = new Set(isFirst ? stays : stays.filter((each) => residents.has(each)));
      worths = new Map([...worths].filter(([each]) => !isFirst && stays.includes(each)));
      return follow(before);
    },
    rate(worth) {
      if (followed !== null) worths = new Map([...worths, [identify(followed), worth]]);
      return follow(look);
    },
  };
}

/** One stay of one card in one reader. An empty reader is the same one however often it was used. */
const identify = ({ atr, changes, name, state }: AttachedReader): string =>
  state === 'empty' ? `${name}|empty` : [name, state, changes, toHex(atr)].join('|');

function eventOf(look: ServiceLook, chosen: AttachedReader | null): ReaderEvent {
  if (look === null) return { state: 'no-service' };
  if (chosen === null) return { state: 'no-reader' };
  const { atr, name: reader, state } = chosen;
  return state === 'card' ? { state, reader, atr } : { state, reader };
}
