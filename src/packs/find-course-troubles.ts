import type { ItemRule } from '#domain/adjudication/item-rule.ts';
import { isForPlan, isInScope } from '#domain/adjudication/item-terms.ts';
import type { Item, RulePack } from '#domain/adjudication/rule-pack.ts';
import { type Contradiction, when } from './contradiction.ts';
import type { Path } from './problem.ts';

/** Terms of a course of care that point nowhere, or speak of items which they cannot be meant for. */
export function findCourseTroubles(pack: RulePack): Contradiction[] {
  const { itemRules, items, programmes } = pack;
  const known = new Set(programmes.map(({ code }) => code));
  const named = new Set(itemRules.flatMap(({ programme }) => programme?.code ?? []));
  return [
    ...itemRules.flatMap((rule, at) => [
      ...ofConsultations(rule, items, ['itemRules', at, 'followUp']),
      ...ofMedicines(rule, items, ['itemRules', at]),
      ...when(
        rule.programme !== null && !known.has(rule.programme.code),
        ['itemRules', at, 'programme', 'code'],
        `programme "${rule.programme?.code}" is not among the programmes: add it there or correct the spelling`,
      ),
    ]),
    ...ofCoPayments(pack),
    ...programmes.flatMap(({ code }, at) => [
      ...when(
        !named.has(code),
        ['programmes', at, 'code'],
        `no rule names programme "${code}": write of which medicines it is, or remove it`,
      ),
      ...when(
        programmes.findIndex((one) => one.code === code) !== at,
        ['programmes', at, 'code'],
        `programme "${code}" is there twice: give one of them another`,
      ),
    ]),
  ];
}

/** A co-payment once of something that never comes. */
const ofCoPayments = ({ itemRules, items, plans }: RulePack): Contradiction[] =>
  plans.flatMap((plan, at) =>
    plan.benefits.flatMap(({ benefit, coPayment }, index) => {
      const path = ['plans', at, 'benefits', index, 'coPayment', 'per'];
      const hasMedicines = items.some((one) => one.kind === 'medicine' && one.benefit === benefit);
      const hasFollowUps = itemRules.some(
        ({ followUp, plans: for_ }) => followUp !== null && isForPlan(for_, plan.code),
      );
      return [
        ...when(
          coPayment?.per === 'prescription' && !hasMedicines,
          path,
          `no medicine is of benefit "${benefit}", and nothing else is prescribed: write visit`,
        ),
        ...when(
          coPayment?.per === 'episode' && !hasFollowUps,
          path,
          `no rule of followUp holds of plan "${plan.code}", so that every visit opens an episode: write one, or write visit`,
        ),
      ];
    }),
  );

function ofConsultations({ followUp, scope }: ItemRule, items: readonly Item[], path: Path) {
  if (followUp === null) return [];
  const other = items.find((item) => item.kind !== 'consultation' && isInScope(item, scope));
  return when(
    other !== undefined,
    path,
    `"${other?.code}" is no consultation, and only consultations are followed up: name those alone`,
  );
}

function ofMedicines(
  { controlled, programme, scope }: ItemRule,
  items: readonly Item[],
  path: Path,
) {
  if (controlled === null && programme === null) return [];
  const other = items.find((item) => item.kind !== 'medicine' && isInScope(item, scope));
  const topic = controlled === null ? 'programme' : 'controlled';
  return when(
    other !== undefined,
    [...path, topic],
    `"${other?.code}" is no medicine: name medicines alone`,
  );
}
