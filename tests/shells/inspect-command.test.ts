import { execFile } from 'node:child_process';
import { existsSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { systemClock } from '#agent/system-clock.ts';
import { buildDemoInsurer } from '#fixtures/demo-insurer/demo-insurer.ts';
import { openTerminal, temporaryFolder } from '#tests/agent/open-terminal.ts';
import { findMissingPart, runIsolated } from '#tests/card/pcscd-harness.ts';

const program = fileURLToPath(new URL('../../src/shells/cli/main.ts', import.meta.url));
const missing = await findMissingPart();

describe('card inspect, at a reader of the real card service', () => {
  let printed = { alone: '', byTerminal: '', byTerminalAsJson: '' };

  beforeAll(async () => {
    if (missing !== null) return;
    const script = fileURLToPath(new URL('inspect-at-readers.ts', import.meta.url));
    printed = (await runIsolated(script)) as typeof printed;
  }, 130_000);

  const scenario = (name: string, assert: () => void) =>
    it(name, (context: TestContext) => {
      if (missing !== null && process.env.MEDEXA_STRICT === '1') throw new Error(missing);
      if (missing !== null) context.skip(missing);
      assert();
    });

  scenario(
    'tells without a terminal what any reader sees, and that more is not shown to it',
    () => {
      expect(rowsOf(printed.alone)).toMatchObject({
        kind: 'mc-1',
        terminal: 'without a certificate: MED and LEDGER are shown to terminals alone',
        files: 'HEAD 1 of 1 records, MED not shown, LEDGER not shown',
        'ledger tables': 'not read',
        authentication: 'issuer-unknown',
      });
    },
  );

  scenario('sees by a terminal’s certificate how MED and LEDGER stand', () => {
    expect(rowsOf(printed.byTerminal)).toMatchObject({
      reader: 'Virtual PCD 00 00',
      'protocol agreed': 'T=1',
      kind: 'mc-1',
      terminal: 'admitted by its certificate',
      files: expect.stringMatching(/^HEAD 1 of 1 records, MED 1 of 1 records, LEDGER \d+ of \d+ /),
      'ledger tables': 'supplies whole, 0 ceilings unknown',
      PIN: 'wanted',
      authentication: 'genuine',
    });
    expect(printed.byTerminal).toContain('0082000050 [80 bytes]');
  });

  scenario('prints nothing of whose card it is, in text or in hex', () => {
    const { cards } = buildDemoInsurer(systemClock().today());
    const rana = cards.find(({ cardId }) => cardId === 'rana');
    if (rana === undefined) throw new Error('no such card');
    const { cardNumber, med, person, policyNumber } = rana;
    const personal = [
      ...[cardNumber, policyNumber, person.memberNumber, person.nameAr, person.birth.date],
      ...[...person.nameAr.split(' '), ...person.nameLatin.split(' ')].filter(
        ({ length }) => length > 2,
      ),
      ...[...(med?.conditions ?? []), ...(med?.allergies ?? []).map(({ name }) => name)],
    ];
    expect(personal.length).toBeGreaterThan(8);
    const said = Object.values(printed).join('\n');
    for (const text of personal) {
      expect(said).not.toContain(text);
      expect(said).not.toContain(Buffer.from(text, 'utf8').toString('hex'));
    }
  });
});

describe('card inspect, with a folder', () => {
  it('makes no terminal where there is none', async () => {
    const folder = temporaryFolder();
    const { code, complaint } = await inspect('--terminal', folder);
    expect([code, complaint]).toEqual([2, expect.stringContaining('no terminal was ever opened')]);
    expect(readdirSync(folder)).toEqual([]);
    await inspect('--terminal', join(folder, 'absent'));
    expect(existsSync(join(folder, 'absent'))).toBe(false);
  });

  it('leaves alone a terminal that runs', async () => {
    const { folder } = await openTerminal();
    const { code, complaint } = await inspect('--terminal', folder);
    expect([code, complaint]).toEqual([2, expect.stringContaining('open in another window')]);
  });

  it('does not ask the operating system for a key that it wraps for the terminal', async () => {
    const { close, folder } = await openTerminal();
    await close();
    renameSync(join(folder, 'database.key'), join(folder, 'database.key.wrapped'));
    const { code, complaint } = await inspect('--terminal', folder);
    expect([code, complaint]).toEqual([2, expect.stringContaining('look in its window')]);
    expect(existsSync(join(folder, 'database.key'))).toBe(false);
  });
});

const inspect = (...args: readonly string[]): Promise<{ code: unknown; complaint: string }> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [program, 'card', 'inspect', ...args],
      (_, __, complaint) => resolve({ code: child.exitCode, complaint }),
    );
  });

/** The named rows above the exchanges. */
const rowsOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    (text.split('\n\n')[0] ?? '')
      .split('\n')
      .map((row) => [row.slice(0, 18).trim(), row.slice(18)]),
  );
