/** Arabic and Latin name together take at most this many bytes of UTF-8. */
export const nameBytesLimit = 68;

export interface CardNames {
  readonly nameAr: string;
  readonly nameLatin: string;
}

/**
 * Shortens both names to `limit` bytes of UTF-8 together. The Latin one gives way first, by whole words
 * from the middle, so that first and family name stay longest; then the Arabic one; single words are cut last.
 */
export function shortenNames(names: CardNames, limit: number = nameBytesLimit): CardNames {
  const latin = wordsOf(names.nameLatin);
  const arabic = wordsOf(names.nameAr);
  if (latin.length === 0 || arabic.length === 0) throw new RangeError('a name is empty');
  const isTooLong = () => sizeOf(`${latin.join(' ')}${arabic.join(' ')}`) > limit;
  for (const words of [latin, arabic]) dropWords(words, isTooLong);
  for (const words of [latin, arabic]) cutWord(words, isTooLong);
  return { nameAr: arabic.join(' '), nameLatin: latin.join(' ') };
}

function dropWords(words: string[], isTooLong: () => boolean): void {
  while (words.length > 1 && isTooLong()) words.splice(words.length > 2 ? -2 : -1, 1);
}

function cutWord(words: string[], isTooLong: () => boolean): void {
  while ([...(words[0] ?? '')].length > 1 && isTooLong()) words[0] = withoutLast(words[0] ?? '');
}

const wordsOf = (name: string): string[] =>
  name
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '');

const sizeOf = (text: string): number => new TextEncoder().encode(text).length;

const withoutLast = (word: string): string => [...word].slice(0, -1).join('');
