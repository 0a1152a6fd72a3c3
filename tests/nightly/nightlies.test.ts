import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { nightlies } from './nightlies.ts';

const tool = fileURLToPath(new URL('../../.tools/nightly.mjs', import.meta.url));

const nightly = (...args: readonly string[]) =>
  new Promise<{ code: unknown; out: string; err: string }>((resolve) => {
    execFile(process.execPath, [tool, ...args], (error, out, err) =>
      resolve({ code: error?.code ?? 0, out, err }),
    );
  });

describe('npm run nightly', () => {
  it('lists all that takes too long for every run', async () => {
    const { code, out } = await nightly();
    expect(code).toBe(0);
    for (const [name, { about }] of Object.entries(nightlies)) {
      const line = out.split('\n').find((each) => each.startsWith(`  ${name} `));
      expect(line?.slice(name.length + 2).trim()).toBe(about);
    }
  });

  it('refuses a name that it does not know', async () => {
    const { code, out, err } = await nightly('nonsense');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('There is nothing named nonsense.');
  });
});
