import type { ConditionRule } from '#domain/adjudication/conditions.ts';
import type {
  DiagnosisRule,
  FrequencyRule,
  ServiceGroup,
  WaitingRule,
} from '#domain/adjudication/contract-terms.ts';
import type { Provider, RulePack } from '#domain/adjudication/rule-pack.ts';
import { compileCeilings, compileDeductibles, compileOutOfPocket } from './compile-counters.ts';
import { compileIdentity } from './compile-identity.ts';
import { compileAge, compileItemRules } from './compile-item-rules.ts';
import { compileOffline } from './compile-offline.ts';
import type { Path } from './problem.ts';
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
  deductibles: compileDeductibles(source.ceilings, read),
  outOfPocket: compileOutOfPocket(source.ceilings, read),
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

/** What is not paid is the provider's to bear, unless the rule says that the member does. */
const compileConditions = (
  { conditions }: PackSource['conditions'],
  read: ReadMoney,
): ConditionRule[] =>
  conditions.map(
    ({ id, for: scope, pays, mode, ...rule }, at): ConditionRule => ({
      ...rule,
      conditionId: id,
      scope: scope ?? null,
      diagnosis: rule.diagnosis ?? null,
      plans: rule.plans ?? null,
      bearer: rule.bearer ?? 'provider',
      ...(mode === undefined ? {} : { mode }),
      ...(pays === undefined
        ? {}
        : { pays: compilePays(pays, ['conditions', at, 'pays', 'most'], read) }),
    }),
  );

const compilePays = (
  { percent, most }: NonNullable<PackSource['conditions']['conditions'][number]['pays']>,
  path: Path,
  read: ReadMoney,
): NonNullable<ConditionRule['pays']> => ({
  ...(percent === undefined ? {} : { percent }),
  ...(most === undefined ? {} : { most: read(most, 'conditions', path) }),
});
