import type { Bench, BenchSize, BenchTable } from '../bench.ts';
import { byClaimSize, byListSize, type ClaimSize, type ListSize } from './claim-latency.ts';
import {
  type Comparison,
  type ComparisonSize,
  compareEngines,
  type EngineCost,
} from './compare-engines.ts';

interface Plan {
  readonly comparison: ComparisonSize;
  readonly lists: readonly number[];
  readonly claimLines: readonly number[];
  readonly claims: number;
  readonly rounds: number;
}

const plans: Readonly<Record<BenchSize, Plan>> = {
  full: {
    comparison: { claims: 500, linesEach: 4, rounds: 7, turnMs: 1_000 },
    lists: [5_000, 50_000, 500_000],
    claimLines: [1, 5, 20, 100],
    claims: 2_000,
    rounds: 5,
  },
  tiny: {
    comparison: { claims: 400, linesEach: 4, rounds: 1, turnMs: 0 },
    lists: [500, 1_000],
    claimLines: [1, 5],
    claims: 20,
    rounds: 1,
  },
};

export const engineBench: Bench = {
  about: 'decides the same lines with this engine, json-rules-engine and zen-engine',
  async run(size, say) {
    const { comparison, lists, claimLines, claims, rounds } = plans[size];
    say('Deciding the same lines with three engines …');
    const compared = await compareEngines(comparison);
    if (compared.firstDifference !== null) say(compared.firstDifference);
    if (compared.untried.length > 0) say(`No line tried: ${compared.untried.join(', ')}`);
    say('Deciding claims over growing lists of prices …');
    const ofLists = byListSize(lists, claims, rounds);
    const ofClaims = byClaimSize(lists.at(-1) ?? 0, claimLines, claims, rounds);
    const agree = compared.differing === 0 && compared.untried.length === 0;
    return {
      isSound: agree,
      tables: [tableOfEngines(compared), tableOfLists(ofLists), tableOfClaims(ofClaims)],
      json: { agree, ...jsonOf(compared), ...jsonOfLatency(ofLists, ofClaims) },
    };
  },
};

const perSecond = (microseconds: number): number => Math.round(1e6 / microseconds);
const short = (value: number): string => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);

/** How many times the processor time of the engine another one takes: waiting for others counts for nobody. */
const ratioTo = (own: EngineCost | undefined, other: EngineCost): number =>
  own === undefined ? 0 : Number((other.processor / own.processor).toFixed(1));

function jsonOf({ costs, lines }: Comparison) {
  const [own, ...rivals] = costs;
  return {
    lines,
    linesPerSecond: own === undefined ? 0 : perSecond(own.wall),
    ratio: Object.fromEntries(rivals.map((rival) => [rival.name, ratioTo(own, rival)])),
    microsecondsPerLine: Object.fromEntries(
      costs.map(({ name, processor }) => [name, Number(processor.toFixed(2))]),
    ),
  };
}

function jsonOfLatency(lists: readonly ListSize[], claims: readonly ClaimSize[]) {
  const last = lists.at(-1);
  const inMs = (microseconds = 0) => Number((microseconds / 1000).toFixed(3));
  return {
    p50Ms: { engine: inMs(last?.p50) },
    p99Ms: { engine: inMs(last?.p99) },
    p99UndisturbedMs: { engine: inMs(last?.p99Undisturbed) },
    prices: last?.prices ?? 0,
    p50MicrosecondsByPrices: Object.fromEntries(
      lists.map(({ prices, p50 }) => [prices, Number(short(p50))]),
    ),
    p50MicrosecondsByLines: Object.fromEntries(
      claims.map(({ lines, p50 }) => [lines, Number(short(p50))]),
    ),
  };
}

const tableOfEngines = ({ costs, lines, differing }: Comparison): BenchTable => ({
  title: `${lines} lines in claims of four, eleven plain rules: ${
    differing === 0 ? 'all engines agree on each' : `engines differ on ${differing}`
  }`,
  heads: ['', 'lines/s', 'µs a line', 'µs of processor', 'engine is faster by'],
  rows: costs.map((cost) => [
    cost.name,
    String(perSecond(cost.wall)),
    short(cost.wall),
    short(cost.processor),
    cost === costs[0] ? '' : `${ratioTo(costs[0], cost)}x`,
  ]),
});

const tableOfLists = (lists: readonly ListSize[]): BenchTable => ({
  title: 'A claim of 20 lines, by the length of the price list, in µs',
  heads: ['prices', 'p50', 'p99', 'p99 undisturbed', 'compiling, ms', 'pack, MB', 'compiled, MB'],
  rows: lists.map((list) => [
    String(list.prices),
    short(list.p50),
    short(list.p99),
    short(list.p99Undisturbed),
    short(list.compileMs),
    short(list.packMegabytes),
    short(list.compiledMegabytes),
  ]),
});

const tableOfClaims = (claims: readonly ClaimSize[]): BenchTable => ({
  title: 'A claim over the longest list, by its lines, in µs',
  heads: ['lines', 'p50', 'p99', 'p99 undisturbed', 'p50 a line'],
  rows: claims.map(({ lines, p50, p99, p99Undisturbed }) => [
    String(lines),
    short(p50),
    short(p99),
    short(p99Undisturbed),
    short(p50 / lines),
  ]),
});
