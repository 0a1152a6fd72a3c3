import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import type { Bench } from '../bench.ts';
import { measure, median } from '../measure.ts';
import { generateClaims } from './generate-claims.ts';
import { plainPack } from './plain-pack.ts';

export const engineBench: Bench = {
  about: 'decides the same lines with this engine, json-rules-engine and zen-engine',
  async run(size) {
    const prices = 10_000;
    const claims = generateClaims(size === 'tiny' ? 200 : 20_000, 1, prices);
    const pack = compilePack(plainPack(prices));
    const rounds = [];
    for (let round = 0; round < 5; round++) {
      const cost = await measure(claims.length, () => {
        for (const claim of claims) adjudicate(claim, pack);
      });
      rounds.push(cost.wall);
    }
    const each = median(rounds);
    return {
      isSound: true,
      tables: [
        {
          title: 'Lines of one claim each, a contract of eleven plain rules',
          heads: ['engine', 'us a line', 'lines/s'],
          rows: [['engine', each.toFixed(1), String(Math.round(1e6 / each))]],
        },
      ],
      json: { linesPerSecond: Math.round(1e6 / each) },
    };
  },
};
