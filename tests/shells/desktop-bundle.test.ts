import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(`${root}${path}`, 'utf8');

beforeAll(async () => {
  await promisify(execFile)(process.execPath, ['.tools/bundle-desktop.mjs'], { cwd: root });
});

describe('the desktop’s bundles', () => {
  it('the preload is one file that needs nothing but Electron, as the sandbox demands', () => {
    const preload = read('dist/desktop/preload.cjs');
    const required = [...preload.matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name);
    expect(required).toEqual(['electron']);
    expect(preload).not.toMatch(/^(import|export) /m);
  });

  it('the main program imports only what the package brings along', () => {
    const { dependencies, optionalDependencies } = z
      .object({ dependencies: z.object({}).loose(), optionalDependencies: z.object({}).loose() })
      .parse(JSON.parse(read('package.json')));
    const brought = new Set([
      'electron',
      ...Object.keys({ ...dependencies, ...optionalDependencies }),
    ]);
    const main = read('dist/desktop/main.mjs');
    const imported = [
      ...main.matchAll(/^(?:import|export) [^;]*? from "([^"]+)"/gm),
      ...main.matchAll(/^import "([^"]+)"/gm),
      ...main.matchAll(/import\("([^"]+)"\)/g),
    ].map(([, name = '']) => name);
    const packages = imported
      .filter((name) => !name.startsWith('node:'))
      .map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/'));
    expect(packages).toContain('electron');
    expect(packages.filter((name) => !brought.has(name))).toEqual([]);
  });

  it('the main program keeps the addresses of its sources', () => {
    const main = read('dist/desktop/main.mjs');
    // Once, in the first line, from which all other addresses are counted.
    expect(main.split('import.meta.url')).toHaveLength(2);
    expect(main).toContain('new URL("src/shells/desktop/main.ts", medexaRoot)');
  });
});
