import { describe, expect, it } from 'vitest';
import {
  checkNames,
  claimOutcomeNames,
  factNames,
  modeNames,
  outcomeNames,
  sourceNames,
  stepNames,
  unknownNames,
} from '#contracts/messages/checks.ts';
import { explainFinding } from '#contracts/messages/explain.ts';
import { formatShown } from '#contracts/messages/format.ts';
import { nearestTexts } from '#contracts/messages/nearest.ts';
import { permissionNames } from '#contracts/messages/permissions.ts';
import { reasonTexts } from '#contracts/messages/reasons.ts';
import { wordTexts } from '#contracts/messages/words.ts';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { checks } from '#domain/adjudication/checks/index.ts';
import type { Finding } from '#domain/adjudication/decision.ts';
import type { ReasonCode } from '#domain/adjudication/reasons.ts';
import { preparePack } from '#packs/prepare-pack.ts';
import { rulePack } from '#tests/domain/builders.ts';
import { casesOf } from '#tests/domain/cases/index.ts';
import { arabicLetters, languages, latinDigits, latinLetters, placeholder } from './letters.ts';

const pounds = { code: 'SYP', exponent: 2 };
const codes: readonly ReasonCode[] = [...new Set(checks.flatMap(({ reasons }) => reasons))];

/** Every finding of every story that the checks' tests tell. */
const findings: readonly Finding[] = Object.values(casesOf)
  .flat()
  .flatMap(({ given, pack }) => adjudicate(given, preparePack(pack ?? rulePack())).lines)
  .flatMap((line) => line.findings);
const spoken = findings.filter(({ reason }) => reason !== null);
const lost = spoken.filter(({ bearer }) => bearer !== null);

const bearerWords = {
  provider: { ar: 'على الجهة الطبية', en: 'provider bears' },
  member: { ar: 'على المريض', en: 'patient pays' },
} as const;

describe('a reason', () => {
  it('has texts, and no text is left of a reason that no check gives', () => {
    expect(Object.keys(reasonTexts).sort()).toEqual([...codes].sort());
  });

  for (const language of languages) {
    it.each(codes)(`is told in ${language} in six words at most: %s`, (code) => {
      const { short, sentence } = reasonTexts[code];
      expect(short[language].split(' ').length).toBeLessThanOrEqual(6);
      expect(short[language]).not.toMatch(/[.؟?]$/);
      expect(sentence[language]).toMatch(/\.$/);
    });

    it(`shows all its values in ${language}, and none is missing`, () => {
      for (const finding of spoken) {
        const told = explainFinding(finding, language, pounds);
        expect(`${told?.short} ${told?.sentence}`, String(finding.reason)).not.toMatch(placeholder);
      }
    });

    it(`names in ${language} who bears what is lost`, () => {
      for (const finding of lost) {
        const told = explainFinding(finding, language, pounds);
        if (finding.bearer === null) continue;
        expect(told?.short).toContain(bearerWords[finding.bearer][language]);
      }
    });
  }

  it('asks for the same values in both languages', () => {
    for (const { short, sentence } of Object.values(reasonTexts)) {
      for (const text of [short, sentence]) expect(namesIn(text.ar)).toEqual(namesIn(text.en));
    }
  });

  it('writes no Latin digit or letter in Arabic, but for codes', () => {
    for (const finding of spoken) {
      const text = explainFinding(finding, 'ar', pounds)?.sentence ?? '';
      const withoutNames = text.replace(/\u2066[^\u2069]*\u2069|RABWA|NAFIS/g, '');
      expect(withoutNames).not.toMatch(latinDigits);
      expect(withoutNames).not.toMatch(latinLetters);
    }
  });

  it('is silent where the check passed', () => {
    expect(explainFinding({ reason: null, shown: {} }, 'ar', pounds)).toBeNull();
  });

  it('reads as it should, with the example of the contract', () => {
    const early = spoken.find(
      ({ reason, shown }) =>
        reason === 'repeat-too-early-from-supplier' &&
        JSON.stringify(shown).includes('Atorvastatin'),
    );
    if (early === undefined) throw new Error('no such story');
    expect(explainFinding(early, 'en', pounds)).toEqual({
      short: 'Too early, provider bears',
      sentence:
        'Atorvastatin 20 mg was supplied on 9 November 2026 for 30 days by RABWA pharmacy; ' +
        'what is left lasts 17 days. It is permitted on 2 December 2026 or later.',
    });
    expect(explainFinding(early, 'ar', pounds)?.sentence).toBe(
      'صُرف أتورفاستاتين ٢٠ ملغ في ٩ تشرين الثاني ٢٠٢٦ من صيدلية RABWA، ومدته ٣٠ يوماً، ' +
        'والباقي منها ١٧ يوماً. يُسمح بصرفه في ٢ كانون الأول ٢٠٢٦ أو بعده.',
    );
  });
});

describe('a fact', () => {
  it.each(languages)('can be written in %s, whatever its kind', (language) => {
    for (const { name, value } of findings.flatMap(({ facts }) => facts)) {
      expect(factNames[name][language]).not.toBe('');
      if (value !== null) expect(formatShown(value, language, pounds)).not.toMatch(/undefined|NaN/);
    }
  });
});

describe('a name', () => {
  const tables = {
    checkNames,
    factNames,
    stepNames,
    sourceNames,
    unknownNames,
    outcomeNames,
    claimOutcomeNames,
    modeNames,
    permissionNames,
    wordTexts,
  };

  it.each(Object.entries(tables))('is Arabic in Arabic and English in English: %s', (_, table) => {
    for (const { ar, en } of Object.values(table)) {
      expect(ar).toMatch(arabicLetters);
      expect(ar).not.toMatch(latinLetters);
      expect(en).toMatch(latinLetters);
      expect(en).not.toMatch(arabicLetters);
    }
  });

  it('exists for every registered check', () => {
    expect(Object.keys(checkNames).sort()).toEqual(checks.map(({ id }) => id).sort());
  });
});

describe('a nearest change', () => {
  it.each(Object.entries(nearestTexts))('is told in both languages: %s', (_, { text, action }) => {
    for (const { ar, en } of action === null ? [text] : [text, action]) {
      expect(namesIn(ar)).toEqual(namesIn(en));
      expect(ar.replace(/\{\w+\}/g, '')).not.toMatch(latinLetters);
      expect(en).not.toMatch(arabicLetters);
    }
  });
});

function namesIn(text: string): readonly string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
}
