import type { ConditionRule } from '#domain/adjudication/conditions.ts';
import type {
  Ceiling,
  Counter,
  DiagnosisRule,
  FrequencyRule,
  ServiceGroup,
  StayTerm,
  WaitingRule,
} from '#domain/adjudication/contract-terms.ts';
import type { IdentityTerms } from '#domain/adjudication/identity-terms.ts';
import type { OfflinePolicy, Plan, Provider, RulePack } from '#domain/adjudication/rule-pack.ts';
import { compileAge, compileItemRules } from './compile-item-rules.ts';
import type { ReadMoney } from './read-money.ts';
import type { PackSource } from './source-schema.ts';

type Terms = Pick<
  RulePack,
  | 'identity'
  | 'itemRules'
  | 'programmes'
  | 'serviceGroups'
  | 'frequencies'
  | 'waiting'
  | 'diagnosisRules'
  | 'diagnosisNeededFor'
  | 'ceilings'
  | 'deductibles'
  | 'outOfPocket'
  | 'conditions'
  | 'offline'
>;

/** Lays out the contract's terms; what a rule left out becomes null. */
export const compileTerms = (source: PackSource, read: ReadMoney): Terms => ({
  identity: compileIdentity(source.identity, read),
  itemRules: compileItemRules(source['item-rules'], read),
  programmes: source['item-rules'].programmes ?? [],
  serviceGroups: source['item-rules'].groups.map(compileGroup),
  frequencies: source.frequencies.frequencies.map(
    ({ for: scope, plans, ...rule }): FrequencyRule => ({ ...rule, scope, plans: plans ?? null }),
  ),
  waiting: source.waiting.waiting.map(
    ({ for: scope, diagnosis, plans, exceptAccident, exceptEmergency, ...rule }): WaitingRule => ({
      ...rule,
      scope: scope ?? null,
      diagnosis: diagnosis ?? null,
      plans: plans ?? null,
      isWaivedForAccident: exceptAccident,
      isWaivedForEmergency: exceptEmergency,
    }),
  ),
  diagnosisRules: source['diagnosis-rules'].rules.map(compileDiagnosisRule),
  diagnosisNeededFor: source['diagnosis-rules'].neededFor,
  ceilings: compileCeilings(source.ceilings, read),
  deductibles: (source.ceilings.deductibles ?? []).map((one, at) => ({
    ...compileBorne(one, 'deductibles', at, read),
    per: one.per,
    basis: 'deductible',
  })),
  outOfPocket: (source.ceilings.outOfPocket ?? []).map((one, at) => ({
    ...compileBorne(one, 'outOfPocket', at, read),
    per: one.per,
    basis: 'out-of-pocket',
  })),
  conditions: compileConditions(source.conditions, read),
  offline: compileOffline(source.offline, read),
});

/** A provider's own terms. */
export const compileProvider = ({
  contract,
  licences,
  settings,
  ...provider
}: PackSource['providers']['providers'][number]): Provider => ({
  ...provider,
  contract: contract ?? null,
  licences: licences ?? null,
  settings: settings ?? null,
});

/** A plan's terms beyond its benefits. */
export const compilePlanTerms = ({
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

const compileIdentity = (
  { collection, insteadOfCard, proofs }: PackSource['identity'],
  read: ReadMoney,
): IdentityTerms => ({
  collection: collection.map(({ for: scope, plans, permitted, relationships, clause }) => ({
    scope,
    plans: plans ?? null,
    isPermitted: permitted,
    relationships: relationships ?? null,
    clause,
  })),
  insteadOfCard: insteadOfCard.map(
    ({ path, encounters, items, age, mostPerClaim, policyIsEnough, clause }, at) => ({
      path,
      encounters: encounters ?? null,
      scopes: items ?? null,
      age: compileAge(age),
      mostPerClaim:
        mostPerClaim === undefined
          ? null
          : read(mostPerClaim, 'identity', ['insteadOfCard', at, 'mostPerClaim']),
      isPolicyEnough: policyIsEnough ?? false,
      clause,
    }),
  ),
  ...(proofs === undefined
    ? {}
    : {
        proofs: proofs.map(({ for: scope, plans, above, ...rung }, at) => ({
          ...rung,
          scope: scope ?? null,
          plans: plans ?? null,
          above: above === undefined ? null : read(above, 'identity', ['proofs', at, 'above']),
        })),
      }),
});

function compileGroup(group: PackSource['item-rules']['groups'][number]): ServiceGroup {
  if ('exclusive' in group) return group;
  const { abovePrice, ...panel } = group;
  return abovePrice === undefined ? panel : { ...panel, excess: abovePrice };
}

function compileDiagnosisRule(rule: PackSource['diagnosis-rules']['rules'][number]): DiagnosisRule {
  const asked = rule.conditions;
  return {
    scope: rule.for,
    plans: rule.plans ?? null,
    isCovered: rule.covered ?? null,
    sex: rule.sex ?? null,
    age: compileAge(rule.age),
    conditions:
      asked === undefined
        ? null
        : {
            needsReferral: asked.referral ?? false,
            needsReport: asked.report ?? false,
            specialties: asked.specialties ?? [],
            needsApproval: asked.approval ?? false,
            preExistingMonths: asked.preExistingMonths ?? null,
            asksForAccident: asked.accident ?? false,
          },
    clause: rule.clause,
  };
}

const compileCeilings = ({ ceilings }: PackSource['ceilings'], read: ReadMoney): Ceiling[] =>
  ceilings.map(({ for: scope, limit, offlineAllowance, afterPlanChange, ...rule }, at): Ceiling => {
    const measure = (value: string | number, name: string): number =>
      typeof value === 'number' ? value : read(value, 'ceilings', ['ceilings', at, name]);
    return {
      ...rule,
      plans: rule.plans ?? null,
      scope: scope ?? null,
      diagnosis: rule.diagnosis ?? null,
      ...compilePlanChange(afterPlanChange),
      limit: measure(limit, 'limit'),
      offlineAllowance:
        offlineAllowance === undefined ? null : measure(offlineAllowance, 'offlineAllowance'),
      basket: rule.basket ?? null,
    };
  });

/** Use is carried over unless a rule says otherwise. */
const compilePlanChange = (
  written: PackSource['ceilings']['ceilings'][number]['afterPlanChange'],
): Pick<Counter, 'afterPlanChange'> =>
  written === undefined || written === 'carry' ? {} : { afterPlanChange: written };

/** What a member bears over a period: a deductible, or the most that there is. */
const compileBorne = (
  {
    id,
    name,
    plans,
    for: scope,
    of,
    amount,
    offlineAllowance: allowance,
    afterPlanChange,
    basket,
    clause,
  }: Omit<NonNullable<PackSource['ceilings']['deductibles']>[number], 'per'>,
  list: 'deductibles' | 'outOfPocket',
  at: number,
  read: ReadMoney,
): Omit<Counter, 'per' | 'basis'> => ({
  ceilingId: id,
  name,
  plans: plans ?? null,
  scope: scope ?? null,
  diagnosis: null,
  of,
  ...compilePlanChange(afterPlanChange),
  limit: read(amount, 'ceilings', [list, at, 'amount']),
  offlineAllowance:
    allowance === undefined ? null : read(allowance, 'ceilings', [list, at, 'offlineAllowance']),
  basket: basket ?? null,
  clause,
});

/** What is not paid is the provider's to bear, unless the rule says that the member does. */
const compileConditions = (
  { conditions }: PackSource['conditions'],
  read: ReadMoney,
): ConditionRule[] =>
  conditions.map(({ id, for: scope, pays, mode, ...rule }, at): ConditionRule => {
    const path = ['conditions', at, 'pays', 'most'];
    return {
      ...rule,
      conditionId: id,
      scope: scope ?? null,
      diagnosis: rule.diagnosis ?? null,
      plans: rule.plans ?? null,
      bearer: rule.bearer ?? 'provider',
      ...(mode === undefined ? {} : { mode }),
      ...(pays === undefined
        ? {}
        : {
            pays: {
              ...(pays.percent === undefined ? {} : { percent: pays.percent }),
              ...(pays.most === undefined ? {} : { most: read(pays.most, 'conditions', path) }),
            },
          }),
    };
  });

function compileOffline(
  { membership, hotlist, rules, limits, clock, otherCards, proveAppends }: PackSource['offline'],
  read: ReadMoney,
): OfflinePolicy {
  const amountAt = (text: string, ...path: string[]) => read(text, 'offline', ['limits', ...path]);
  return {
    membership,
    hotlist,
    rules: rules ?? null,
    limits:
      limits === undefined
        ? null
        : {
            ...limits,
            floor: amountAt(limits.floor, 'floor'),
            perMember: {
              claims: limits.perMember.claims,
              amount: amountAt(limits.perMember.amount, 'perMember', 'amount'),
            },
            perTerminal: {
              claims: limits.perTerminal.claims,
              amount: amountAt(limits.perTerminal.amount, 'perTerminal', 'amount'),
            },
          },
    clock: clock ?? null,
    ...(otherCards === undefined ? {} : { otherCards }),
    ...(proveAppends === undefined ? {} : { proveAppends }),
  };
}
