import { checkMoney, type Decided, moneyLaws } from '#tests/domain/money-laws.ts';
import type { Nightly } from './nightly.ts';

const usual = 100_000;
/** Claims between two words on how far it has come. */
const step = 10_000;

/** The laws of money on many claims, each under a contract of its own; what follows the name is how many. */
export const money: Nightly = {
  about: 'the laws of money on 100,000 claims, each under a contract of its own',
  async run(say, [wanted]) {
    const claims = wanted === undefined ? usual : Number(wanted);
    if (!Number.isSafeInteger(claims) || claims < 1)
      return { isSound: false, lines: [`"${wanted}" is no number of claims: write a whole one.`] };
    const counts = new Map<string, number>();
    const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);
    const note = ({ decision }: Decided) => {
      count('claims');
      for (const { outcome, steps } of decision.lines) {
        count(`lines ${outcome}`);
        for (const name of new Set(steps.map(({ step }) => step))) count(`lines with ${name}`);
      }
      const done = counts.get('claims') ?? 0;
      if (done % step === 0) say(`${done} claims`);
    };
    const laws = Object.keys(moneyLaws).map((name) => `  ${name}`);
    try {
      checkMoney(claims, note);
    } catch (error) {
      return { isSound: false, lines: [error instanceof Error ? error.message : String(error)] };
    }
    const told = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
    const lines = told.map(([what, number]) => `${what}: ${number}`);
    return { isSound: true, lines: [`${laws.length} laws held:`, ...laws, ...lines] };
  },
};
