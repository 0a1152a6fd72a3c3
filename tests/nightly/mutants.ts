import { explain } from './mutants/explain-survivors.ts';
import { listFileScores, scoreOf, tableOf } from './mutants/mutant-scores.ts';
import { readWishes } from './mutants/mutant-wishes.ts';
import { runStryker } from './mutants/run-stryker.ts';
import { survivorReasons } from './mutants/survivor-reasons/index.ts';
import type { Nightly } from './nightly.ts';

/** Breaks the rules engine in every small way and counts how often its tables notice. */
export const mutants: Nightly = {
  about: 'breaks the rules engine in thousands of small ways, which its tables must notice',
  async run(say, rest) {
    const wishes = readWishes(rest);
    if (wishes === null) return { isSound: false, lines: [usage] };
    const found = await runStryker(wishes, say);
    if (!found.ok) return { isSound: false, lines: [found.trouble] };

    const { lines, unexplained, stale } = explain(found.mutants, survivorReasons);
    const files = listFileScores(found.mutants);
    const score = scoreOf(found.mutants);
    const isSound = score.percent >= leastPercent && stale.length === 0;
    const facts = { ...score, least: leastPercent, files: files.length, unexplained };
    return {
      isSound,
      lines: [
        ...lines,
        ...stale.map((one) => `No mutant survives any more of which it is said: ${one}`),
        ...tableOf(files, score),
        ...(wishes.isJson ? [JSON.stringify({ ...facts, stale: stale.length, isSound })] : []),
      ],
    };
  },
};

/** Of all mutants, those too that nothing could tell from the original. */
const leastPercent = 85;

const usage =
  'npm run nightly -- mutants [--file checks/cover.ts]... [--incremental] [--concurrency 1] [--json]';
