import { addMonths } from '../../dates.ts';
import { decline, type LineContext, lineCheck, pass, refer } from '../check.ts';
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
import { waitingStart } from '../waiting.ts';

/**
 * Keeps what the contract grants only some months after the member's own cover began: declines before
 * start + n months, passes from that day on. A renewal without a gap counts from the first start; accidents
 * and emergencies are exempt where the rule says so. The longest waiting of those that apply holds.
 */
export const waitingPeriod = lineCheck({
  id: 'waiting-period',
  requirements: ['M7'],
  reasons: ['waiting', 'waiting-start-unknown'],
  run(context) {
    const { input, item, line } = context;
    const rules = context.pack.pack.waiting.filter((rule) => applies(rule, context));
    const longest = rules.reduce<WaitingRule | null>(
      (most, rule) => (most === null || rule.months > most.months ? rule : most),
      null,
    );
    if (longest === null) return pass({ facts: [] });
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
    if (input.claim.serviceDate >= from) return pass({ facts, clause });
    return decline('waiting', 'member', {
      shown: { ...shown, start: aDay(start), from: aDay(from) },
      facts,
      clause,
      nearest: { kind: 'wait-until', date: from },
    });
  },
});

function applies(rule: WaitingRule, { input, item, planCode, diagnoses }: LineContext): boolean {
  const { encounter, accident } = input.claim;
  const isAccident = accident !== undefined && accident !== 'none';
  if (rule.isWaivedForEmergency && encounter === 'emergency') return false;
  if (rule.isWaivedForAccident && isAccident) return false;
  if (!isForPlan(rule.plans, planCode)) return false;
  if (rule.scope !== null && (item === null || !isInScope(item, rule.scope))) return false;
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
