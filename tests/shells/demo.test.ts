import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { money } from '#domain/money.ts';
import { openCounter } from '../../src/shells/cli/demo/counter.ts';
import type { Step } from '../../src/shells/cli/demo/day.ts';
import { playDay, theDay } from '../../src/shells/cli/demo/play.ts';
import type { Told } from '../../src/shells/cli/demo/told.ts';
import { writeTold } from '../../src/shells/cli/demo/write-told.ts';

const program = fileURLToPath(new URL('../../.tools/demo.mjs', import.meta.url));

describe('npm run demo', () => {
  it('plays the whole day as told, one JSON object per step, and leaves nothing behind', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'medexa-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const { code, output } = await runDemo(folder);
    const told = output
      .trimEnd()
      .split('\n')
      .map((line): Told => JSON.parse(line));
    expect(told.filter(({ ok }) => !ok)).toEqual([]);
    expect(told.map(({ step }) => step)).toEqual(theDay.map(({ step }) => step));
    expect(code).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
  }, 180_000);
});

describe('a step of the day', () => {
  it('that came out otherwise, or broke, is told as such, and the day goes on', async () => {
    const opened = await openCounter({ kind: 'none' });
    if (!opened.ok) throw new Error(opened.failure.code);
    onTestFinished(opened.value.close);
    const came = (got: Record<string, string>): Step['play'] => {
      return async () => ({ got });
    };
    const steps: Step[] = [
      stepOf('otherwise', came({ outcome: 'declined' })),
      stepOf('broken', async ({ counter }) => {
        await counter.call.visit.save();
        return { got: {} };
      }),
      stepOf('as-told', came({ outcome: 'approved' })),
    ];
    const told: Told[] = [];
    for await (const one of playDay(opened.value, steps)) told.push(one);
    expect(told.map(({ step, ok, got }) => [step, ok, got])).toEqual([
      ['otherwise', false, { outcome: 'declined' }],
      ['broken', false, { broke: 'visit-absent' }],
      ['as-told', true, { outcome: 'approved' }],
    ]);
  });

  it('is written in both languages, with its money and its reason', () => {
    const written = writeTold(
      {
        ...stepOf('reduced', async () => ({ got: {} })),
        got: { outcome: 'reduced' },
        ok: false,
        person: { ar: 'هدى', en: 'Huda' },
        line: {
          item: { ar: 'ميتفورمين', en: 'Metformin' },
          asked: 40,
          allowed: 30,
          outcome: 'reduced',
          claimed: money(4_00),
          insurer: money(2_40),
          member: money(60),
          provider: money(1_00),
          reasons: [
            { reason: 'quantity-above-limit', sentence: { ar: 'أكثر من الحدّ', en: 'Too many' } },
          ],
        },
      },
      7,
      { code: 'SYP', exponent: 2 },
    );
    expect(written.split('\n').slice(0, 2)).toEqual(['7. A step', '   خطوة']);
    for (const part of [
      'Huda · هدى',
      'Metformin × 40: Reduced',
      'ميتفورمين × ٤٠: مخفَّض',
      'Insurer SYP 2.40',
      'Too many',
      'أكثر من الحدّ',
      'expected outcome=approved',
      'got outcome=reduced',
    ]) {
      expect(written.replaceAll('\u00a0', ' ')).toContain(part);
    }
  });
});

const stepOf = (step: string, play: Step['play']): Step => ({
  step,
  title: { ar: 'خطوة', en: 'A step' },
  expected: { outcome: 'approved' },
  play,
});

/** Runs the command as a person would; what it keeps for its time is kept in the folder. */
const runDemo = (folder: string): Promise<{ code: number; output: string }> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [program, '--json'],
      { env: { ...process.env, TMPDIR: folder } },
      (_, output) => resolve({ code: child.exitCode ?? -1, output }),
    );
  });
