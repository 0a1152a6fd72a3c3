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
 * and emergencies are exempt where the rule says so; of a stay the admission counts. The longest waiting of those that apply holds.
 */
export const waitingPeriod = lineCheck({
  id: 'waiting-period',
  requirements: ['M7'],
  reasons: ['waiting', 'waiting-start-unknown'],
  asks(subject) {
    const rules = subject.pack.pack.waiting.filter((rule) => speaksOf(rule, subject));
    return rules.length === 0 ? null : rules;
  },
  run(context, rules) {
    const { input, item, line } = context;
    const longest = rules
      .filter((rule) => applies(rule, context))
      .reduce<WaitingRule | null>(
        (most, rule) => (most === null || rule.months > most.months ? rule : most),
        null,
      );
    if (longest === null) return nothingAsked;
    const membership = findMembership(input);
    const { clause } = longest;
    const shown = { item: itemShown(item, line.itemCode) };
    if (membership === null) {
      const facts = [missing('member-start', input.membership.source)];
      return refer('waiting-start-unknown', { shown, facts, clause, nearest: { kind: 'connect' } });
    }
    const start = waitingStart(membership);
    const from = addMonths(start, longest.months);
    const facts = factsOf(context, longest, aDay(start));
    if (coverDay(input.claim) >= from) return pass({ facts, clause });
    return decline('waiting', 'member', {
      shown: { ...shown, start: aDay(start), from: aDay(from) },
      facts,
      clause,
      nearest: { kind: 'wait-until', date: from },
    });
  },
});

const speaksOf = ({ plans, scope }: WaitingRule, { item, planCode }: Subject): boolean =>
  isForPlan(plans, planCode) && (scope === null || (item !== null && isInScope(item, scope)));

function applies(rule: WaitingRule, { input, diagnoses }: LineContext): boolean {
  const { encounter, accident } = input.claim;
  const isAccident = accident !== undefined && accident !== 'none';
  if (rule.isWaivedForEmergency && encounter === 'emergency') return false;
  if (rule.isWaivedForAccident && isAccident) return false;
  const scope = rule.diagnosis;
  return scope === null || diagnoses.some((code) => isDiagnosisWithin(code, scope));
}

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
