import {
  decline,
  type LineBase,
  type LineContext,
  lineCheck,
  pass,
  reduce,
  refer,
  type Subject,
} from '../check.ts';
import type { FactValue } from '../condition-fact.ts';
import { type ConditionFactName, conditionFacts } from '../condition-facts.ts';
import type { CompiledCondition, ConditionRule } from '../conditions.ts';
import { isDiagnosisWithin } from '../diagnosis-terms.ts';
import type { FactUsed, NextStep } from '../evidence.ts';
import { isForPlan, isInScope } from '../item-terms.ts';
import { leftBy, payableOf } from '../lower-line.ts';
import type { CheckMode } from '../rule-pack.ts';
import { showFact } from '../show-fact.ts';
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
    'condition-reduces-provider',
    'condition-reduces-member',
  ],
  asks(subject) {
    const asked = subject.pack.conditions.filter(({ rule }) => speaksOf(rule, subject));
    return asked.length === 0 ? null : asked;
  },
  lowers: (base, asked) =>
    asked
      .filter(({ rule }) => isForDiagnosis(rule, base) && rule.pays !== undefined)
      .filter(({ rule }) => (rule.mode ?? 'enforce') === 'enforce')
      .map((condition) => judge(condition, base))
      .flatMap(({ rule, verdict }) =>
        verdict === 'reduces' ? [{ ...rule.pays, bearer: rule.bearer }] : [],
      ),
  run(context, asked) {
    const judged = asked
      .filter(({ rule }) => isForDiagnosis(rule, context))
      .map((condition) => asFelt(judge(condition, context), context))
      .toSorted((a, b) => rank(b) - rank(a));
    const [worst] = judged;
    if (worst === undefined) return pass({ facts: [] });
    // What is only watched may miss a fact without keeping anything back.
    const facts = distinct(judged.filter((one) => one === worst || loudnessOf(one) === 2));
    return { ...sayOf(worst, facts), ...modeOf(worst) };
  },
});

function sayOf({ rule, verdict, absent, step }: Judged, facts: readonly FactUsed[]) {
  const { clause, bearer } = rule;
  const shown = { text: aName(rule.text) };
  const named = { ...shown, condition: aCode(rule.conditionId) };
  const details = { shown, facts, clause };
  switch (verdict) {
    case 'passes':
      return pass({ facts, clause });
    case 'reduces':
      return bearer === 'member'
        ? reduce('condition-reduces-member', bearer, { ...details, nearest: memberPays })
        : reduce('condition-reduces-provider', bearer, { ...details, nearest: askInsurer });
    case 'refers':
      return refer('condition-refers', details);
    case 'broken':
      return refer('condition-not-evaluable', { ...details, shown: named });
    case 'unknown': {
      const missing = { ...details, shown: { ...named, fact: aCode(absent ?? '') } };
      const nearest = step === null ? {} : { nearest: { kind: step } as const };
      return refer('condition-fact-unknown', { ...missing, ...nearest });
    }
    case 'member':
      return decline('condition-member-pays', 'member', details);
    case 'provider':
      return decline('condition-provider-bears', 'provider', details);
  }
}

const memberPays = { kind: 'member-pays' } as const;
const askInsurer = { kind: 'request-approval' } as const;

type Verdict = 'passes' | 'reduces' | 'refers' | 'unknown' | 'broken' | 'member' | 'provider';

/** The greatest speaks for all: the provider's refusal before the member's, a refusal before a doubt. */
const weight: Readonly<Record<Verdict, number>> = {
  passes: 0,
  reduces: 1,
  refers: 2,
  unknown: 3,
  broken: 4,
  member: 5,
  provider: 6,
};

const loudness: Readonly<Record<CheckMode, number>> = { observe: 0, warn: 1, enforce: 2 };
const loudnessOf = ({ rule }: Judged): number => loudness[rule.mode ?? 'enforce'];

/** What does not pass before what does, what is enforced before what is watched. */
const rank = (judged: Judged): number =>
  judged.verdict === 'passes' ? 0 : 10 + loudnessOf(judged) * 10 + weight[judged.verdict];

/** What passes is said as the check speaks. */
const modeOf = ({ rule, verdict }: Judged): { readonly mode?: CheckMode } =>
  rule.mode === undefined || verdict === 'passes' ? {} : { mode: rule.mode };

/** A reduction that takes nothing from this line is none. */
function asFelt(judged: Judged, { money, line }: LineContext): Judged {
  const { rule, verdict } = judged;
  if (verdict !== 'reduces' || money === null) return judged;
  const payable = payableOf(money);
  const left = leftBy({ ...rule.pays, bearer: rule.bearer }, payable, line.quantity);
  return left < payable ? judged : { ...judged, verdict: 'passes' };
}

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

function isForDiagnosis({ diagnosis }: ConditionRule, { diagnoses }: LineBase): boolean {
  const [principal] = diagnoses;
  return diagnosis === null || (principal !== undefined && isDiagnosisWithin(principal, diagnosis));
}

function judge({ rule, prepared }: CompiledCondition, context: LineBase): Judged {
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
  if (outcome === 'reduce') return 'reduces';
  return outcome === 'refer' ? 'refers' : bearer;
}

const distinct = (judged: readonly Judged[]): readonly FactUsed[] => [
  ...new Map(judged.flatMap(({ facts }) => facts)).values(),
];
