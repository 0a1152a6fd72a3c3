/** What a piece of work took, in microseconds a piece: by the clock, and of processor time in all threads. */
export interface Cost {
  readonly wall: number;
  readonly processor: number;
}

/** Runs work that holds so many pieces, over and over until it has lasted so many milliseconds. */
export async function measure(
  pieces: number,
  milliseconds: number,
  work: () => void | Promise<void>,
): Promise<Cost> {
  globalThis.gc?.();
  const cpu = process.cpuUsage();
  const start = performance.now();
  let runs = 0;
  let lasted = 0;
  while (runs === 0 || lasted < milliseconds) {
    await work();
    runs += 1;
    lasted = performance.now() - start;
  }
  const { user, system } = process.cpuUsage(cpu);
  return { wall: (lasted * 1000) / (runs * pieces), processor: (user + system) / (runs * pieces) };
}

/** The middle one; of an even number, the lower of the two in the middle. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The value that so great a part of the values does not exceed; 0 of none. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0;
}
