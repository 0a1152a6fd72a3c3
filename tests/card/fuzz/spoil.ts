/** What a fuzzed card does to its answers: made of bytes, so that whatever makes bytes can drive it. */
export interface Spoiling {
  /** The answer that is spoilt, counted from 0; later ones stay as they are unless another says so. */
  readonly at: number;
  readonly change: (answer: Uint8Array, others: readonly Uint8Array[]) => Uint8Array;
}

/** Reads bytes as spoilings, as many as they hold; every row of bytes is some. */
export function spoilingsFrom(bytes: Uint8Array): Spoiling[] {
  const found: Spoiling[] = [];
  for (let from = 0; from + head <= bytes.length; ) {
    const [at = 0, kind = 0, first = 0, second = 0, size = 0] = bytes.subarray(from, from + head);
    const own = bytes.subarray(from + head, from + head + size);
    from += head + own.length;
    const change = changes[kind % changes.length];
    if (change === undefined) throw new Error('the index is below the length');
    found.push({ at, change: (answer, others) => change(answer, { first, second, own, others }) });
  }
  return found;
}

const head = 5;

interface Means {
  readonly first: number;
  readonly second: number;
  readonly own: Uint8Array;
  readonly others: readonly Uint8Array[];
}

type Change = (answer: Uint8Array, means: Means) => Uint8Array;

const changes: readonly Change[] = [
  function replaceAll(_answer, { own }) {
    return own;
  },
  function replaceBody(answer, { own }) {
    return Uint8Array.of(...own, ...answer.subarray(-2));
  },
  function replaceStatus(answer, { first, second }) {
    return Uint8Array.of(...answer.subarray(0, -2), first, second);
  },
  function replaceStatusByUsual(answer, { first, second }) {
    const word = usualWords[first % usualWords.length] ?? 0x9000;
    return Uint8Array.of(...answer.subarray(0, -2), word >> 8, (word & 0xff) | (second & 0x0f));
  },
  function flipBit(answer, { first, second }) {
    const at = (first * 256 + second) % Math.max(1, answer.length * 8);
    return answer.map((byte, i) => (i === at >> 3 ? byte ^ (1 << (at & 7)) : byte));
  },
  function setByte(answer, { first, second }) {
    return answer.map((byte, i) => (i === first % Math.max(1, answer.length) ? second : byte));
  },
  function cutShort(answer, { first, second }) {
    const length = first % Math.max(1, answer.length);
    return second % 2 === 0
      ? answer.slice(0, length)
      : Uint8Array.of(...answer.subarray(0, length), ...answer.subarray(-2));
  },
  function goOn(answer, { own }) {
    return Uint8Array.of(...answer.subarray(0, -2), ...own, ...answer.subarray(-2));
  },
  function overwrite(answer, { first, own }) {
    const changed = answer.slice();
    const at = first % Math.max(1, answer.length);
    changed.set(own.subarray(0, Math.max(0, answer.length - at)), at);
    return changed;
  },
  function fill(answer, { first, second }) {
    return answer.slice().fill(second, first % Math.max(1, answer.length), -2);
  },
  function answerAnother(answer, { first, others }) {
    return others[first % Math.max(1, others.length)] ?? answer;
  },
  function repeatBody(answer, { first }) {
    const body = answer.subarray(0, -2);
    const times = (first % 4) + 1;
    const all = Array.from({ length: times }, () => [...body]).flat();
    return Uint8Array.of(...all, ...answer.subarray(-2));
  },
];

/** ISO/IEC 7816-4 section 5.6, and those that ask for more. */
const usualWords = [
  0x9000, 0x6100, 0x6c00, 0x6280, 0x6300, 0x63c0, 0x6500, 0x6700, 0x6980, 0x6a80, 0x6b00, 0x6d00,
];
