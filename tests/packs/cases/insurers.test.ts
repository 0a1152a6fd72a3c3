import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { goldenSchema } from '#packs/golden/golden-schema.ts';
import { tryGolden } from '#packs/golden/try-golden.ts';
import { readShortPack } from './short-pack.ts';

/**
 * Insurers of many kinds, one a file: a contract in short, and claims with the verdict and the money that whoever
 * knows the contract works out by hand.
 */
const folder = new URL('insurers/', import.meta.url);
const insurers = readdirSync(folder).map((file) => ({
  file,
  ...parse(readFileSync(new URL(file, folder), 'utf8')),
}));

describe.each(insurers)('$insurer', ({ file, topics, given, claims }) => {
  const golden = goldenSchema.parse({ given, claims });
  const source = { file, value: golden, problems: [], line: () => null };
  const { problems } = tryGolden([source], readShortPack(topics));

  it.each(golden.claims.map(({ name }, at) => [name, at] as const))('%s', (_, at) => {
    expect(problems.filter(({ path }) => path[1] === at).map(({ why }) => why)).toEqual([]);
  });
});
