import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ToldAlert, tellAlerts } from '#contracts/messages/tell-alerts.ts';
import { canonicalText } from '#contracts/signed-bytes.ts';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { toHex } from '#domain/chain.ts';
import { findAlerts } from '#domain/clinical/find-alerts.ts';
import { calendarDate } from '#domain/dates.ts';
import { buildDemoInsurer, demoPackFolder } from '#fixtures/demo-insurer/demo-insurer.ts';
import { openCases } from '#packs/cases/open-cases.ts';
import { openClinical } from '#packs/cases/open-clinical.ts';
import { openPack } from '#packs/open-pack.ts';
import { preparePack } from '#packs/prepare-pack.ts';
import { readAdjudicateOptions } from '../../src/shells/cli/adjudicate-options.ts';

const program = fileURLToPath(new URL('../../src/shells/cli/main.ts', import.meta.url));
const guide = readFileSync(new URL('../../docs/adjudicate.md', import.meta.url), 'utf8');
const examples = [...guide.matchAll(/```json decides (\w+)\n(.*?)```/gs)].map(
  ([, outcome = '', json = '']) => ({ outcome, json }),
);
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'medexa-adjudicate-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number;
  readonly output: string;
  readonly complaint: string;
}

const run = (given: string, pack: string, ...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [program, 'adjudicate', '--pack', pack, '--claim', '-', ...args],
      { cwd: folder },
      (_, output, complaint) => resolve({ code: child.exitCode ?? -1, output, complaint }),
    );
    child.stdin?.end(given);
  });

function keep(name: string, content: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

describe('adjudicate', () => {
  it('decides every example of the guide as the guide says', async () => {
    expect(examples.length).toBeGreaterThan(2);
    const given = examples.map(({ json }) => JSON.stringify(JSON.parse(json))).join('\n');
    const ended = await run(given, demoPackFolder, '--batch');
    expect(ended).toMatchObject({ code: 0, complaint: '' });
    const decided = linesOf(ended).map(({ outcome }) => outcome);
    expect(decided).toEqual(examples.map(({ outcome }) => outcome));
  });

  it('takes a batch, keeps its order, and goes on after a line that it cannot read', async () => {
    const [first, second] = examples.map(({ json }) => JSON.stringify(JSON.parse(json)));
    const given = [first, '{', '', '{"claim":1}', second].join('\n');
    const ended = await run(given, demoPackFolder, '--batch');
    expect(ended.code).toBe(1);
    expect(linesOf(ended)).toMatchObject([
      { outcome: 'approved' },
      { line: 2, error: { code: 'input-malformed', problems: [{ path: '' }] } },
      { line: 4, error: { code: 'input-malformed' } },
      { outcome: 'pended' },
    ]);
  });

  it('gives an event’s own decision again, byte for byte, with a compiled pack', async () => {
    const { pack } = buildDemoInsurer(calendarDate('2026-11-22'));
    const compiled = preparePack(pack);
    const read = openCases(compiled)(JSON.parse(examples.at(-1)?.json ?? ''));
    const input = read.ok ? read.value : null;
    if (input === null) throw new Error('the last example is no case');
    const expected = canonicalText(adjudicate(input, compiled));
    const given = [input, { input, receiptNumber: 'R-1' }].map((one) => JSON.stringify(one));
    const ended = await run(given.join('\n'), keep('pack.json', pack), '--bare', '--batch');
    expect(ended.output).toBe(`${expected}\n${expected}\n`);
  });

  it('leaves the engine’s own decision out when it is to be brief', async () => {
    const given = JSON.stringify(JSON.parse(examples[0]?.json ?? ''));
    const ended = await run(`${given}\n${given}`, demoPackFolder, '--batch', '--brief');
    const [first, second] = linesOf(ended) as { decision?: unknown; outcome?: string }[];
    expect(first).toEqual(second);
    expect(first?.outcome).toBe('approved');
    expect(first).not.toHaveProperty('decision');
  });

  it.each([
    [['--schema'], 'A claim to be decided'],
    [['--schema', 'decision'], 'A decision'],
  ])('prints %j without a pack', async (args, title) => {
    const ended = await new Promise<Ended>((resolve) => {
      const child = execFile(
        process.execPath,
        [program, 'adjudicate', ...args],
        (_, output, complaint) => resolve({ code: child.exitCode ?? -1, output, complaint }),
      );
    });
    expect(ended).toMatchObject({ code: 0, complaint: '' });
    expect(JSON.parse(ended.output)).toMatchObject({ title });
  });

  it.each([
    ['en', 'Nearest change that passes: provide it on 2 December 2026 or later.'],
    ['ar', 'أقرب تغيير يُقبل: قدّمه في ٢ كانون الأول ٢٠٢٦ أو بعده.'],
  ])('explains itself in words: %s', async (language, told) => {
    const given = examples.at(-1)?.json ?? '';
    const ended = await run(given, demoPackFolder, '--explain', '--language', language);
    expect(ended).toMatchObject({ code: 0, complaint: '' });
    expect(ended.output).toContain(told);
  });

  describe('clinical alerts', () => {
    const given = examples.find(({ json }) => json.includes('"med"'))?.json ?? '';

    it('are a list of their own, and the decision is the same without them', async () => {
      const { med, ...rest } = JSON.parse(given);
      const ended = await run(
        [JSON.stringify({ med, ...rest }), JSON.stringify(rest)].join('\n'),
        demoPackFolder,
        '--batch',
      );
      const [told, silent] = linesOf(ended) as { clinicalAlerts?: ToldAlert[] }[];
      const { clinicalAlerts, ...decided } = told ?? {};
      expect(decided).toEqual(silent);
      expect(
        clinicalAlerts?.map(({ kind, code, severity, lines }) => [kind, code, severity, lines]),
      ).toEqual([
        ['allergy', 'allergy-class', 'contraindicated', ['covered']],
        ['interaction', 'interaction', 'serious', ['bleeds']],
      ]);
      expect(clinicalAlerts?.[1]).toMatchObject({
        text: { en: 'Ibuprofen 400 mg with Warfarin 5 mg: an interaction.' },
        warning: { en: 'The risk of bleeding grows, above all from the stomach.' },
      });
    });

    it('are told in words after the decision', async () => {
      const ended = await run(given, demoPackFolder, '--explain');
      expect(ended.output).toContain('Clinical alerts, no part of the cover:\n- Contraindicated');
    });

    it('are found again in an event that recorded them', async () => {
      const pack = buildDemoInsurer(calendarDate('2026-11-22')).pack;
      const compiled = preparePack(pack);
      const document = JSON.parse(given);
      const read = openCases(compiled)(document);
      if (!read.ok) throw new Error('the example is no case');
      const clinical = openClinical(document, read.value, compiled);
      if (clinical === null) throw new Error('the example has a record');
      const alerts = findAlerts(clinical, compiled);
      const body = {
        input: read.value,
        receiptNumber: 'R-1',
        clinical: { input: clinical, alerts, acknowledgements: [] },
      };
      const ended = await run(JSON.stringify(body), keep('pack.json', pack), '--batch');
      expect((linesOf(ended)[0] as { clinicalAlerts?: unknown }).clinicalAlerts).toEqual(
        tellAlerts(alerts, pack.currency),
      );
    });
  });

  it('opens a signed pack under its own key and refuses it under another', async () => {
    const { signed, referenceKey } = buildDemoInsurer(calendarDate('2026-11-22'));
    const pack = keep('signed.json', signed);
    const given = examples[0]?.json ?? '';
    expect(await run(given, pack, '--key', toHex(referenceKey))).toMatchObject({ code: 0 });
    expect(await run(given, pack, '--key', 'ab'.repeat(32))).toMatchObject({ code: 3, output: '' });
  });

  it.each([
    ['a claim without lines', '{"claim":{"date":"2026-11-22","lines":[]}}', 'claim.lines'],
    ['text that is no JSON', 'claim', 'not JSON'],
    ['several claims without --batch', '{"a":1}\n{"a":2}\n', 'add --batch'],
    ['a field that is written twice', '{"claim":{},"claim":{}}', 'claim: it is written twice'],
  ])('refuses %s and names it', async (_, given, named) => {
    const ended = await run(given, demoPackFolder);
    expect(ended).toMatchObject({ code: 1, output: '' });
    expect(ended.complaint).toContain(named);
    expect(ended.complaint).not.toContain('    at ');
  });
});

describe('the options of adjudicate', () => {
  const needed = ['--pack', 'P', '--claim', '-'];
  it.each([
    [['--claim', '-'], '--pack'],
    [['--pack', 'P'], '--claim'],
    [[...needed, '--nonsense'], 'adjudicate'],
    [[...needed, '--language', 'fr'], '--language'],
    [[...needed, '--key', 'ab'], '--key'],
    [[...needed, '--bare', '--explain'], '--bare'],
    [[...needed, '--bare', '--brief'], '--bare'],
    [['--schema', 'nonsense'], 'adjudicate'],
  ])('%j are refused, and the wrong one is named', (args, where) => {
    expect(readAdjudicateOptions(args)).toMatchObject({ ok: false, failure: { where } });
  });
});

describe('a pack to decide with', () => {
  it.each([
    ['that does not exist', null, 'ENOENT'],
    ['that is no JSON', '{', 'not JSON'],
    ['that is no pack', {}, 'missing'],
    [
      'inside an envelope that is no pack',
      { reference: { pack: { packId: 4 } } },
      'expected string',
    ],
  ])('%s is refused with the cure', (name, content, why) => {
    const file = content === null ? join(folder, name) : keep('wrong.json', content);
    expect(openPack(file, null)).toMatchObject({
      ok: false,
      failure: { code: 'reference-malformed', why: expect.stringContaining(why) },
    });
  });

  it('is not looked for in a folder under a key', () => {
    expect(openPack(demoPackFolder, new Uint8Array(32))).toMatchObject({ ok: false });
  });
});

const linesOf = ({ output }: Ended): { outcome?: string }[] =>
  output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
