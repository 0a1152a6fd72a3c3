import type { StayTerm } from '#domain/adjudication/contract-terms.ts';
import type { BenefitRule, Plan, RulePack } from '#domain/adjudication/rule-pack.ts';
import type { Path } from './problem.ts';
import type { ReadMoney } from './read-money.ts';
import type { PackSource } from './source-schema.ts';

/** A plan's benefits and its terms beyond them. */
export function compilePlans({ plans }: PackSource['plans'], read: ReadMoney): RulePack['plans'] {
  return plans.map((plan, at) => ({
    code: plan.code,
    name: plan.name,
    networks: plan.networks,
    benefits: plan.benefits.map((rule, index): BenefitRule => {
      const path = ['plans', at, 'benefits', index, 'coInsurance'];
      const bound = (name: 'minimum' | 'maximum') => {
        const text = rule.coInsurance?.[name];
        return text === undefined || text === null ? null : read(text, 'plans', [...path, name]);
      };
      return {
        benefit: rule.benefit,
        ...(rule.networks === undefined ? {} : { networks: rule.networks }),
        ...(rule.settings === undefined ? {} : { settings: rule.settings }),
        covered: rule.covered,
        coInsurancePercent: rule.coInsurance?.percent ?? 0,
        coInsuranceMinimum: bound('minimum'),
        coInsuranceMaximum: bound('maximum'),
        ...compileCoPayment(rule, ['plans', at, 'benefits', index, 'coPayment', 'amount'], read),
        ...(rule.formulary === undefined ? {} : { formulary: rule.formulary }),
        clause: rule.clause,
      };
    }),
    excludedItems: plan.excludedItems ?? [],
    ...compilePlanTerms(plan),
  }));
}

const compileCoPayment = (
  { coPayment }: PackSource['plans']['plans'][number]['benefits'][number],
  path: Path,
  read: ReadMoney,
): Pick<BenefitRule, 'coPayment'> =>
  coPayment === undefined
    ? {}
    : { coPayment: { amount: read(coPayment.amount, 'plans', path), per: coPayment.per } };

/** A plan's terms beyond its benefits. */
const compilePlanTerms = ({
  emergencyAnywhere,
  stay,
  coordination,
}: PackSource['plans']['plans'][number]): Pick<
  Plan,
  'isEmergencyAnywhere' | 'stay' | 'coordination'
> => ({
  isEmergencyAnywhere: emergencyAnywhere ?? false,
  stay: stay === undefined ? null : compileStay(stay),
  ...(coordination === undefined
    ? {}
    : {
        coordination: {
          isAsked: coordination.asked ?? false,
          liable: coordination.liable ?? [],
          clause: coordination.clause,
        },
      }),
});

const compileStay = ({
  rooms,
  upgrade,
  runOffDays,
  ...stay
}: NonNullable<PackSource['plans']['plans'][number]['stay']>): StayTerm => ({
  ...stay,
  ...(rooms === undefined
    ? {}
    : { rooms: Object.entries(rooms).map(([roomClass, item]) => ({ roomClass, item })) }),
  ...(upgrade === undefined ? {} : { isUpgradePaidByMember: true }),
  ...(runOffDays === undefined ? {} : { runOffDays }),
});
