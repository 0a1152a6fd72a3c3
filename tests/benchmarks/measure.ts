/** What a piece of work took, in microseconds a piece: by the clock, and of processor time in all threads. */
export interface Cost {
  readonly wall: number;
  readonly processor: number;
}

/** Runs work that holds so many pieces, once. */
export async function measure(pieces: number, work: () => void | Promise<void>): Promise<Cost> {
  globalThis.gc?.();
  const cpu = process.cpuUsage();
  const start = process.hrtime.bigint();
  await work();
  const wall = Number(process.hrtime.bigint() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return { wall: wall / pieces, processor: (user + system) / pieces };
}

/** The middle one; of an even number, the lower of the two in the middle. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The value that so great a part of the values does not exceed; 0 of none. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0;
}
