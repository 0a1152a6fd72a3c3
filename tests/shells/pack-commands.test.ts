import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPackFolder } from '#fixtures/demo-insurer/demo-insurer.ts';
import { openPack } from '#packs/open-pack.ts';
import { verifyReference } from '#packs/signed-reference.ts';
import { copyPack, edit } from '#tests/packs/pack-folder.ts';

const program = fileURLToPath(new URL('../../src/shells/cli/main.ts', import.meta.url));
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'medexa-pack-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number;
  readonly output: string;
  readonly complaint: string;
}

const pack = (...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [program, 'pack', ...args],
      { cwd: folder },
      (_, output, complaint) => resolve({ code: child.exitCode ?? -1, output, complaint }),
    );
  });

const keep = (name: string, content: string): string => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};

const brokenPack = () => {
  const broken = copyPack();
  edit(broken, 'prices.yaml', 'MET-850: "4.20"', 'MET-850: "4.21"');
  return broken;
};

describe('pack build', () => {
  it('writes one file that opens, and the same source gives the same bytes', async () => {
    const first = join(folder, 'first.json');
    const second = join(folder, 'second.json');
    expect(await pack('build', demoPackFolder, '--out', first)).toMatchObject({
      code: 0,
      complaint: '',
      output: expect.stringMatching(/SHA-256 [0-9a-f]{64}\n\d\d golden claims decide as stated\n/),
    });
    await pack('build', demoPackFolder, '--out', second);
    expect(readFileSync(second)).toEqual(readFileSync(first));
    expect(openPack(first, null)).toEqual(openPack(demoPackFolder, null));
  });

  it('refuses a pack whose golden claims fail, and writes nothing', async () => {
    const out = join(folder, 'broken.json');
    const ended = await pack('build', brokenPack(), '--out', out);
    expect(ended).toMatchObject({ code: 1, output: '' });
    expect(ended.complaint).toMatch(/^golden\.yaml:\d+: claims\[0\].*252\.60, not 252\.00/);
    expect(existsSync(out)).toBe(false);
  });

  it('makes a file in which an altered price is noticed', async () => {
    const out = join(folder, 'altered.json');
    await pack('build', demoPackFolder, '--out', out);
    const altered = readFileSync(out, 'utf8').replace('"unitPrice":420', '"unitPrice":120');
    expect(openPack(keep('altered.json', altered), null)).toMatchObject({
      ok: false,
      failure: { why: expect.stringContaining('altered') },
    });
  });
});

describe('pack check', () => {
  it('prints problems with file and line, warnings after them, and answers 1', async () => {
    const broken = copyPack();
    edit(broken, 'prices.yaml', 'MET-850: "4.20"', 'MET-850: "4.205"');
    const ended = await pack('check', broken);
    expect(ended.code).toBe(1);
    expect(ended.output).toMatch(/^prices\.yaml:9: lists\[0\]\.prices\.MET-850: "4\.205" is not/);
    expect(ended.output).toMatch(/^warning: clauses\.yaml:3: /m);
    expect(ended.output).toMatch(/^1 problem, 5 warnings, 0 golden claims tried$/m);
  });

  it('answers 0 and one line of JSON for a pack that is fit', async () => {
    const ended = await pack('check', demoPackFolder, '--json');
    expect(ended.code).toBe(0);
    expect(ended.output).toMatch(/^\{.*\}\n$/);
    expect(JSON.parse(ended.output)).toMatchObject({
      ok: true,
      pack: { id: 'SY-2026-0417' },
      problems: [],
    });
  });
});

describe('pack test', () => {
  it('tells each golden claim, and the place of what fails', async () => {
    const ended = await pack('test', brokenPack());
    expect(ended.code).toBe(1);
    expect(ended.output).toMatch(/^FAILS {2}A month of metformin/m);
    expect(ended.output).toMatch(/^holds {2}A supplement is not covered$/m);
    expect(ended.output).toMatch(/^golden\.yaml:\d+: claims\[0\]/m);
  });

  it('does not pass a pack without any', async () => {
    const bare = copyPack();
    rmSync(join(bare, 'golden.yaml'));
    expect(await pack('test', bare)).toMatchObject({
      code: 1,
      complaint: expect.stringContaining('no golden claims'),
    });
  });
});

describe('pack sign', () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const keyIn = (output: string): Uint8Array =>
    Buffer.from(/public key is ([0-9a-f]{64})/.exec(output)?.[1] ?? '', 'hex');

  it('signs a pack that opens under its key and under no other', async () => {
    const out = join(folder, 'signed.json');
    const key = keep('key.pem', pem);
    const ended = await pack('sign', demoPackFolder, '--key', key, '--out', out);
    expect(ended).toMatchObject({ code: 0, complaint: '' });
    expect(openPack(out, keyIn(ended.output))).toEqual(openPack(demoPackFolder, null));
    expect(openPack(out, new Uint8Array(32).fill(9))).toMatchObject({
      failure: { code: 'reference-signature-wrong' },
    });
  });

  it('signs whole reference data that a terminal takes', async () => {
    const rest = {
      manifestVersion: 7,
      publishedAt: '2026-11-22T06:00:00.000Z',
      members: [],
      hotlist: [],
      terminalKeys: [],
      issuerKeys: [],
    };
    const out = join(folder, 'reference.json');
    const key = keep('key.pem', pem);
    const reference = keep('rest.json', JSON.stringify(rest));
    const args = ['--key', key, '--out', out, '--reference', reference];
    const ended = await pack('sign', demoPackFolder, ...args);
    expect(ended).toMatchObject({ code: 0, complaint: '' });
    const verified = verifyReference(readFileSync(out), keyIn(ended.output));
    expect(verified).toMatchObject({ ok: true, value: { manifestVersion: 7 } });
  });

  it.each([
    ['a pack whose golden claims fail', () => brokenPack(), pem, 1, /golden\.yaml/],
    ['a key of another kind', () => demoPackFolder, 'no key', 2, /Ed25519/],
  ])('refuses %s', async (_what, place, key, code, why) => {
    const out = join(folder, 'refused.json');
    const ended = await pack('sign', place(), '--key', keep('refused.pem', key), '--out', out);
    expect(ended).toMatchObject({ code, complaint: expect.stringMatching(why) });
    expect(existsSync(out)).toBe(false);
  });
});

describe('pack diff', () => {
  it('says what changed between a folder and another, in words or as JSON', async () => {
    const later = brokenPack();
    const said = await pack('diff', demoPackFolder, later);
    expect(said).toMatchObject({
      code: 0,
      output: expect.stringContaining('up from 4.20 to 4.21'),
    });
    const told = JSON.parse((await pack('diff', demoPackFolder, later, '--json')).output);
    expect(told.changes).toMatchObject([{ topic: 'prices', what: 'changed' }]);
  });
});

it.each([
  [['build', 'x'], '--out'],
  [['check'], 'folder'],
  [['check', 'x', 'y'], 'y'],
  [['sign', 'x', '--out', 'y'], '--key'],
  [['diff', 'x'], 'later'],
  [['test', '--nonsense'], 'nonsense'],
])('explains itself after %j', async (args, named) => {
  const ended = await pack(...args);
  expect(ended.code).toBe(2);
  expect(ended.complaint).toContain(named);
});
