import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ClaimQuery, countClaims, findClaims } from '#store/find-claims.ts';
import { openStore, type Reader } from '#store/open-store.ts';
import { key, unwrap } from '#tests/store/claim-builders.ts';
import type { Bench, BenchTable } from '../bench.ts';
import { quantile } from '../measure.ts';
import { type FiledClaims, fileClaims } from './file-claims.ts';

/** How fast the Claims screen's questions are answered by an encrypted database that has seen years of claims. */
export const claimsBench: Bench = {
  about: 'finding and counting saved claims among 50,000, kind of question by kind of question',
  async run(size, say) {
    const [claims, runs] = size === 'full' ? [50_000, 200] : [400, 3];
    const folder = mkdtempSync(join(tmpdir(), 'bench-claims-'));
    const store = unwrap(openStore({ folder, key }));
    try {
      const filed = fileClaims(store, claims, say);
      const measured = asked(filed).map((question) => ask(store.reader, question, runs));
      return {
        isSound: measured.every(({ rows, expected }) => expected === null || rows === expected),
        tables: [layOut(claims, runs, measured)],
        json: { claims, runs, questions: measured },
      };
    } finally {
      store.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** What the screen lists at once. */
const listed = 200;

interface Question {
  readonly name: string;
  /** Rows that must be answered; null where any number may be. */
  readonly expected: number | null;
  readonly answer: (db: Reader) => number;
}

function asked({ aDay, aReceipt, aMember, daysClaims }: FiledClaims): readonly Question[] {
  const find = (name: string, query: Partial<ClaimQuery>, expected: number | null = null) => ({
    name,
    expected,
    answer: (db: Reader) =>
      findClaims(db, { day: null, state: null, words: null, ...query }, listed).length,
  });
  return [
    find('the latest', {}, listed),
    find('of a day', { day: aDay }, daysClaims),
    find('of a day, in a state', { day: aDay, state: 'accepted' }),
    find('in a rare state', { state: 'rejected' }),
    find('by receipt', { words: aReceipt }, 1),
    find('by member number', { words: aMember.memberNumber }),
    find('by the whole name', { words: aMember.nameAr }),
    find('by two letters', { words: 'سا' }),
    find('by name and item', { words: `${aMember.nameLatin} para` }),
    find('by an item that is in half, of a day', { words: 'paracetamol', day: aDay }),
    find('by an item that is in half, in a rare state', { words: 'para', state: 'rejected' }),
    find('by what is nowhere', { words: 'zzzz' }, 0),
    {
      name: 'count of a day',
      expected: null,
      answer: (db) => countClaims(db, aDay).length,
    },
    {
      name: 'count of all days',
      expected: null,
      answer: (db) => countClaims(db, null).length,
    },
  ];
}

interface Measured extends Omit<Question, 'answer'> {
  readonly rows: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

function ask(db: Reader, { name, expected, answer }: Question, runs: number): Measured {
  const rows = answer(db);
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    answer(db);
    return performance.now() - start;
  });
  return { name, expected, rows, p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

const layOut = (claims: number, runs: number, measured: readonly Measured[]): BenchTable => ({
  title: `${claims.toLocaleString('en-GB')} saved claims, each question asked ${runs} times`,
  heads: ['question', 'rows', 'p50', 'p99'],
  rows: measured.map(({ name, p50, p99, rows }) => [
    name,
    String(rows),
    `${p50.toFixed(2)} ms`,
    `${p99.toFixed(2)} ms`,
  ]),
});
