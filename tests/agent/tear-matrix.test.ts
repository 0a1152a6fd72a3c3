import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { files } from '#card/profile/layout.ts';
import { flows, flowsOf } from './tears/flows.ts';
import { countCases, runMatrix } from './tears/run-matrix.ts';
import { listSome } from './tears/tear-matrix.ts';

it('a card pulled out of any flow that writes is in the old state or the new one, and nothing is lost or given twice', async () => {
  const report = await runMatrix(200, flows, listSome, () => undefined);
  process.stdout.write(`The tear matrix: ${countCases(report)} of its cases ran.\n`);
  expect(report.failures).toEqual([]);
  expect(report.ran.map(({ flow }) => flow)).toEqual(flows.map(({ name }) => name));
  for (const { cases, flow } of report.ran) expect(cases, flow).toBeGreaterThan(2);
}, 300_000);

const source = fileURLToPath(new URL('../../src', import.meta.url));

/** The chip's side and its scripts take records; they send none. */
const sendsNothing = /^card\/(virtual|conformance)\//;

it('has a flow for every file that the terminal appends to', () => {
  const appended = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !sendsNothing.test(name))
    .flatMap((name) => [...readFileSync(join(source, name), 'utf8').matchAll(appending)])
    .map(([, file = '']) => file);
  expect(appended).toContain('LEDGER');
  for (const file of new Set(appended)) {
    expect(Object.keys(files), 'a file is named where it is appended to').toContain(file);
    if (file === 'HEAD' || file === 'MED') expect(flowsOf[file], file).not.toEqual([]);
  }
});

const appending = /appendTo\(\s*(?:files\.(\w+)\.sfi)?/g;
