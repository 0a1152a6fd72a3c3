import { addMonths } from '../../dates.ts';
import {
  decline,
  type LineContext,
  lineCheck,
  nothingAsked,
  pass,
  refer,
  type Subject,
} from '../check.ts';
import type { WaitingRule } from '../contract-terms.ts';
import { isDiagnosisWithin } from '../diagnosis-terms.ts';
import type { FactUsed } from '../evidence.ts';
import { isForPlan, isInScope } from '../item-terms.ts';
import { findMembership } from '../membership.ts';
import {
  aDay,
  aWord,
  fromOperator,
  fromPack,
  itemShown,
  missing,
  serviceDateOf,
} from '../shown.ts';
import { coverDay } from '../stays.ts';
import { waitingStart } from '../waiting.ts';

/**
 * Keeps what the contract grants only some months after the member's own cover began: declines before
 * start + n months, passes from that day on. A renewal without a gap counts from the first start; accidents
 * and emergencies are exempt where the rule says so; of a stay the admission counts. The longest waiting of those
 * that apply holds. Where only an accident or a diagnosis that nobody stated would tell whether one applies, it refers.
 */
export const waitingPeriod = lineCheck({
  id: 'waiting-period',
  requirements: ['M7'],
  reasons: [
    'waiting',
    'waiting-start-unknown',
    'waiting-accident-not-said',
    'waiting-diagnosis-missing',
  ],
  asks(subject) {
    const rules = subject.pack.pack.waiting.filter((rule) => speaksOf(rule, subject));
    return rules.length === 0 ? null : rules;
  },
  run(context, rules) {
    const { input, item, line } = context;
    const possible = rules.filter((rule) => mayApply(rule, context));
    const surely = longestOf(possible.filter((rule) => unsaidOf(rule, context) === null));
    const perhaps = longestOf(possible);
    if (perhaps === null) return nothingAsked;
    const membership = findMembership(input);
    const shown = { item: itemShown(item, line.itemCode) };
    if (membership === null) {
      const { clause } = surely ?? perhaps;
      const facts = [missing('member-start', input.membership.source)];
      return refer('waiting-start-unknown', { shown, facts, clause, nearest: { kind: 'connect' } });
    }
    const start = waitingStart(membership);
    const isOver = ({ months }: WaitingRule) => coverDay(input.claim) >= addMonths(start, months);
    const held = surely === null || (isOver(surely) && !isOver(perhaps)) ? perhaps : surely;
    const { clause, months } = held;
    const facts = factsOf(context, held, aDay(start));
    if (isOver(held)) return pass({ facts, clause });
    const from = addMonths(start, months);
    const until = { ...shown, start: aDay(start), from: aDay(from) };
    const unsaid = unsaidOf(held, context);
    if (unsaid !== null) {
      const { reason, fact, nearest } = unsaid;
      const known = [...facts, fromOperator(input, fact, null)];
      return refer(reason, { shown: until, facts: known, clause, nearest });
    }
    return decline('waiting', 'member', {
      shown: until,
      facts,
      clause,
      nearest: { kind: 'wait-until', date: from },
    });
  },
});

const speaksOf = ({ plans, scope }: WaitingRule, { item, planCode }: Subject): boolean =>
  isForPlan(plans, planCode) && (scope === null || (item !== null && isInScope(item, scope)));

/** Unless what was said of the claim sets it aside. */
function mayApply(rule: WaitingRule, { input, diagnoses }: LineContext): boolean {
  const { encounter, accident } = input.claim;
  const isAccident = accident !== undefined && accident !== 'none';
  if (rule.isWaivedForEmergency && encounter === 'emergency') return false;
  if (rule.isWaivedForAccident && isAccident) return false;
  const scope = rule.diagnosis;
  return (
    scope === null ||
    diagnoses.length === 0 ||
    diagnoses.some((code) => isDiagnosisWithin(code, scope))
  );
}

/** What nobody said, and would set the rule aside or not; null where it applies for sure. */
function unsaidOf(
  { diagnosis, isWaivedForAccident }: WaitingRule,
  { input, diagnoses }: LineContext,
) {
  if (diagnosis !== null && diagnoses.length === 0) return noDiagnosis;
  return isWaivedForAccident && input.claim.accident === undefined ? noAccident : null;
}

const noDiagnosis = {
  reason: 'waiting-diagnosis-missing',
  fact: 'diagnosis',
  nearest: { kind: 'enter-diagnosis' },
} as const;

const noAccident = {
  reason: 'waiting-accident-not-said',
  fact: 'accident',
  nearest: { kind: 'state-accident' },
} as const;

const longestOf = (rules: readonly WaitingRule[]): WaitingRule | null =>
  rules.reduce<WaitingRule | null>(
    (most, rule) => (most === null || rule.months > most.months ? rule : most),
    null,
  );

const factsOf = (
  { input }: LineContext,
  { months }: WaitingRule,
  start: FactUsed['value'],
): readonly FactUsed[] => {
  const { membership } = input;
  const asOf = membership.known ? membership.asOf : null;
  const accident = input.claim.accident;
  return [
    { name: 'member-start', value: start, source: membership.source, asOf },
    fromPack('waiting-months', { kind: 'months', value: months }),
    ...(accident === undefined
      ? []
      : [fromOperator(input, 'accident', aWord(`accident-${accident}`))]),
    serviceDateOf(input),
  ];
};
