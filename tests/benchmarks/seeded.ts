/** Draws that are the same in every run: mulberry32. */
export interface Seeded {
  /** A whole number from 0 up to, not including, the limit. */
  below(limit: number): number;
  /** Whether something befalls that befalls once in so many times. */
  onceIn(times: number): boolean;
  /** One of the list. */
  of<T>(list: readonly [T, ...T[]]): T;
}

export function seeded(seed: number): Seeded {
  let state = seed;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
  };
  return {
    below,
    onceIn: (times) => below(times) === 0,
    of: (list) => list[below(list.length)] ?? list[0],
  };
}
