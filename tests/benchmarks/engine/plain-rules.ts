import type { LineOutcome } from '#domain/adjudication/evidence.ts';
import type { ReasonCode } from '#domain/adjudication/reasons.ts';
import type { PlainFacts } from './plain-facts.ts';
import type { PlainCheck } from './plain-pack.ts';

type FactName = keyof PlainFacts;

/** How a fact compares with a value or with another fact. */
export type Condition =
  | readonly [fact: FactName, is: 'is' | 'is not', value: string | number | boolean | null]
  | readonly [fact: FactName, is: 'above' | 'at most', other: { readonly fact: FactName }]
  | readonly [fact: FactName, is: 'contains' | 'lacks', other: { readonly fact: FactName }];

/** When a check gives a reason: whenever all conditions of one of its cases hold. */
export interface PlainRule {
  readonly check: PlainCheck;
  readonly outcome: LineOutcome;
  readonly reason: ReasonCode;
  readonly cases: readonly (readonly Condition[])[];
}

const fact = (name: FactName) => ({ fact: name });
const inContract: Condition = ['serviceDay', 'at most', fact('providerContractTo')];
const hasPlan: Condition = ['planCode', 'is not', null];
const noPlan: Condition = ['planCode', 'is', null];
const isKnown: Condition = ['isItemKnown', 'is', true];
const isAbove: Condition = ['quantity', 'above', fact('quantityLimit')];
const tooYoung: Condition = ['ageFrom', 'above', fact('age')];
const tooOld: Condition = ['age', 'above', fact('ageTo')];
const isSureOfBirth: Condition = ['isBirthVerified', 'is', true];
const isUnsureOfBirth: Condition = ['isBirthVerified', 'is', false];

/**
 * The eleven checks of the plain pack as any rules engine can hold them. At most one rule of a check holds
 * at a time; where none does, the check passes.
 */
export const plainRules: readonly PlainRule[] = [
  rule('identity', 'declined', 'holder-refused', [['holder', 'is', 'refused']]),
  rule('identity', 'referred', 'holder-not-confirmed', [['holder', 'is', 'not-yet']]),
  rule('card-status', 'declined', 'card-lost', [['blockedFor', 'is', 'lost']]),
  rule('card-status', 'referred', 'hotlist-unknown', [['isHotlistKnown', 'is', false]]),
  rule('cover', 'referred', 'cover-unknown', [['policyStatus', 'is', null]]),
  rule('cover', 'declined', 'policy-suspended', [['policyStatus', 'is', 'suspended']]),
  rule('cover', 'declined', 'cover-ended', [
    ['policyStatus', 'is', 'active'],
    ['serviceDay', 'above', fact('coverTo')],
  ]),
  rule('provider-entitled', 'declined', 'provider-contract-ended', [
    ['serviceDay', 'above', fact('providerContractTo')],
  ]),
  rule('provider-entitled', 'referred', 'network-unknown', [inContract, noPlan]),
  rule('provider-entitled', 'declined', 'provider-outside-network', [
    inContract,
    hasPlan,
    ['planNetworks', 'lacks', fact('providerNetwork')],
  ]),
  rule('provider-entitled', 'declined', 'provider-not-licensed', [
    inContract,
    ['planNetworks', 'contains', fact('providerNetwork')],
    isKnown,
    ['providerLicences', 'lacks', fact('itemKind')],
  ]),
  rule('diagnosis-covered', 'referred', 'diagnosis-missing', [['diagnosis', 'is', null], isKnown]),
  rule('diagnosis-covered', 'declined', 'diagnosis-excluded', [
    ['isDiagnosisExcluded', 'is', true],
  ]),
  rule('item-covered', 'referred', 'item-unknown', [['isItemKnown', 'is', false]]),
  rule('item-covered', 'referred', 'plan-unknown-for-item', [isKnown, noPlan]),
  rule('item-covered', 'declined', 'item-excluded', [hasPlan, ['isItemExcluded', 'is', true]]),
  rule('item-covered', 'declined', 'benefit-not-covered', [
    ['isItemExcluded', 'is', false],
    ['isBenefitCovered', 'is', false],
  ]),
  rule('item-sex', 'declined', 'item-women-only', [
    ['itemSex', 'is', 'female'],
    ['sex', 'is', 'male'],
  ]),
  rule('item-sex', 'declined', 'item-men-only', [
    ['itemSex', 'is', 'male'],
    ['sex', 'is', 'female'],
  ]),
  rule('item-sex', 'referred', 'sex-unknown-for-item', [
    ['itemSex', 'is not', null],
    ['sex', 'is', 'unknown'],
  ]),
  rule('item-age', 'declined', 'item-too-young', [isSureOfBirth, tooYoung]),
  rule('item-age', 'declined', 'item-too-old', [isSureOfBirth, tooOld]),
  rule(
    'item-age',
    'referred',
    'age-unknown-for-item',
    [isUnsureOfBirth, tooYoung],
    [isUnsureOfBirth, tooOld],
  ),
  rule('price', 'referred', 'price-unknown', [['listPrice', 'is', null]]),
  rule('price', 'reduced', 'above-list-price', [
    ['listPrice', 'is not', null],
    ['askedPrice', 'is not', null],
    ['askedPrice', 'above', fact('listPrice')],
  ]),
  rule('quantity', 'reduced', 'quantity-above-limit', [
    isAbove,
    ['saleableUnit', 'at most', fact('quantityLimit')],
  ]),
  rule('quantity', 'referred', 'quantity-below-unit', [
    isAbove,
    ['saleableUnit', 'above', fact('quantityLimit')],
  ]),
  rule(
    'co-insurance',
    'referred',
    'share-unknown',
    [noPlan],
    [hasPlan, ['isItemKnown', 'is', false]],
    [hasPlan, isKnown, ['unitPrice', 'is', null]],
  ),
];

function rule(
  check: PlainCheck,
  outcome: LineOutcome,
  reason: ReasonCode,
  ...cases: readonly (readonly Condition[])[]
): PlainRule {
  return { check, outcome, reason, cases };
}
