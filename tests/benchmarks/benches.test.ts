import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { benches } from './benches.ts';

const tool = fileURLToPath(new URL('../../.tools/bench.mjs', import.meta.url));

const bench = (...args: readonly string[]) =>
  new Promise<{ code: unknown; out: string; err: string }>((resolve) => {
    execFile(process.execPath, [tool, ...args], (error, out, err) =>
      resolve({ code: error?.code ?? 0, out, err }),
    );
  });

describe('npm run bench', () => {
  it('lists every bench with what it measures', async () => {
    const { code, out } = await bench();
    expect(code).toBe(0);
    for (const [name, { about }] of Object.entries(benches)) {
      expect(out).toMatch(new RegExp(`^ {2}${name} +${about}$`, 'm'));
    }
  });

  it('refuses a name that it does not know, and says which it knows', async () => {
    const { code, out, err } = await bench('nonsense');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('There is no bench named nonsense.');
    expect(err).toContain('engine');
  });

  it.each(Object.keys(benches))(
    'runs %s at a tiny size and prints one line of JSON',
    async (name) => {
      const { code, out, err } = await bench(name, '--tiny', '--json');
      expect(code, err).toBe(0);
      expect(out).toMatch(/^\{.*\}\n$/);
      expect(JSON.parse(out)).toBeTypeOf('object');
    },
  );
});
