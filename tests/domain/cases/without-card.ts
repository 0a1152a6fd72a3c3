import type { InsteadOfCard } from '#domain/adjudication/input.ts';
import { money } from '#domain/money.ts';
import { input } from '../builders.ts';
import { asking, paracetamol } from '../terms.ts';
import { type Case, passes } from './case.ts';
import { agreeing, insteadRule } from './identity.ts';

const card = { proof: 'none', cardNumber: null, validity: null } as const;
const byNumber: InsteadOfCard = { kind: 'member-number', why: 'broken' };
/** Thirty tablets at one pound each: the insurer's four fifths are 24 pounds. */
const asked = asking({}, { card, insteadOfCard: byNumber });

export const withoutCardCases: readonly Case[] = [
  { title: 'bounds nothing on the person’s own card', given: asking(), says: passes },
  {
    title: 'bounds nothing where the path is not agreed: identity refers that',
    given: asked,
    says: passes,
  },
  {
    title: 'passes an item of a class that is given without the card',
    given: asked,
    pack: agreeing(insteadRule({ scopes: [{ kind: 'medicine' }] })),
    says: { ...passes, clause: 'art-4' },
  },
  {
    title: 'refers an item of another class',
    given: asked,
    pack: agreeing(insteadRule({ scopes: [{ kind: 'laboratory' }] })),
    says: { outcome: 'referred', reason: 'item-without-card' },
  },
  {
    title: 'passes a claim of one less than the most',
    given: asked,
    pack: agreeing(insteadRule({ mostPerClaim: money(2_401) })),
    says: passes,
  },
  {
    title: 'passes a claim of exactly the most',
    given: asked,
    pack: agreeing(insteadRule({ mostPerClaim: money(2_400) })),
    says: passes,
  },
  {
    title: 'refers a claim of one more',
    given: asked,
    pack: agreeing(insteadRule({ mostPerClaim: money(2_399) })),
    says: { outcome: 'referred', reason: 'amount-without-card' },
  },
  {
    title: 'refers an item that the contract does not know, where it names classes',
    given: asking({ itemCode: 'NO-SUCH-ITEM' }, { card, insteadOfCard: byNumber }),
    pack: agreeing(insteadRule({ scopes: [{ kind: 'medicine' }] })),
    says: { outcome: 'referred', reason: 'item-without-card' },
  },
  {
    title: 'passes an item of one of several classes',
    given: asked,
    pack: agreeing(insteadRule({ scopes: [{ kind: 'device' }, { kind: 'medicine' }] })),
    says: passes,
  },
  ...['UNPRICED', 'GLASSES'].map((itemCode) => ({
    title: `counts nothing of what cannot be shared: ${itemCode}`,
    given: asking({ itemCode }, { card, insteadOfCard: byNumber }),
    pack: agreeing(insteadRule({ mostPerClaim: money(0) })),
    says: passes,
  })),
  {
    title: 'counts the claim’s earlier lines',
    given: input({
      ...{ card, insteadOfCard: byNumber },
      lines: [paracetamol(), paracetamol({ lineId: 'line-2' })],
    }),
    pack: agreeing(insteadRule({ mostPerClaim: money(4_799) })),
    says: { outcome: 'referred', reason: 'amount-without-card' },
  },
];
