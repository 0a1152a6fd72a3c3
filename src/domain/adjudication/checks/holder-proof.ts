import type { Word } from '../../facts.ts';
import { type LineContext, lineCheck, pass, refer } from '../check.ts';
import { claimSoFar, claimSoFarFact } from '../claim-so-far.ts';
import type { FactUsed } from '../evidence.ts';
import { findProofRules, type ProofRule } from '../identity-terms.ts';
import type { AdjudicationInput, HolderPin } from '../input.ts';
import { aMoment, anAmount, aWord, fromPack, itemShown } from '../shown.ts';

/**
 * The proof ladder (brochure M1): from what amount on, and for which items, the holder proves to be the one by the
 * card's PIN or by a signature. What cannot be proven refers: the insurer may know another way.
 */
export const holderProof = lineCheck({
  id: 'holder-proof',
  requirements: ['M1'],
  reasons: ['holder-pin-not-possible', 'holder-pin-missing', 'holder-signature-missing'],
  asks: ({ pack, item, planCode }) => findProofRules(pack.pack, item, planCode),
  run(context, rules) {
    const claim = claimSoFar(context);
    const holding = rules.filter(({ above }) => above === null || claim > above);
    const pin = holding.find(({ needs }) => needs === 'pin') ?? null;
    const signature = holding.find(({ needs }) => needs === 'signature') ?? null;
    const facts = [
      claimSoFarFact(context, claim),
      ...rules.flatMap(({ above }) =>
        above === null ? [] : [fromPack('proof-limit', anAmount(above))],
      ),
      ...(pin === null ? [] : [pinFact(context.input)]),
      ...(signature === null ? [] : [signatureFact(context.input)]),
    ];
    return (
      withoutPin(context, pin, facts) ??
      withoutSignature(context, signature, facts) ??
      pass({ facts, clause: (pin ?? signature)?.clause ?? null })
    );
  },
});

function withoutPin(context: LineContext, rule: ProofRule | null, facts: readonly FactUsed[]) {
  if (rule === null) return null;
  const { input, item, line } = context;
  const { clause } = rule;
  const stands = pinOf(input);
  if (stands === 'verified') return null;
  const shown = { item: itemShown(item, line.itemCode) };
  if (stands !== null && stands !== 'wanted') {
    const pin = aWord(pinWords[stands]);
    return refer('holder-pin-not-possible', { shown: { ...shown, pin }, facts, clause });
  }
  const kind = input.proofs?.pin?.known === false ? 'insert-card' : 'enter-pin';
  return refer('holder-pin-missing', { shown, facts, clause, nearest: { kind } });
}

function withoutSignature(
  { input, item, line }: LineContext,
  rule: ProofRule | null,
  facts: readonly FactUsed[],
) {
  if (rule === null || input.proofs?.signed !== undefined) return null;
  return refer('holder-signature-missing', {
    shown: { item: itemShown(item, line.itemCode) },
    facts,
    clause: rule.clause,
    nearest: { kind: 'take-signature' },
  });
}

/** How the PIN stands of whoever is here: only the holder knows it, and only their own card can say. Null: nobody asked. */
function pinOf({ card, holder, insteadOfCard, proofs }: AdjudicationInput) {
  if (typeof holder === 'object') return 'no-holder';
  if (insteadOfCard !== undefined || card.proof !== 'genuine') return 'no-card';
  return proofs?.pin?.known === true ? proofs.pin.value : null;
}

const pinWords = {
  verified: 'pin-verified',
  wanted: 'pin-wanted',
  blocked: 'pin-blocked',
  'not-set': 'pin-not-set',
  'no-holder': 'pin-no-holder',
  'no-card': 'pin-no-card',
} as const satisfies Record<HolderPin | 'no-holder' | 'no-card', Word>;

function pinFact(input: AdjudicationInput): FactUsed {
  const stands = pinOf(input);
  const told = input.proofs?.pin;
  const value = stands === null ? null : aWord(pinWords[stands]);
  const asOf = told?.known === true ? told.asOf : input.decidedAt;
  return { name: 'holder-pin', value, source: 'card', asOf: value === null ? null : asOf };
}

function signatureFact({ proofs }: AdjudicationInput): FactUsed {
  const at = proofs?.signed?.at ?? null;
  const value = at === null ? null : aMoment(at);
  return { name: 'holder-signature', value, source: 'operator', asOf: at };
}
