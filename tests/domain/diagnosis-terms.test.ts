import { describe, expect, it } from 'vitest';
import {
  compileDiagnosisTerms,
  findDiagnosisScope,
  isDiagnosisIn,
  isDiagnosisWithin,
} from '#domain/adjudication/diagnosis-terms.ts';
import { diagnosisRule } from './terms.ts';

describe('a scope of diagnoses', () => {
  it.each([
    ['E11', 411, 411, ''],
    ['E11.9', 411, 411, '9'],
    ['E11.9012', 411, 411, '9012'],
    ['A00-B99', 0, 199, ''],
    ['E11-E11', 411, 411, ''],
  ])('%s is read', (text, first, last, detail) => {
    expect(findDiagnosisScope(text)).toEqual({ first, last, detail });
  });

  it.each(['', 'E1', 'e11', 'E11.', 'E11.90123', 'E14-E10', 'E10-E14.1', 'XE11', 'E11X', 'E11-E'])(
    '“%s” is none',
    (text) => {
      expect(findDiagnosisScope(text)).toBeNull();
      expect(isDiagnosisWithin('E11', text)).toBe(false);
    },
  );

  it.each([
    ['E10', 'E10-E14', true],
    ['E14.9', 'E10-E14', true],
    ['E09.9', 'E10-E14', false],
    ['E15', 'E10-E14', false],
    ['E11.9', 'E11', true],
    ['E11', 'E11.9', false],
    ['E11.90', 'E11.9', true],
    ['E119', 'E11.9', true],
    ['E11.8', 'E11.9', false],
    ['F11.9', 'E11.9', false],
    ['E11.', 'E11', false],
    ['XE11', 'E11', false],
    ['E11.90123', 'E11', false],
    ['diabetes', 'A00-Z99', false],
  ])('%s lies in %s or not', (code, scope, isIn) => {
    expect(isDiagnosisWithin(code, scope)).toBe(isIn);
    const parsed = findDiagnosisScope(scope);
    expect(parsed !== null && isDiagnosisIn(code, parsed)).toBe(isIn);
  });
});

describe('what is said of a diagnosis', () => {
  const scopes = ['E00-E90', 'E10-E14', 'E11', 'E11.9', 'E11.90'];
  const rule = (scope: string, changes: Parameters<typeof diagnosisRule>[0] = {}) =>
    diagnosisRule({ scope, isCovered: true, clause: scope, ...changes });
  const clauseOf = (
    rules: ReturnType<typeof rule>[],
    code = 'E11.90',
    plan: string | null = 'GOLD',
  ) => compileDiagnosisTerms(rules)(code, plan)?.isCovered?.clause ?? null;

  it.each(scopes.slice(1).map((narrow, at) => [narrow, scopes[at] ?? '']))(
    'under %s wins over %s, whichever stands first',
    (narrow, wide) => {
      expect(clauseOf([rule(narrow), rule(wide)])).toBe(narrow);
      expect(clauseOf([rule(wide), rule(narrow)])).toBe(narrow);
    },
  );

  it('for the plan wins over what is said for all, of the same scope', () => {
    const own = rule('E11', { plans: ['GOLD'], clause: 'own' });
    expect(clauseOf([rule('E11'), own])).toBe('own');
    expect(clauseOf([own, rule('E11')])).toBe('own');
    expect(clauseOf([own, rule('E11')], 'E11', 'SILVER')).toBe('E11');
    expect(clauseOf([own], 'E11', null)).toBeNull();
  });

  it('comes from a wider rule where the narrowest is silent', () => {
    const terms = compileDiagnosisTerms([
      rule('E11', { isCovered: null, sex: 'female' }),
      rule('E00-E90', { isCovered: false }),
      rule('nonsense', { sex: 'male' }),
    ])('E11.9', 'GOLD');
    expect(terms).toEqual({
      isCovered: { value: false, clause: 'E00-E90' },
      sex: { value: 'female', clause: 'E11' },
      ...{ age: null, conditions: null },
    });
  });

  it('is nothing of what is no code, and silent of what no rule names', () => {
    const look = compileDiagnosisTerms([rule('E11')]);
    expect(look('diabetes', 'GOLD')).toBeNull();
    expect(look('F11', 'GOLD')).toEqual({
      isCovered: null,
      sex: null,
      age: null,
      conditions: null,
    });
  });

  it('is remembered for each code and plan', () => {
    const look = compileDiagnosisTerms([rule('E11', { plans: ['GOLD'] })]);
    expect(look('E11', 'GOLD')).toBe(look('E11', 'GOLD'));
    expect(look('E11', 'SILVER')?.isCovered).toBeNull();
    expect(look('F11', 'GOLD')?.isCovered).toBeNull();
    expect(look('E11', 'GOLD')?.isCovered?.value).toBe(true);
  });
});
