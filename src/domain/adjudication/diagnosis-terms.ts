import type { DiagnosisConditions, DiagnosisRule } from './contract-terms.ts';
import { isForPlan, type Term } from './item-terms.ts';

/** What a contract says of one diagnosis; null: nothing. */
export interface DiagnosisTerms {
  readonly isCovered: Term<boolean> | null;
  readonly sex: Term<'male' | 'female'> | null;
  readonly age: Term<NonNullable<DiagnosisRule['age']>> | null;
  readonly conditions: Term<DiagnosisConditions> | null;
}

/** A stretch of ICD-10: categories from first to last, and within a single category the code's beginning. */
export interface DiagnosisScope {
  readonly first: number;
  readonly last: number;
  /** What follows the dot; empty for whole categories. */
  readonly detail: string;
}

const scopePattern = /^([A-Z]\d{2})(?:\.([0-9A-Z]{1,4})|-([A-Z]\d{2}))?$/;
const codePattern = /^([A-Z]\d{2})(?:\.?([0-9A-Z]{1,4}))?$/;

/** Parses `E11.9`, `E11` or `E10-E14`; null for any other text. */
export function findDiagnosisScope(text: string): DiagnosisScope | null {
  const match = scopePattern.exec(text);
  if (match === null) return null;
  const [, from = '', detail = '', to = from] = match;
  const scope = { first: ordinal(from), last: ordinal(to), detail };
  return scope.first <= scope.last ? scope : null;
}

/** Whether a code lies in a scope; a code that is no ICD-10 lies in none. */
export function isDiagnosisIn(code: string, scope: DiagnosisScope): boolean {
  const match = codePattern.exec(code);
  if (match === null) return false;
  const [, category = '', detail = ''] = match;
  const place = ordinal(category);
  return scope.first <= place && place <= scope.last && detail.startsWith(scope.detail);
}

/** Whether a code lies in a scope given as text. */
export function isDiagnosisWithin(code: string, scope: string): boolean {
  const parsed = findDiagnosisScope(scope);
  return parsed !== null && isDiagnosisIn(code, parsed);
}

/** Looks up a diagnosis' terms, each from the narrowest rule that speaks of it; null for what is no code. */
export function compileDiagnosisTerms(
  rules: readonly DiagnosisRule[],
): (code: string, planCode: string | null) => DiagnosisTerms | null {
  const find = findTermsIn(rules);
  const known = new Map<string | null, Map<string, DiagnosisTerms | null>>();
  return (code, planCode) => {
    const ofPlan = known.get(planCode) ?? new Map<string, DiagnosisTerms | null>();
    const found = ofPlan.get(code);
    if (found !== undefined) return found;
    // Anything may be written for a diagnosis: what is remembered stays within bounds.
    if (ofPlan.size >= mostRemembered) ofPlan.clear();
    const terms = find(code, planCode);
    known.set(planCode, ofPlan.set(code, terms));
    return terms;
  };
}

const mostRemembered = 20_000;

function findTermsIn(
  rules: readonly DiagnosisRule[],
): (code: string, planCode: string | null) => DiagnosisTerms | null {
  const find = narrowestDiagnosisRules(rules);
  return (code, planCode) => {
    if (!codePattern.test(code)) return null;
    const speaking = find(code, planCode);
    return {
      isCovered: termOf(speaking, ({ isCovered }) => isCovered),
      sex: termOf(speaking, ({ sex }) => sex),
      age: termOf(speaking, ({ age }) => age),
      conditions: termOf(speaking, ({ conditions }) => conditions),
    };
  };
}

/** Finds the rules that speak of a code under a plan, the narrowest first. */
export function narrowestDiagnosisRules(
  rules: readonly DiagnosisRule[],
): (code: string, planCode: string | null) => readonly DiagnosisRule[] {
  const placed = rules
    .flatMap((rule) => {
      const scope = findDiagnosisScope(rule.scope);
      return scope === null ? [] : [{ rule, scope }];
    })
    .toSorted((a, b) => compareBreadth(a.scope, b.scope) || planRank(a.rule) - planRank(b.rule));
  return (code, planCode) =>
    placed
      .filter(({ rule, scope }) => isDiagnosisIn(code, scope) && isForPlan(rule.plans, planCode))
      .map(({ rule }) => rule);
}

function termOf<T>(
  rules: readonly DiagnosisRule[],
  pick: (rule: DiagnosisRule) => T | null,
): Term<T> | null {
  for (const rule of rules) {
    const value = pick(rule);
    if (value !== null) return { value, clause: rule.clause };
  }
  return null;
}

const compareBreadth = (a: DiagnosisScope, b: DiagnosisScope): number =>
  a.last - a.first - (b.last - b.first) || b.detail.length - a.detail.length;

const planRank = ({ plans }: DiagnosisRule): number => (plans === null ? 1 : 0);

const ordinal = (category: string): number =>
  (category.charCodeAt(0) - 65) * 100 + Number(category.slice(1));
