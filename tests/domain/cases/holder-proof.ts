import type { ProofRule } from '#domain/adjudication/identity-terms.ts';
import type { AdjudicationInput, HolderPin, HolderProofs } from '#domain/adjudication/input.ts';
import { known, unknown } from '#domain/facts.ts';
import { money } from '#domain/money.ts';
import { card, input, moment, now, rulePack } from '../builders.ts';
import { asking, paracetamol } from '../terms.ts';
import { type Case, passes } from './case.ts';

export const rung = (changes: Partial<ProofRule> = {}): ProofRule => ({
  scope: null,
  plans: null,
  above: null,
  needs: 'pin',
  clause: 'art-4',
  ...changes,
});

const ladder = (...proofs: Partial<ProofRule>[]) =>
  rulePack({ identity: { collection: [], insteadOfCard: [], proofs: proofs.map(rung) } });

/** Thirty tablets at one pound each: the insurer's four fifths are 24 pounds. */
const proving = (proofs?: HolderProofs, facts: Partial<AdjudicationInput> = {}) =>
  asking({}, { ...(proofs === undefined ? {} : { proofs }), ...facts });
const pinIs = (pin: HolderPin): HolderProofs => ({
  pin: known(pin, 'card', moment('2026-11-22T09:58:00.000Z')),
});
const signed: HolderProofs = { signed: { at: now, userId: 'rima' } };

const pinMissing = {
  outcome: 'referred',
  reason: 'holder-pin-missing',
  nearest: { kind: 'enter-pin' },
  clause: 'art-4',
} as const;
const notPossible = {
  outcome: 'referred',
  reason: 'holder-pin-not-possible',
  nearest: { kind: 'request-approval' },
} as const;
const unsigned = {
  outcome: 'referred',
  reason: 'holder-signature-missing',
  nearest: { kind: 'take-signature' },
} as const;
const collectedBy = {
  collectedBy: { name: 'Hala Al-Halabi', relationship: 'child', idNumber: '01020304' },
} as const;
const both = ladder({ needs: 'signature', above: money(500), clause: 'art-5' }, { needs: 'pin' });

export const holderProofCases: readonly Case[] = [
  { title: 'asks nothing where the contract has no ladder', given: proving(), says: passes },
  {
    title: 'passes one minor unit below the amount of a rung',
    given: proving(),
    pack: ladder({ above: money(2_401) }),
    says: passes,
  },
  {
    title: 'passes exactly at the amount of a rung',
    given: proving(),
    pack: ladder({ above: money(2_400) }),
    says: { ...passes, clause: null },
  },
  {
    title: 'refers one minor unit above the amount of a rung',
    given: proving(),
    pack: ladder({ above: money(2_399) }),
    says: pinMissing,
  },
  {
    title: 'counts the claim’s earlier lines',
    given: input({ lines: [paracetamol(), paracetamol({ lineId: 'line-2' })] }),
    pack: ladder({ above: money(4_799) }),
    says: pinMissing,
  },
  {
    title: 'asks of a rung without an amount whatever the amount',
    given: asking({ itemCode: 'UNPRICED' }),
    pack: ladder({}),
    says: pinMissing,
  },
  {
    title: 'asks of an item that the contract does not know, where a rung is for everything',
    given: asking({ itemCode: 'NO-SUCH-ITEM' }),
    pack: ladder({ needs: 'signature' }),
    says: unsigned,
  },
  {
    title: 'asks nothing of an item that no rung is for',
    given: proving(),
    pack: ladder({ scope: { kind: 'laboratory' } }, { scope: { item: 'METFORMIN-850' } }),
    says: passes,
  },
  {
    title: 'asks of a class of items',
    given: proving(),
    pack: ladder({ scope: { kind: 'medicine' } }),
    says: pinMissing,
  },
  {
    title: 'asks nothing of an unknown item where the rung is for a class',
    given: asking({ itemCode: 'NO-SUCH-ITEM' }),
    pack: ladder({ scope: { kind: 'medicine' } }),
    says: passes,
  },
  {
    title: 'asks nothing under another plan',
    given: proving(),
    pack: ladder({ plans: ['GOLD'] }),
    says: passes,
  },
  {
    title: 'asks under a plan that the rung names',
    given: proving(),
    pack: ladder({ plans: ['SILVER'] }),
    says: pinMissing,
  },
  {
    title: 'passes with the right PIN',
    given: proving(pinIs('verified')),
    pack: ladder({}),
    says: { ...passes, clause: 'art-4' },
  },
  {
    title: 'refers while the PIN is not entered',
    given: proving(pinIs('wanted')),
    pack: ladder({}),
    says: pinMissing,
  },
  {
    title: 'asks for the card where it is not in the reader',
    given: proving({ pin: unknown('not-present', 'card') }),
    pack: ladder({}),
    says: { ...pinMissing, nearest: { kind: 'insert-card' } },
  },
  {
    title: 'refers a card without a PIN to the insurer',
    given: proving(pinIs('not-set')),
    pack: ladder({}),
    says: notPossible,
  },
  {
    title: 'refers a blocked PIN to the insurer',
    given: proving(pinIs('blocked')),
    pack: ladder({}),
    says: notPossible,
  },
  {
    title: 'takes no PIN for proven of a holder who is not there',
    given: proving(pinIs('verified'), { holder: collectedBy }),
    pack: ladder({}),
    says: notPossible,
  },
  {
    title: 'takes no PIN for proven on somebody else’s card',
    given: proving(pinIs('verified'), { insteadOfCard: { kind: 'mother-card' } }),
    pack: ladder({}),
    says: notPossible,
  },
  {
    title: 'takes no PIN for proven of a card that is not known to be genuine',
    given: proving(pinIs('verified'), { card: card({ proof: 'issuer-unknown' }) }),
    pack: ladder({}),
    says: notPossible,
  },
  {
    title: 'refers without a signature',
    given: proving(pinIs('verified')),
    pack: ladder({ needs: 'signature' }),
    says: unsigned,
  },
  {
    title: 'passes with a signature',
    given: proving(signed),
    pack: ladder({ needs: 'signature' }),
    says: { ...passes, clause: 'art-4' },
  },
  {
    title: 'takes the signature of whoever collects',
    given: proving(signed, { holder: collectedBy }),
    pack: ladder({ needs: 'signature' }),
    says: passes,
  },
  {
    title: 'asks for the PIN first where both are asked for',
    given: proving(),
    pack: both,
    says: pinMissing,
  },
  {
    title: 'still asks for the signature once the PIN is right',
    given: proving(pinIs('verified')),
    pack: both,
    says: { ...unsigned, clause: 'art-5' },
  },
  {
    title: 'still asks for the PIN once there is a signature',
    given: proving(signed),
    pack: both,
    says: pinMissing,
  },
  {
    title: 'passes with both',
    given: proving({ ...pinIs('verified'), ...signed }),
    pack: both,
    says: { ...passes, clause: 'art-4' },
  },
];
