import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';

const root = new URL('../../', import.meta.url);
const wishes = z.record(z.string(), z.string()).default({});
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, root), 'utf8'));

const { packages } = z
  .object({
    packages: z.record(
      z.string(),
      z.object({ version: z.string().optional(), optionalDependencies: wishes }),
    ),
  })
  .parse(read('package-lock.json'));

it('the lock file names every platform’s packages: without one, `npm ci` refuses on all', () => {
  const absent = Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !(`${path}/node_modules/${name}` in packages || `node_modules/${name}` in packages),
    ),
  );
  expect(absent).toEqual([]);
});

it('every direct dependency is pinned to one version', () => {
  const { dependencies, devDependencies, optionalDependencies } = z
    .object({ dependencies: wishes, devDependencies: wishes, optionalDependencies: wishes })
    .parse(read('package.json'));
  const all = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
  const loose = all.filter(([, version]) => !/^(npm:[\w-]+@)?\d+\.\d+\.\d+$/.test(version));
  expect(loose).toEqual([]);
});
