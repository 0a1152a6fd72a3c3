import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

/** What `npm start` is made of, with a stand-in for the terminal: npm, its shell, the launcher, a process that takes its time to close. */
const launcher = pathToFileURL(join(import.meta.dirname, '../../.tools/run.mjs'));
const scripts = {
  'launch.mjs': `import { runHere } from ${JSON.stringify(launcher.href)};
process.exitCode = await runHere(process.execPath, ['terminal.mjs'], { cwd: import.meta.dirname });`,
  'terminal.mjs': `import { writeFileSync } from 'node:fs';
process.on('SIGTERM', () => setTimeout(() => { writeFileSync('closed', ''); process.exit(0); }, 300));
setInterval(() => undefined, 1000);
writeFileSync('begun', process.pid + ' ' + process.ppid);`,
  'package.json': JSON.stringify({ private: true, scripts: { start: 'node launch.mjs' } }),
};

const patience = 30_000;

describe('a launcher that npm started', () => {
  let folder: string;
  const started: number[] = [];
  const file = (name: string) => join(folder, name);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'medexa-launcher-'));
    for (const [name, text] of Object.entries(scripts)) writeFileSync(file(name), text);
  });
  afterEach(() => {
    for (const pid of started.splice(0).filter(isAlive)) process.kill(pid, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  const isAlive = (pid: number): boolean => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };
  const begin = async () => {
    const npm = spawn('npm', ['start'], { cwd: folder, stdio: 'ignore' });
    await expect.poll(() => existsSync(file('begun')), { timeout: patience }).toBe(true);
    await expect.poll(() => readFileSync(file('begun'), 'utf8')).toMatch(/^\d+ \d+$/);
    const [terminal = 0, launch = 0] = readFileSync(file('begun'), 'utf8').split(' ').map(Number);
    started.push(terminal, launch);
    return { npm, terminal, launch };
  };
  const expectClosed = async (...pids: number[]) => {
    await expect.poll(() => pids.filter(isAlive), { timeout: patience }).toEqual([]);
    expect(existsSync(file('closed'))).toBe(true);
  };

  it('ends the terminal in its own time where npm is told to end', {
    timeout: 60_000,
  }, async () => {
    const { npm, terminal, launch } = await begin();
    npm.kill('SIGTERM');
    await expectClosed(terminal, launch);
  });

  it('hands the signal on and waits where it is told itself', { timeout: 60_000 }, async () => {
    const { npm, terminal, launch } = await begin();
    const ended = new Promise((resolve) => npm.once('exit', resolve));
    process.kill(launch, 'SIGTERM');
    expect(await ended).toBe(0);
    expect(existsSync(file('closed'))).toBe(true);
    await expectClosed(terminal, launch);
  });
});
