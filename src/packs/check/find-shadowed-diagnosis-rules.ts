import type { DiagnosisRule } from '#domain/adjudication/contract-terms.ts';
import { narrowestDiagnosisRules } from '#domain/adjudication/diagnosis-terms.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import { type Contradiction, when } from '../contradiction.ts';

const topics = ['isCovered', 'sex', 'age', 'conditions'] as const;

/** Rules of diagnoses that are the narrowest for no code in their scope under any plan, topic by topic. */
export function findShadowedDiagnosisRules({ diagnosisRules, plans }: RulePack): Contradiction[] {
  return topics.flatMap((topic) => {
    const speaking = diagnosisRules.filter((rule) => rule[topic] !== null);
    const find = narrowestDiagnosisRules(speaking);
    const isReached = (rule: DiagnosisRule) =>
      codesIn(rule.scope).some((code) => plans.some((plan) => find(code, plan.code)[0] === rule));
    return diagnosisRules.flatMap((rule, at) =>
      when(
        rule[topic] !== null && !isReached(rule),
        ['diagnosisRules', at, topic === 'isCovered' ? 'covered' : topic],
        'never reached: for every diagnosis and plan a narrower rule, or one before it, speaks; remove it, or narrow what it is for',
      ),
    );
  });
}

/** Codes that stand for a scope: of a range every category, of anything else the code itself. */
function codesIn(scope: string): readonly string[] {
  const [first = '', last = first] = scope.split('-');
  if (first === last) return [first];
  const ordinal = (category: string) =>
    (category.charCodeAt(0) - 65) * 100 + Number(category.slice(1));
  return Array.from({ length: Math.max(0, ordinal(last) - ordinal(first) + 1) }, (_, step) => {
    const place = ordinal(first) + step;
    return `${String.fromCharCode(65 + Math.floor(place / 100))}${String(place % 100).padStart(2, '0')}`;
  });
}
