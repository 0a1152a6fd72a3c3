import type { Seeded } from '#tests/benchmarks/seeded.ts';

/** Bytes for one run: mostly one spoilt answer, now and then several, some of them long. */
export function drawBytes(random: Seeded): Uint8Array {
  const spoilings = random.onceIn(3) ? random.below(6) + 1 : 1;
  return Uint8Array.from(Array.from({ length: spoilings }, () => drawSpoiling(random)).flat());
}

function drawSpoiling(random: Seeded): number[] {
  const byte = () => random.below(256);
  const size = random.onceIn(4) ? random.below(256) : random.below(12);
  return [byte(), byte(), byte(), byte(), size, ...Array.from({ length: size }, byte)];
}
