import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = fileURLToPath(new URL('../..', import.meta.url));

const reportSchema = z.object({
  summary: z.object({
    totalCruised: z.number(),
    violations: z.array(
      z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) }),
    ),
  }),
});
type Report = z.output<typeof reportSchema>['summary'];

/** Runs the project's own rules over a folder, as the test command does. */
function cruise(folder: string, paths: readonly string[]): Promise<Report> {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = [program, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...paths];
  return new Promise((resolve, reject) => {
    const settings = { cwd: folder, maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, args, settings, (error, output, complaint) => {
      // Violations end with a count as exit code; only output that is no report is a breakdown.
      try {
        resolve(reportSchema.parse(JSON.parse(output)).summary);
      } catch {
        reject(new Error(`${error?.message}\n${complaint}`));
      }
    });
  });
}

/** [importing file, what it imports, the rule that must refuse it]. */
const forbidden: readonly (readonly [string, string, string])[] = [
  ['src/domain/a.ts', '#contracts/x.ts', 'domain-uses-only-its-rooms'],
  ['src/domain/b.ts', 'node:fs', 'domain-is-pure'],
  ['src/domain/c.ts', 'zod', 'domain-is-pure'],
  ['src/contracts/a.ts', '#agent/x.ts', 'contracts-uses-only-its-rooms'],
  ['src/card/a.ts', '#store/x.ts', 'card-uses-only-its-rooms'],
  ['src/card/b.ts', '#native/x.ts', 'only-card-transport-reaches-native'],
  ['src/store/a.ts', '#sync/x.ts', 'store-uses-only-its-rooms'],
  ['src/store/migrations/a.ts', '#domain/x.ts', 'migrations-stand-alone'],
  ['src/sync/a.ts', '#card/x.ts', 'sync-uses-only-its-rooms'],
  ['src/packs/a.ts', '#store/x.ts', 'packs-uses-only-its-rooms'],
  ['src/agent/a.ts', '#server/x.ts', 'agent-uses-only-its-rooms'],
  ['src/agent/b.ts', '#fixtures/x.ts', 'fixtures-are-for-the-demonstration-and-tests'],
  ['src/shells/cli/a.ts', '#store/x.ts', 'shells-uses-only-its-rooms'],
  ['src/shells/desktop/a.ts', '../loopback/x.ts', 'shells-never-meet'],
  ['src/shells/loopback/a.ts', '#card/issue/x.ts', 'only-the-command-line-issues-cards-and-packs'],
  ['src/server/a.ts', '#agent/x.ts', 'server-uses-only-its-rooms'],
  ['src/server/b.ts', '#card/x.ts', 'server-uses-only-its-rooms'],
  ['src/server/c.ts', '#native/x.ts', 'only-card-transport-reaches-native'],
  ['native/a.ts', '#store/x.ts', 'native-sees-card-transport'],
  ['native/b.ts', '#card/x.ts', 'native-sees-card-transport'],
  ['native/c.ts', '#card/transport/x.ts', 'native-sees-types-only'],
  ['renderer/a.tsx', '#agent/x.ts', 'renderer-sees-contracts-and-domain'],
  ['renderer/b.tsx', '#native/x.ts', 'renderer-sees-contracts-and-domain'],
  ['renderer/c.tsx', '#fixtures/x.ts', 'renderer-sees-contracts-and-domain'],
  ['renderer/d.tsx', 'node:fs', 'renderer-runs-in-a-browser'],
  ['fixtures/a.ts', '#store/x.ts', 'fixtures-stay-outside-the-program'],
  ['src/agent/c.ts', 'better-sqlite3', 'better-sqlite3-stays-at-home'],
  ['src/server/d.ts', 'better-sqlite3', 'better-sqlite3-stays-at-home'],
  ['src/card/c.ts', 'smartcard', 'smartcard-stays-at-home'],
  ['src/agent/d.ts', 'electron', 'electron-stays-at-home'],
  ['src/agent/e.ts', 'axios', 'axios-stays-at-home'],
  ['src/agent/f.ts', '#agent/absent.ts', 'imports-are-found'],
];

/** What the same rules must let through, or they would forbid everything. */
const allowed: readonly (readonly [string, string])[] = [
  ['src/agent/ok.ts', '#store/x.ts'],
  ['src/agent/demo.ts', '#fixtures/x.ts'],
  ['src/card/transport/ok.ts', '#native/x.ts'],
  ['src/server/ok.ts', '#card/profile/x.ts'],
  ['src/shells/cli/ok.ts', '#card/issue/x.ts'],
  ['src/shells/desktop/ok.ts', '../page/x.ts'],
  ['src/store/ok.ts', 'better-sqlite3'],
  ['renderer/ok.tsx', '#contracts/x.ts'],
  ['native/ok.ts', 'smartcard'],
  ['tests/ok.ts', '#native/x.ts'],
];

const targets = [
  ...['domain', 'contracts', 'card', 'card/transport', 'card/profile', 'card/issue', 'store'],
  ...['sync', 'agent', 'server', 'shells/page', 'shells/loopback'],
].map((room) => `src/${room}/x.ts`);

let folder: string;
let report: Report;

/** A house of the same plan with nothing in it but the imports of the tables. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'medexa-rooms-'));
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) {
    cpSync(join(root, file), join(folder, file));
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const target of [...targets, 'native/x.ts', 'fixtures/x.ts']) {
    write(target, 'export const x = 1;\n');
  }
  for (const [file, imported] of [...forbidden, ...allowed]) {
    write(file, `import * as x from '${imported}';\nexport const y = x;\n`);
  }
  write('src/store/round.ts', "import { b } from './trip.ts';\nexport const a = () => b;\n");
  write('src/store/trip.ts', "import { a } from './round.ts';\nexport const b = () => a;\n");
  report = await cruise(folder, ['src', 'native', 'renderer', 'fixtures', 'tests']);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, text: string): void {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

describe('the rules between rooms', () => {
  it.each(forbidden)('refuse that %s imports %s', (file, _, rule) => {
    const broken = report.violations.filter(({ from }) => from === file);
    expect(broken.map(({ rule }) => rule.name)).toContain(rule);
  });

  it.each(allowed)('allow that %s imports %s', (file) => {
    expect(report.violations.filter(({ from }) => from === file)).toEqual([]);
  });

  it('refuse modules that import each other', () => {
    const names = report.violations.map(({ rule }) => rule.name);
    expect(names).toContain('no-cycles');
  });
});

it('the project itself is read, and keeps the rules', async () => {
  const project = await cruise(root, ['src', 'native', 'renderer', 'fixtures', 'tests']);
  expect(project.totalCruised).toBeGreaterThan(150);
  expect(project.violations.map(({ from, to, rule }) => `${rule.name}: ${from} -> ${to}`)).toEqual(
    [],
  );
});
