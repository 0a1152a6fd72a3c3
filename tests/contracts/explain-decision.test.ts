import { describe, expect, it } from 'vitest';
import { explainDecision } from '#contracts/messages/explain-decision.ts';
import { termTexts } from '#contracts/messages/explanation-texts.ts';
import { tellDecision } from '#contracts/messages/tell-decision.ts';
import { writeExplanation } from '#contracts/messages/write-explanation.ts';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { checks } from '#domain/adjudication/checks/index.ts';
import type { Item } from '#domain/adjudication/rule-pack.ts';
import { preparePack } from '#packs/prepare-pack.ts';
import { day, input, line, rulePack, supplies, supply } from '#tests/domain/builders.ts';
import { casesOf } from '#tests/domain/cases/index.ts';
import { arabicLetters, languages, latinLetters, placeholder } from './letters.ts';

const explained = Object.values(casesOf)
  .flat()
  .map(({ given, pack }) => {
    const prepared = preparePack(pack ?? rulePack());
    const decision = adjudicate(given, prepared);
    return { decision, lines: explainDecision(decision, given, prepared.pack) };
  });

describe('an explanation', () => {
  it.each(languages)('is told whole in %s, whatever was decided', (language) => {
    for (const { decision, lines } of explained) {
      const written = writeExplanation(decision, lines, language);
      expect(written).not.toMatch(placeholder);
      expect(written).not.toMatch(/undefined|NaN|null/);
    }
  });

  it('leaves no check out, and gives every fact a source', () => {
    for (const { lines } of explained) {
      for (const told of lines) {
        expect(told.checks.map(({ check }) => check).sort()).toEqual(
          checks.map(({ id }) => id).sort(),
        );
        for (const { source, sourceLabel } of told.checks.flatMap(({ facts }) => facts)) {
          expect(source).not.toBe('');
          expect(sourceLabel.en).not.toBe('');
        }
      }
    }
  });

  it('names the day of a line that has its own', () => {
    const pack = preparePack(rulePack());
    const given = input({
      lines: [line(), line({ lineId: 'line-2', on: day('2026-11-30') })],
    });
    const decision = adjudicate(given, pack);
    const lines = explainDecision(decision, given, pack.pack);
    const heads = (language: 'ar' | 'en') =>
      writeExplanation(decision, lines, language)
        .split('\n')
        .filter((one) => /^[12١٢]\. /.test(one));
    expect(heads('en')).toEqual([
      '1. Atorvastatin 20 mg: Approved',
      '2. Atorvastatin 20 mg, 30 November 2026: Declined',
    ]);
    expect(heads('ar')[1]).toContain('تشرين');
    expect(tellDecision(decision, given).lines.map(({ date }) => date)).toEqual([
      undefined,
      '2026-11-30',
    ]);
  });

  it('says of a refused medicine what is given instead, else what is not exchanged for it', () => {
    const pack = preparePack(rulePack());
    const [wanted, other] = ['ATORVASTATIN-20', 'ATORVASTATIN-20-B'].map((code) => pack.item(code));
    if (wanted == null || other == null) throw new Error('the contract has both');
    const tell = (of: Item | null, early: boolean) => {
      const given = input({ supplies: [supplies(early ? [supply()] : [])] });
      const decision = adjudicate(given, pack);
      const looked = {
        of: () => of,
        keptApart: (code: string) => (code === wanted.code ? other : null),
      };
      const lines = explainDecision(decision, given, pack.pack, looked);
      const written = languages.map((language) => writeExplanation(decision, lines, language));
      const { substitute = null, notExchangeable = null } = lines[0] ?? {};
      return { told: [substitute?.code ?? null, notExchangeable?.code ?? null], written };
    };
    expect(tell(wanted, true).told).toEqual([wanted.code, null]);
    expect(tell(null, false).told).toEqual([null, null]);
    const { told, written } = tell(null, true);
    expect(told).toEqual([null, other.code]);
    const words = [
      /لا يُعطى أتورفاستاتين ب بدلاً منه من دون/,
      /Atorvastatin B is not given in its place/,
    ];
    languages.forEach((language, at) => {
      expect(written[at]).toMatch(words[language === 'ar' ? 0 : 1] ?? /never/);
    });
  });

  it('names the nearest change of what decided, the clause, and how old the facts are', () => {
    const asked = supplies([supply()]);
    const given = input({
      lines: [line()],
      supplies: [{ ...asked, asOf: '2026-11-22T07:30:00.000Z' } as never],
    });
    const pack = rulePack({
      clauses: [
        {
          id: 'art-7-3',
          reference: { ar: 'المادة ٧', en: 'Article 7' },
          text: { ar: 'لا يُكرَّر', en: 'Not repeated' },
        },
      ],
    });
    const [told] = explainDecision(adjudicate(given, preparePack(pack)), given, pack);
    expect(told).toMatchObject({
      outcome: 'declined',
      nearest: { kind: 'wait-until', date: '2026-12-02' },
      arithmetic: [
        { kind: 'claimed', amount: 19_800 },
        { kind: 'declined-provider', amount: -19_800 },
      ],
    });
    const [decisive] = told?.checks ?? [];
    expect(decisive?.clause?.reference.en).toBe('Article 7');
    expect(decisive?.facts.find(({ name }) => name === 'last-supply')).toMatchObject({
      source: 'card',
      ageHours: 3,
    });
  });

  it('names every term of the arithmetic in both languages', () => {
    for (const { ar, en } of Object.values(termTexts)) {
      expect(ar).toMatch(arabicLetters);
      expect(ar.replace(/\{\w+\}/g, '')).not.toMatch(latinLetters);
      expect(en).not.toMatch(arabicLetters);
    }
  });
});
