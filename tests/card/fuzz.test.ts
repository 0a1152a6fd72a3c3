import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { cardFlows } from './fuzz/flows.ts';
import { type FuzzedFlow, recordFlows } from './fuzz/fuzz-flow.ts';
import { fuzz } from './fuzz/guided-target.ts';

let flows: readonly FuzzedFlow[] = [];
beforeAll(async () => {
  flows = await recordFlows();
});

describe('a card that answers whatever it likes is told from one that does not, in words:', () => {
  it.each(cardFlows.map(({ name }, i) => [name, i] as const))('%s', async (_name, i) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect((await flows[i]?.run(bytes))?.problem).toBeNull();
      }),
      { numRuns: 150 },
    );
  });

  it('each answer of each flow, replaced by any bytes', async () => {
    for (const flow of flows) {
      for (let at = 0; at < flow.steps; at += 1) {
        await fc.assert(
          fc.asyncProperty(fc.uint8Array({ maxLength: 255 }), async (answer) => {
            const bytes = Uint8Array.of(at, 0, 0, 0, answer.length, ...answer);
            expect((await flow.run(bytes)).problem, `${flow.name}, answer ${at}`).toBeNull();
          }),
          { numRuns: 5 },
        );
      }
    }
  });
});

it('what the guided engine calls takes any bytes, none included', async () => {
  await fuzz(new Uint8Array());
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 64 }), (bytes) => fuzz(bytes)),
    { numRuns: 50 },
  );
});

const source = fileURLToPath(new URL('../../src/card', import.meta.url));
const asking = /export (?:async )?function (\w+)(?:<[^>]*>)?\(\s*channel: CardChannel/g;

it('has a flow for every function that asks a card', () => {
  const all = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [...readFileSync(join(source, name), 'utf8').matchAll(asking)])
    .map(([, name]) => name)
    .filter((name) => name !== 'traced');
  const asked = new Set(cardFlows.flatMap(({ asks }) => asks));
  expect(all.filter((name) => name === undefined || !asked.has(name))).toEqual([]);
  expect(all).toContain('openCardSession');
});
