/** SHA-256 (FIPS 180-4) of ASCII text, as eight 32-bit words: small inputs only, where purity matters. */
export function sha256Words(text: string): readonly number[] {
  const words = pad(text);
  let hash = firstWords;
  for (let block = 0; block < words.length; block += 16) {
    hash = compress(hash, words.slice(block, block + 16));
  }
  return hash;
}

const firstWords: readonly number[] = [
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
];

const constants: readonly number[] = [
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
];

function pad(text: string): number[] {
  const bytes = [...text].map((letter) => letter.charCodeAt(0));
  const bits = bytes.length * 8;
  bytes.push(0x80);
  while (bytes.length % 64 !== 56) bytes.push(0);
  // Texts are far shorter than 2^32 bits: the upper word of the length is zero.
  bytes.push(0, 0, 0, 0, bits >>> 24, (bits >>> 16) & 255, (bits >>> 8) & 255, bits & 255);
  return Array.from({ length: bytes.length / 4 }, (_, i) =>
    [0, 1, 2, 3].reduce((word, at) => (word << 8) | (bytes[i * 4 + at] ?? 0), 0),
  );
}

function compress(hash: readonly number[], block: readonly number[]): readonly number[] {
  const schedule = extend(block);
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
  for (let i = 0; i < 64; i++) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const first = (h + mix(e, 6, 11, 25) + choice + (constants[i] ?? 0) + (schedule[i] ?? 0)) | 0;
    const second = (mix(a, 2, 13, 22) + majority) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  return [a, b, c, d, e, f, g, h].map((word, i) => (word + (hash[i] ?? 0)) >>> 0);
}

function extend(block: readonly number[]): readonly number[] {
  const words = [...block];
  for (let i = 16; i < 64; i++) {
    const [x = 0, y = 0] = [words[i - 15], words[i - 2]];
    const low = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3);
    const high = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10);
    words.push(((words[i - 16] ?? 0) + low + (words[i - 7] ?? 0) + high) | 0);
  }
  return words;
}

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

const mix = (word: number, a: number, b: number, c: number): number =>
  turn(word, a) ^ turn(word, b) ^ turn(word, c);
