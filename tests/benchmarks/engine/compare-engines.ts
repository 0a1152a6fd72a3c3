import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import { type Cost, measure, median } from '../measure.ts';
import { gistOfLine, gistOfPlain } from './agreement.ts';
import { generateClaims } from './generate-claims.ts';
import { openJsonRules } from './json-rules-rival.ts';
import { listPlainFacts, type PlainFacts } from './plain-facts.ts';
import { plainPack } from './plain-pack.ts';
import { plainRules } from './plain-rules.ts';
import type { Rival } from './rivals.ts';
import { openZen } from './zen-rival.ts';

export interface Comparison {
  readonly lines: number;
  /** Lines on which some engine decided otherwise; the first of them told. */
  readonly differing: number;
  readonly firstDifference: string | null;
  /** Rules that no line broke: what they say was not compared. */
  readonly untried: readonly string[];
  readonly costs: readonly EngineCost[];
}

/** Medians over the rounds, in microseconds a line. */
export interface EngineCost extends Cost {
  readonly name: string;
}

export interface ComparisonSize {
  readonly claims: number;
  readonly linesEach: number;
  readonly rounds: number;
  /** How long each engine's turn lasts at least; it decides all lines at least once. */
  readonly turnMs: number;
}

const warmUps = 2;

/** How long a list of prices the lines are decided over. */
const prices = 10_000;

/** Decides the same lines with every engine, checks that they agree, then times them in turns. */
export async function compareEngines(
  { claims: count, linesEach, rounds, turnMs }: ComparisonSize,
  openRivals = [openJsonRules, openZen],
): Promise<Comparison> {
  const pack = compilePack(plainPack(prices));
  const claims = generateClaims(count, linesEach, prices);
  const facts = listPlainFacts(claims, pack);
  const rivals = openRivals.map((open) => open(plainRules));
  const decideAll = () => {
    for (const claim of claims) adjudicate(claim, pack);
  };

  const own = claims.flatMap((claim) => adjudicate(claim, pack).lines.map(gistOfLine));
  const differences = [];
  for (const rival of rivals) differences.push(...(await findDifferences(rival, facts, own)));
  const contestants = [
    { name: 'engine', work: decideAll },
    ...rivals.map((rival) => ({ name: rival.name, work: () => decideFacts(rival, facts) })),
  ];
  const costs = await time(contestants, facts.length, rounds, turnMs);
  const tried = new Set(own.flatMap((gist) => gist.split('; ').slice(1)));
  return {
    lines: facts.length,
    differing: differences.length,
    firstDifference: differences[0] ?? null,
    untried: plainRules
      .map(({ check, outcome, reason }) => `${check} ${outcome}: ${reason}`)
      .filter((gist) => !tried.has(gist)),
    costs,
  };
}

async function findDifferences(
  rival: Rival,
  facts: readonly PlainFacts[],
  own: readonly string[],
): Promise<readonly string[]> {
  const differences: string[] = [];
  for (const [place, line] of facts.entries()) {
    const theirs = gistOfPlain(await rival.decide(line));
    if (theirs !== own[place]) {
      differences.push(`line ${place}: engine ${own[place]} | ${rival.name} ${theirs}`);
    }
  }
  return differences;
}

async function decideFacts(rival: Rival, facts: readonly PlainFacts[]): Promise<void> {
  for (const line of facts) await rival.decide(line);
}

/** A few rounds to warm up, then rounds in which every contestant has its turn. */
async function time(
  contestants: readonly { readonly name: string; readonly work: () => void | Promise<void> }[],
  lines: number,
  rounds: number,
  turnMs: number,
): Promise<readonly EngineCost[]> {
  const costs = new Map(contestants.map(({ name }): [string, Cost[]] => [name, []]));
  for (let round = 1 - warmUps; round <= rounds; round++) {
    for (const { name, work } of contestants) {
      const cost = await measure(lines, turnMs, work);
      if (round > 0) costs.get(name)?.push(cost);
    }
  }
  return [...costs].map(([name, taken]) => ({
    name,
    wall: median(taken.map(({ wall }) => wall)),
    processor: median(taken.map(({ processor }) => processor)),
  }));
}
