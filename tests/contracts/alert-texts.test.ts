import { describe, expect, it } from 'vitest';
import {
  acknowledgementNames,
  alertKindNames,
  alertTexts,
  severityNames,
} from '#contracts/messages/alerts.ts';
import { factNames } from '#contracts/messages/checks.ts';
import { explainAlert } from '#contracts/messages/explain-alert.ts';
import { formatShown } from '#contracts/messages/format.ts';
import { findAlerts } from '#domain/clinical/find-alerts.ts';
import { alertKinds } from '#domain/clinical/kinds/index.ts';
import { preparePack } from '#packs/prepare-pack.ts';
import { clinicalPack, told } from '#tests/domain/clinical/builders.ts';
import { alertCasesOf } from '#tests/domain/clinical/cases/index.ts';
import { arabicLetters, languages, latinDigits, latinLetters, placeholder } from './letters.ts';

const pounds = { code: 'SYP', exponent: 2 };

/** Every alert of every story that the kinds' tests tell. */
const alerts = Object.values(alertCasesOf)
  .flat()
  .flatMap(({ told: given, pack }) => findAlerts(told(given), preparePack(pack ?? clinicalPack())));

describe('an alert', () => {
  it('has texts, and no text is left of one that no kind gives', () => {
    const codes = alertKinds.flatMap((kind): readonly string[] => kind.codes);
    expect(Object.keys(alertTexts).sort()).toEqual(codes.toSorted());
  });

  it.each(languages)('shows all its values in %s, and none is missing', (language) => {
    for (const alert of alerts) {
      const { sentence, management } = explainAlert(alert, language, pounds);
      expect(`${sentence} ${management}`, alert.code).not.toMatch(placeholder);
      expect(sentence).toMatch(/\.$/);
    }
  });

  it('asks for the same values in both languages', () => {
    const namesIn = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const { sentence, management } of Object.values(alertTexts)) {
      for (const text of [sentence, management]) expect(namesIn(text.ar)).toEqual(namesIn(text.en));
    }
  });

  it('writes no Latin digit or letter in Arabic, but for codes and names', () => {
    for (const alert of alerts) {
      const names = /\u2066[^\u2069]*\u2069|«[^»]*»|دواء [\w-]+/g;
      const text = explainAlert(alert, 'ar', pounds).sentence.replace(names, '');
      expect(text).not.toMatch(latinDigits);
      expect(text).not.toMatch(latinLetters);
    }
  });

  it('is told with what the pack says of it, and asks first for what is missing', () => {
    const { warning } = { warning: { text: text('harm'), management: text('take care') } };
    const shown = { item: { kind: 'code', value: 'X' } } as const;
    const told = (code: 'age-caution' | 'age-unknown') =>
      explainAlert({ code, shown, warning }, 'en', pounds);
    expect(told('age-caution')).toMatchObject({ warning: 'harm', management: 'take care' });
    expect(told('age-unknown').management).toBe('Ask for the age.');
  });
});

const text = (en: string) => ({ ar: 'نص', en });

it.each(languages)('writes every fact of an alert in %s', (language) => {
  for (const { name, value } of alerts.flatMap(({ facts }) => facts)) {
    expect(factNames[name][language]).not.toBe('');
    if (value !== null) expect(formatShown(value, language, pounds)).not.toMatch(/undefined|NaN/);
  }
});

it('names kinds, severities and reasons in Arabic in Arabic and in English in English', () => {
  for (const table of [alertKindNames, severityNames, acknowledgementNames]) {
    for (const { ar, en } of Object.values(table)) {
      expect(ar).toMatch(arabicLetters);
      expect(ar).not.toMatch(latinLetters);
      expect(en).toMatch(latinLetters);
      expect(en).not.toMatch(arabicLetters);
    }
  }
});
