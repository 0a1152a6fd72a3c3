import type { Approval } from '../approvals.ts';
import type { Claim, ClaimLine } from '../claims.ts';
import { type Fact, known, unknown } from '../facts.ts';
import type { Money } from '../money.ts';
import { countersOf } from './counters.ts';
import { inOtherKey, keyOn, keysOf } from './currency-keys.ts';
import type { AdjudicationInput, CardLimits, CeilingUse, OfflineTotals } from './input.ts';
import type { RulePack } from './rule-pack.ts';

/**
 * The input with every amount in the key of its service date, half up. What is stated in no key that the contract
 * knows is not read: a price is not asked, a use is not known. A contract with one key takes the input as it is.
 */
export function inputOn(input: AdjudicationInput, pack: RulePack): AdjudicationInput {
  const { claim } = input;
  if (pack.currencyKeys.length === 0 && claim.currency === undefined) return input;
  const turn = turnTo(pack, keyOn(pack, claim.serviceDate));
  const { usage, approvals, offline } = input;
  return {
    ...input,
    claim: claimIn(claim, turn),
    ...(usage === undefined ? {} : { usage: usage.map((use) => useIn(use, pack, turn)) }),
    ...(approvals === undefined
      ? {}
      : { approvals: approvals.map((fact) => approvalsIn(fact, pack, turn)) }),
    ...(offline === undefined ? {} : { offline: offlineIn(offline, turn, keyOfCard(input, pack)) }),
  };
}

/** The key in which a claim's amounts are stated: before the first redenomination it need not be said. Null: nobody knows. */
export function statedKey(pack: RulePack, { currency, serviceDate }: Claim): string | null {
  const keys = keysOf(pack);
  if (currency !== undefined) return keys.includes(currency) ? currency : null;
  return keyOn(pack, serviceDate) === keys[0] ? keyOn(pack, serviceDate) : null;
}

/** Reads an amount of a key (left out: the contract's first, while it holds); null: it cannot be read. */
type Turn = (amount: Money, from: string | undefined) => Money | null;

const turnTo =
  (pack: RulePack, key: string): Turn =>
  (amount, from) => {
    if (from === undefined) return key === keysOf(pack)[0] ? amount : null;
    return inOtherKey(pack, amount, from, key);
  };

function claimIn(claim: Claim, turn: Turn): Claim {
  const read = (amount: Money | null | undefined) =>
    amount === null || amount === undefined ? null : turn(amount, claim.currency);
  return {
    ...claim,
    lines: claim.lines.map(({ unitPrice, paidByOther, tax, consent, ...line }): ClaimLine => {
      const [others, stated, upTo] = [read(paidByOther), read(tax), read(consent?.upTo)];
      return {
        ...line,
        unitPrice: read(unitPrice),
        ...(others === null ? {} : { paidByOther: others }),
        ...(stated === null ? {} : { tax: stated }),
        ...(consent === undefined || upTo === null ? {} : { consent: { ...consent, upTo } }),
      };
    }),
  };
}

function useIn(use: CeilingUse, pack: RulePack, turn: Turn): CeilingUse {
  const counter = countersOf(pack).find(({ ceilingId }) => ceilingId === use.ceilingId);
  if (counter?.basis === 'visits' || counter?.basis === 'units') return use;
  const read = (fact: Fact<number>): Fact<number> => {
    if (!fact.known) return fact;
    const amount = turn(fact.value as Money, use.currency);
    return amount === null
      ? unknown('unverified', fact.source)
      : known(amount, fact.source, fact.asOf);
  };
  return { ...use, totals: use.totals.map(read), own: read(use.own) };
}

/** What is left of an approval is of the key in which it began. */
function approvalsIn(
  fact: Fact<readonly Approval[]>,
  pack: RulePack,
  turn: Turn,
): Fact<readonly Approval[]> {
  if (!fact.known) return fact;
  const inKey = fact.value.map((one) =>
    one.amount === null ? one : { ...one, amount: turn(one.amount, keyOn(pack, one.period.from)) },
  );
  return known(inKey, fact.source, fact.asOf);
}

/** A card says nothing of its currency: what it bounds is of the key of its first day, as a dated price is. */
const keyOfCard = ({ card }: AdjudicationInput, pack: RulePack): string | undefined =>
  card.validity === null ? undefined : keyOn(pack, card.validity.from);

function offlineIn(
  fact: Fact<OfflineTotals>,
  turn: Turn,
  cardKey: string | undefined,
): Fact<OfflineTotals> {
  if (!fact.known) return fact;
  const { member, terminal, currency, card } = fact.value;
  const [ofMember, ofTerminal] = [turn(member.amount, currency), turn(terminal.amount, currency)];
  const ofCard = card === undefined ? undefined : limitsIn(card, (of) => turn(of, cardKey));
  if (ofMember === null || ofTerminal === null || ofCard === null)
    return unknown('unverified', fact.source);
  const value = {
    ...fact.value,
    member: { ...member, amount: ofMember },
    terminal: { ...terminal, amount: ofTerminal },
    ...(ofCard === undefined ? {} : { card: ofCard }),
  };
  return known(value, fact.source, fact.asOf);
}

/** What a card bounds; null where it cannot be read. */
function limitsIn(card: CardLimits, turn: (amount: Money) => Money | null): CardLimits | null {
  const perClaim = card.perClaim === null ? null : turn(card.perClaim);
  const amount = card.amount === null ? null : turn(card.amount);
  const isUnread =
    (card.perClaim !== null && perClaim === null) || (card.amount !== null && amount === null);
  return isUnread ? null : { ...card, perClaim, amount };
}
