import { type ClaimContext, claimCheck, decline, pass, refer } from '../check.ts';
import type { FactUsed } from '../evidence.ts';
import { findInsteadRule, type InsteadRule } from '../identity-terms.ts';
import { type AdjudicationInput, holderWord, type InsteadOfCard } from '../input.ts';
import { findMembership } from '../membership.ts';
import { ageFact, ageShown, judgeAge } from '../person-limits.ts';
import { aCode, aWord, fromOperator } from '../shown.ts';

/**
 * Whether the card is genuine and the person in front of us is its holder (brochure M1). Where the person has
 * no card of their own, the contract says whether that path may be taken; what it may be taken for, `without-card`
 * says. What is not proved is at the provider's risk: the member on record may be somebody else altogether.
 */
export const identity = claimCheck({
  id: 'identity',
  requirements: ['M1'],
  reasons: [
    'card-forged',
    'card-copy-suspected',
    'holder-refused',
    'card-issuer-unknown',
    'card-unauthenticated',
    'no-card',
    'person-unknown',
    'other-card-not-agreed',
    'newborn-too-old',
    'newborn-birth-unknown',
    'child-age-on-other-card',
    'guardian-unknown',
    'guardian-of-other-policy',
    'guardian-of-other-family',
    'guardian-family-unknown',
    'holder-not-confirmed',
  ],
  run(context) {
    const { card, holder, person } = context.input;
    const facts = factsOf(context.input);
    const nearest = { kind: 'see-patient' } as const;
    if (card.proof === 'forged') return decline('card-forged', 'provider', { facts, nearest });
    if (card.proof === 'copy-suspected')
      return decline('card-copy-suspected', 'provider', { facts, nearest });
    if (holder === 'refused') return decline('holder-refused', 'provider', { facts, nearest });
    if (card.proof === 'issuer-unknown') return refer('card-issuer-unknown', { facts });
    if (card.proof === 'unauthenticated' && context.pack.pack.offline.otherCards !== 'accept') {
      return refer('card-unauthenticated', { facts, nearest: insertCard });
    }
    if (person === null && card.proof !== 'none') {
      return refer('person-unknown', { facts, nearest: insertCard });
    }
    const obstacle = obstacleOnPath(context, facts);
    if (obstacle !== null) return obstacle;
    if (holder === 'not-yet') {
      return refer('holder-not-confirmed', { facts, nearest: { kind: 'confirm-holder' } });
    }
    const instead = context.input.insteadOfCard;
    const rule = instead === undefined ? null : findInsteadRule(context.pack.pack, instead);
    return pass({ facts, clause: rule?.clause ?? null });
  },
});

const insertCard = { kind: 'insert-card' } as const;

/** What keeps the path from being taken on which the person came without a card of their own. */
function obstacleOnPath(context: ClaimContext, facts: readonly FactUsed[]) {
  const { input, pack } = context;
  const { card, insteadOfCard: instead } = input;
  if (instead === undefined) {
    return card.proof === 'none' ? refer('no-card', { facts, nearest: insertCard }) : null;
  }
  const isOnOtherCard = instead.kind === 'guardian-card' || instead.kind === 'mother-card';
  // Without any card somebody must be there whom the operator looks at.
  const isUnproved = (card.proof === 'none') === isOnOtherCard || typeof input.holder === 'object';
  const rule = findInsteadRule(pack.pack, instead);
  const details = { facts, clause: rule?.clause ?? null, nearest: insertCard };
  if (!isOnOtherCard) {
    const isAgreed = !isUnproved && rule !== null && isInSetting(rule, input);
    return isAgreed ? null : refer('no-card', details);
  }
  if (isUnproved || rule === null || !isInSetting(rule, input)) {
    return refer('other-card-not-agreed', details);
  }
  return (
    outsideAge(input, instead, rule, facts) ??
    (instead.kind === 'guardian-card' ? strangeGuardian(input, instead, rule, facts) : null)
  );
}

const isInSetting = ({ encounters }: InsteadRule, { claim }: AdjudicationInput): boolean =>
  encounters === null || encounters.includes(claim.encounter);

function outsideAge(
  input: AdjudicationInput,
  { kind }: InsteadOfCard,
  { age, clause }: InsteadRule,
  earlier: readonly FactUsed[],
) {
  if (age === null) return null;
  const judged = judgeAge(input, age);
  if (judged === 'fits') return null;
  const facts = [...earlier, ageFact(input, age)];
  const shown = age.to === null ? {} : { to: ageShown(age.to) };
  if (kind !== 'mother-card') {
    return refer('child-age-on-other-card', { shown, facts, clause, nearest: insertCard });
  }
  return judged === 'unsure'
    ? refer('newborn-birth-unknown', { shown, facts, clause })
    : decline('newborn-too-old', 'member', {
        shown,
        facts,
        clause,
        nearest: { kind: 'member-pays' },
      });
}

/** A guardian is of the child's family; where the data tell of none, the policy is enough only if the contract says so. */
function strangeGuardian(
  input: AdjudicationInput,
  { guardian }: Extract<InsteadOfCard, { kind: 'guardian-card' }>,
  { clause, isPolicyEnough }: InsteadRule,
  facts: readonly FactUsed[],
) {
  const membership = findMembership(input);
  if (membership === null || guardian.policyNumber === null) {
    return refer('guardian-unknown', { facts, clause });
  }
  const details = { facts, clause, nearest: insertCard };
  if (membership.policyNumber !== guardian.policyNumber) {
    return decline('guardian-of-other-policy', 'provider', details);
  }
  if (membership.familyId === undefined || guardian.familyId == null) {
    return isPolicyEnough ? null : refer('guardian-family-unknown', details);
  }
  return membership.familyId === guardian.familyId
    ? null
    : decline('guardian-of-other-family', 'provider', details);
}

function factsOf(input: AdjudicationInput): readonly FactUsed[] {
  const { card, decidedAt, holder, insteadOfCard: instead } = input;
  const proof: FactUsed = {
    name: 'card-authentication',
    value: aWord(`proof-${card.proof}`),
    source: 'card',
    asOf: decidedAt,
  };
  const asked = fromOperator(input, 'holder-confirmation', aWord(`holder-${holderWord(holder)}`));
  if (instead === undefined) return [proof, asked];
  const path = fromOperator(input, 'instead-of-card', aWord(`instead-${instead.kind}`));
  if (instead.kind !== 'guardian-card') return [proof, path, asked];
  const guardian = fromOperator(input, 'guardian', aCode(instead.guardian.memberNumber));
  return [proof, path, guardian, asked];
}
