import { expect, it } from 'vitest';
import { engineBench } from './engine-bench.ts';

const aNumber = expect.any(Number);

it('the bench of the engine agrees at a tiny size and tells speed, ratios and latency', async () => {
  const { isSound, json, tables } = await engineBench.run('tiny', () => undefined);
  expect(isSound).toBe(true);
  expect(json).toMatchObject({
    agree: true,
    linesPerSecond: aNumber,
    ratio: { 'json-rules-engine': aNumber, 'zen-engine': aNumber },
    p50Ms: { engine: aNumber },
    p99Ms: { engine: aNumber },
  });
  expect(tables.map(({ rows }) => rows.length)).toEqual([3, 2, 2]);
});
