import { decline, type LineContext, lineCheck, pass, refer, type Subject } from '../check.ts';
import {
  type ConditionFactName,
  conditionFacts,
  type FactValue,
  showFact,
} from '../condition-facts.ts';
import type { CompiledCondition, ConditionRule } from '../conditions.ts';
import { isDiagnosisWithin } from '../diagnosis-terms.ts';
import type { FactUsed, NextStep } from '../evidence.ts';
import { isForPlan, isInScope } from '../item-terms.ts';
import { aCode, aName } from '../shown.ts';

/**
 * Any other condition of the contract, as an expression over documented facts (brochure M14): where it holds,
 * the line has the outcome that the rule states. One that cannot be evaluated refers and names itself, and so
 * does one that needs a fact which is not known.
 */
export const conditions = lineCheck({
  id: 'conditions',
  requirements: ['M14'],
  reasons: [
    'condition-provider-bears',
    'condition-member-pays',
    'condition-not-evaluable',
    'condition-fact-unknown',
    'condition-refers',
  ],
  asks(subject) {
    const asked = subject.pack.conditions.filter(({ rule }) => speaksOf(rule, subject));
    return asked.length === 0 ? null : asked;
  },
  run(context, asked) {
    const judged = asked
      .filter(({ rule }) => isForDiagnosis(rule, context))
      .map((condition) => judge(condition, context))
      .toSorted((a, b) => weight[b.verdict] - weight[a.verdict]);
    const facts = distinct(judged);
    const [worst] = judged;
    if (worst === undefined) return pass({ facts });
    const { rule, verdict, absent, step } = worst;
    const { clause, bearer } = rule;
    const shown = { text: aName(rule.text) };
    const named = { ...shown, condition: aCode(rule.conditionId) };
    if (verdict === 'passes') return pass({ facts, clause });
    if (verdict === 'refers') return refer('condition-refers', { shown, facts, clause });
    if (verdict === 'broken')
      return refer('condition-not-evaluable', { shown: named, facts, clause });
    if (verdict === 'unknown') {
      const missing = { ...named, fact: aCode(absent ?? '') };
      const details = { shown: missing, facts, clause };
      const nearest = step === null ? {} : { nearest: { kind: step } as const };
      return refer('condition-fact-unknown', { ...details, ...nearest });
    }
    return bearer === 'member'
      ? decline('condition-member-pays', bearer, { shown, facts, clause })
      : decline('condition-provider-bears', bearer, { shown, facts, clause });
  },
});

type Verdict = 'passes' | 'refers' | 'unknown' | 'broken' | 'member' | 'provider';

/** The greatest speaks for all: the provider's refusal before the member's, a refusal before a doubt. */
const weight: Readonly<Record<Verdict, number>> = {
  passes: 0,
  refers: 1,
  unknown: 2,
  broken: 3,
  member: 4,
  provider: 5,
};

interface Judged {
  readonly rule: ConditionRule;
  readonly verdict: Verdict;
  readonly facts: readonly (readonly [ConditionFactName, FactUsed])[];
  /** The first fact that is needed and not known, and what would make it known. */
  readonly absent: ConditionFactName | null;
  readonly step: NextStep | null;
}

const speaksOf = ({ scope, plans }: ConditionRule, { item, planCode }: Subject): boolean =>
  isForPlan(plans, planCode) && (scope === null || (item !== null && isInScope(item, scope)));

function isForDiagnosis({ diagnosis }: ConditionRule, { diagnoses }: LineContext): boolean {
  const [principal] = diagnoses;
  return diagnosis === null || (principal !== undefined && isDiagnosisWithin(principal, diagnosis));
}

function judge({ rule, prepared }: CompiledCondition, context: LineContext): Judged {
  const known = new Map<ConditionFactName, FactValue>();
  for (const name of prepared?.facts ?? []) {
    const value = conditionFacts[name].read(context);
    if (value !== null) known.set(name, value);
  }
  const holds = prepared?.evaluate(known) ?? null;
  const absent = prepared?.facts.find((name) => !known.has(name)) ?? null;
  // What the verdict does not need may stay unknown.
  const used = (prepared?.facts ?? []).filter((name) => holds === null || known.has(name));
  return {
    rule,
    verdict: verdictOf(rule, holds, absent),
    facts: used.map((name) => [name, showFact(name, context)] as const),
    absent,
    step: absent === null ? null : conditionFacts[absent].step,
  };
}

function verdictOf(
  { outcome, bearer }: ConditionRule,
  holds: boolean | null,
  absent: ConditionFactName | null,
): Verdict {
  if (holds === null) return absent === null ? 'broken' : 'unknown';
  if (!holds) return 'passes';
  return outcome === 'refer' ? 'refers' : bearer;
}

const distinct = (judged: readonly Judged[]): readonly FactUsed[] => [
  ...new Map(judged.flatMap(({ facts }) => facts)).values(),
];
