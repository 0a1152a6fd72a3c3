import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeCardImage } from '#card/issue/card-image.ts';
import { decodeHead } from '#card/profile/head.ts';
import { calendarDate } from '#domain/dates.ts';
import { readCardOrder } from '../../src/shells/cli/card-order.ts';

const program = fileURLToPath(new URL('../../src/shells/cli/main.ts', import.meta.url));
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'medexa-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number;
  readonly output: string;
  readonly complaint: string;
}

/** Runs the command as a person would, in a process of its own. */
const medexa = (...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [program, ...args],
      { cwd: folder },
      (_, output, complaint) => resolve({ code: child.exitCode ?? -1, output, complaint }),
    );
  });

const record = {
  person: {
    memberNumber: '1042778155',
    nameAr: 'سمير عدنان الحلبي',
    nameLatin: 'Samir Adnan Al-Halabi',
    birth: { date: '1968-03-14', precision: 'day' },
    sex: 'male',
  },
  policyNumber: '4170001042',
  planCode: 'silver',
  cardNumber: '8076001099104471',
  validity: { from: '2026-01-01', to: '2030-12-31' },
};

function writeRecord(name: string, content: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

describe('card issue', () => {
  it('writes a card that its owner alone may read', async () => {
    const person = writeRecord('person.json', record);
    const out = join(folder, 'card.json');
    const ended = await medexa('card', 'issue', '--person', person, '--out', out);
    expect(ended).toMatchObject({ code: 0, complaint: '' });
    expect(ended.output).toContain(record.cardNumber);
    expect(statSync(out).mode & 0o777).toBe(0o600);
    const image = decodeCardImage(readFileSync(out, 'utf8'));
    expect(image.ok).toBe(true);
    const newest = image.ok ? image.value.head[0] : undefined;
    const head = decodeHead(newest ?? new Uint8Array());
    expect(head).toMatchObject({
      ok: true,
      value: { head: { cardNumber: record.cardNumber, person: { nameAr: record.person.nameAr } } },
    });
  });

  it('takes an issuer’s own key', async () => {
    const person = writeRecord('own.json', record);
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
    const key = writeRecord(
      'issuer.pem',
      String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    );
    const out = join(folder, 'own-card.json');
    const args = ['card', 'issue', '--person', person, '--out', out, '--issuer-key', key];
    expect(await medexa(...args)).toMatchObject({ code: 0 });
  });

  it('never overwrites a card', async () => {
    const person = writeRecord('again.json', record);
    const out = writeRecord('earlier.json', 'an earlier card');
    const ended = await medexa('card', 'issue', '--person', person, '--out', out);
    expect(ended.code).toBe(1);
    expect(readFileSync(out, 'utf8')).toBe('an earlier card');
  });

  const refused: readonly [string, unknown, string][] = [
    [
      'a record without a name',
      { ...record, person: { ...record.person, nameAr: '' } },
      'person.nameAr',
    ],
    ['a record with a field that no card has', { ...record, planCod: 'x' }, 'planCod'],
    ['a card number of 15 digits', { ...record, cardNumber: '807600109910447' }, 'cardNumber'],
    [
      'a card without an end',
      { ...record, validity: { from: '2026-01-01', to: null } },
      'validity',
    ],
    ['a plan code that does not fit a card', { ...record, planCode: 'x'.repeat(40) }, 'the record'],
    ['a key of another kind of file', '{', 'line'],
  ];
  it.each(refused)('refuses %s and names it', async (_, content, named) => {
    const person = writeRecord('refused.json', content);
    const ended = await medexa(
      'card',
      'issue',
      '--person',
      person,
      '--out',
      join(folder, 'no.json'),
    );
    expect(ended.code).toBe(1);
    expect(ended.complaint).toContain(named);
    expect(ended.complaint).not.toContain('    at ');
  });

  it.each([
    [['card', 'issue'], '--person'],
    [['card', 'issue', '--person', 'absent.yaml', '--out', 'x'], 'absent.yaml'],
    [['card', 'issue', '--nonsense'], 'nonsense'],
    [['nonsense'], 'adjudicate, card conformance, card checkpoint, card inspect, card issue'],
  ])('explains itself after %j', async (args, named) => {
    const ended = await medexa(...args);
    expect(ended.code).toBeGreaterThan(0);
    expect(ended.complaint).toContain(named);
  });

  it('keeps zeros in front of numbers that YAML would drop', () => {
    const yaml = [
      'person: { memberNumber: 0042, nameAr: سمير, nameLatin: Samir, sex: male, birth: { date: 1968-03-14, precision: day } }',
      'policyNumber: 0041',
      'planCode: silver',
    ].join('\n');
    const order = readCardOrder(yaml, calendarDate('2026-11-23'));
    expect(order).toMatchObject({
      ok: true,
      value: {
        person: { memberNumber: '0042' },
        policyNumber: '0041',
        validity: { from: '2026-11-23', to: '2031-11-22' },
      },
    });
  });
});

it('help names every command', async () => {
  const { code, output } = await medexa('--help');
  expect(code).toBe(0);
  for (const command of ['adjudicate', 'card issue', 'server']) expect(output).toContain(command);
});

it('any command tells how it is called', async () => {
  for (const asked of [
    ['adjudicate', '--help'],
    ['pack', 'build', '-h'],
  ]) {
    expect(await medexa(...asked)).toMatchObject({
      code: 0,
      output: expect.stringContaining('adjudicate --pack PACK'),
      complaint: '',
    });
  }
});

it('server hands its arguments to the central server', async () => {
  const { code, output } = await medexa('server', '--help');
  expect(code).toBe(0);
  expect(output).toContain('--reference-key');
});
