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
      expect(out).toMatch(new RegExp(`^ {2}${name} +${about}$`, 'm'));
    }
  });

  it('says what is missing for a guided run, and pretends nothing, where the engine cannot be loaded', async () => {
    const { code, out } = await nightly('guided', '1');
    // With the engine in place a second of it finds nothing.
    if (code === 0) expect(out).toContain('Nothing was found in 1 seconds.');
    else expect(out).toMatch(/^Nothing was fuzzed: .+\.?/);
  });

  it('refuses a name that it does not know', async () => {
    const { code, out, err } = await nightly('nonsense');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('There is nothing named nonsense.');
  });
});
