import type { Bilingual } from '../../people.ts';
import { decline, lineCheck, pass, refer, type Subject } from '../check.ts';
import type { FactUsed } from '../evidence.ts';
import { isInScope } from '../item-terms.ts';
import type { BenefitRule, CompiledPack, Item } from '../rule-pack.ts';

/**
 * Whether the member's plan pays for this item: known code, covered benefit, in its formulary where it has one, no
 * exclusion (brochure M10).
 * A benefit on which the plan is silent refers; only the contract's own words decline.
 */
export const itemCovered = lineCheck({
  id: 'item-covered',
  requirements: ['M10'],
  reasons: [
    'item-excluded',
    'benefit-not-covered',
    'not-in-formulary',
    'item-unknown',
    'plan-unknown-for-item',
    'benefit-unknown',
  ],
  asks: (subject) => judge(subject) ?? 'unknown',
  run({ input, line, item }, judged) {
    if (judged !== 'unknown') return judged;
    if (item === null) {
      return refer('item-unknown', {
        shown: { code: { kind: 'code', value: line.itemCode } },
        facts: [{ name: 'item', value: null, source: 'pack', asOf: null }],
        nearest: { kind: 'leave-out' },
      });
    }
    const { source } = input.membership;
    return refer('plan-unknown-for-item', {
      shown: { item: named(item.name) },
      facts: [{ name: 'plan', value: null, source, asOf: null }],
      nearest: { kind: 'connect' },
    });
  },
});

/** What the plan says of the item, which no claim changes; null where one of them is unknown. */
function judge({ pack, item, planCode, rule }: Subject) {
  const plan = planCode === null ? null : pack.plan(planCode);
  if (item === null || plan === null) return null;
  const shown = {
    item: named(item.name),
    plan: named(plan.name),
    benefit: named(benefitName(pack, item.benefit)),
  };
  const facts = factsOf(item.name, plan.name, shown.benefit);
  const declined = { shown, nearest: { kind: 'member-pays' } } as const;
  const exclusion = pack.exclusion(plan.code, item.code);
  if (exclusion !== null) {
    return decline('item-excluded', 'member', { ...declined, facts, clause: exclusion.clause });
  }
  if (rule === null) return refer('benefit-unknown', { shown, facts });
  if (rule.covered) return judgeFormulary(item, rule, declined, facts);
  return decline('benefit-not-covered', 'member', { ...declined, facts, clause: rule.clause });
}

function judgeFormulary(
  item: Item,
  { formulary, clause }: BenefitRule,
  declined: Pick<Parameters<typeof decline>[2], 'shown' | 'nearest'>,
  facts: readonly FactUsed[],
) {
  if (formulary?.contains.some((scope) => isInScope(item, scope)) === false) {
    const details = { ...declined, facts, clause: formulary.clause };
    return decline('not-in-formulary', 'member', details);
  }
  return pass({ facts, clause });
}

const named = (value: Bilingual) => ({ kind: 'name', value }) as const;

const benefitName = (pack: CompiledPack, code: string): Bilingual =>
  pack.benefitName(code) ?? { ar: code, en: code };

const factsOf = (
  item: Bilingual,
  plan: Bilingual,
  benefit: { kind: 'name'; value: Bilingual },
): readonly FactUsed[] => [
  { name: 'item', value: named(item), source: 'pack', asOf: null },
  { name: 'plan', value: named(plan), source: 'pack', asOf: null },
  { name: 'benefit', value: benefit, source: 'pack', asOf: null },
];
