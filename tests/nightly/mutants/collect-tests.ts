import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import { expect } from 'vitest';

/** A test as a file declares it, under the names of the blocks around it. */
export interface Declared {
  readonly id: string;
  readonly file: string;
  run(): unknown;
}

/** What a test file finds under `vitest` while it is loaded, and the tests that it leaves behind. */
export function collectTests() {
  const tests: Declared[] = [];
  const around: string[] = [];
  let file = '';
  const declare = (name: string, run: Run) => {
    const path = [...around, name].join(' > ');
    const sameBefore = tests.filter(({ id }) => id.split(' #')[0] === path).length;
    tests.push({ id: sameBefore === 0 ? path : `${path} #${sameBefore + 1}`, file, run });
  };
  const it = Object.assign(declare, { each: eachOf(declare) });
  const block = (name: string, body: Run) => {
    around.push(name);
    body();
    around.pop();
  };
  const describe = Object.assign(block, { each: eachOf(block) });
  const left: readonly Declared[] = tests;
  const begin = (path: string) => {
    file = path;
  };
  return { vitest: { describe, it, test: it, expect: expectHere }, tests: left, begin };
}

/** Vitest's own; but what is kept in a file is only compared, since outside Vitest nobody writes it. */
const expectHere = new Proxy(expect, {
  apply: (_target, _self, [received, message]: [unknown, string?]) =>
    Object.assign(expect(received, message), {
      toMatchFileSnapshot: (file: string) =>
        expect(received).toBe(readFileSync(join('tests/domain', file), 'utf8')),
    }),
});

type Run = (...row: readonly unknown[]) => unknown;

const eachOf =
  (declare: (name: string, run: Run) => void) =>
  (rows: readonly unknown[]) =>
  (name: string, run: Run): void => {
    for (const row of rows) {
      const given = Array.isArray(row) ? row : [row];
      const wanted = name.match(/%[a-z]/g)?.length ?? 0;
      declare(format(name, ...given.slice(0, wanted)), () => run(...given));
    }
  };
