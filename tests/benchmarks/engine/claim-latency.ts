import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import type { CompiledPack } from '#domain/adjudication/rule-pack.ts';
import { median, quantile } from '../measure.ts';
import { generateClaims } from './generate-claims.ts';
import { plainPack } from './plain-pack.ts';

/** How long one claim takes by the clock, in microseconds. */
export interface Latency {
  readonly p50: number;
  readonly p99: number;
  /** Over each claim's best round: what remains when nothing else wants the processor. */
  readonly p99Undisturbed: number;
}

export interface ListSize extends Latency {
  readonly prices: number;
  readonly compileMs: number;
  /** What the compiled pack holds beyond the pack that it was compiled from. */
  readonly compiledMegabytes: number;
  readonly packMegabytes: number;
}

export interface ClaimSize extends Latency {
  readonly lines: number;
}

/** Claims of twenty lines over lists of different length. */
export function byListSize(
  sizes: readonly number[],
  claims: number,
  rounds: number,
): readonly ListSize[] {
  return sizes.map((prices) => {
    const before = heapMegabytes();
    const source = plainPack(prices);
    const packed = heapMegabytes();
    const start = performance.now();
    const pack = compilePack(source);
    const compileMs = performance.now() - start;
    const compiledMegabytes = heapMegabytes() - packed;
    const latency = latencyOf(pack, generateClaims(claims, 20, prices, 2), rounds);
    return { prices, compileMs, compiledMegabytes, packMegabytes: packed - before, ...latency };
  });
}

/** Claims of different length over one list. */
export function byClaimSize(
  prices: number,
  lines: readonly number[],
  claims: number,
  rounds: number,
): readonly ClaimSize[] {
  const pack = compilePack(plainPack(prices));
  return lines.map((count) => ({
    lines: count,
    ...latencyOf(pack, generateClaims(Math.ceil(claims / count) * 5, count, prices, 3), rounds),
  }));
}

/** One round to warm up on the same claims, then the medians of the rounds' quantiles. */
function latencyOf(
  pack: CompiledPack,
  claims: readonly AdjudicationInput[],
  rounds: number,
): Latency {
  timeEach(pack, claims);
  const taken = Array.from({ length: rounds }, () => timeEach(pack, claims));
  const best = claims.map((_, place) => Math.min(...taken.map((times) => times[place] ?? 0)));
  return {
    p50: median(taken.map((times) => quantile(times, 0.5))),
    p99: median(taken.map((times) => quantile(times, 0.99))),
    p99Undisturbed: quantile(best, 0.99),
  };
}

const timeEach = (pack: CompiledPack, claims: readonly AdjudicationInput[]): readonly number[] =>
  claims.map((claim) => {
    const start = process.hrtime.bigint();
    adjudicate(claim, pack);
    return Number(process.hrtime.bigint() - start) / 1000;
  });

function heapMegabytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
}
