import assert from 'node:assert/strict';
import fc from 'fast-check';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { listTerms, sumOf } from '#domain/adjudication/arithmetic.ts';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import type { Counter } from '#domain/adjudication/counter-terms.ts';
import { countersOf, findGreatest, takenByLine } from '#domain/adjudication/counters.ts';
import { isCourse } from '#domain/adjudication/courses.ts';
import type { Amounts, DecidedLine, Decision } from '#domain/adjudication/decision.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import { takenByClaim } from '#domain/adjudication/own-use.ts';
import { turnMoney } from '#domain/adjudication/pack-in-key.ts';
import { remainderOf } from '#domain/adjudication/reversal.ts';
import type { CompiledPack, RulePack } from '#domain/adjudication/rule-pack.ts';
import type { Fact } from '#domain/facts.ts';
import { add, type Money, money } from '#domain/money.ts';
import { anyMoneyClaim } from './money-arbitraries.ts';
import { redenominated } from './terms.ts';

/** A claim under a contract, decided. */
export interface Decided {
  readonly input: AdjudicationInput;
  readonly pack: RulePack;
  readonly compiled: CompiledPack;
  readonly decision: Decision;
}

/** What must hold of the money of any claim under any contract; each throws where it does not. */
export const moneyLaws: Readonly<Record<string, (decided: Decided) => void>> = {
  'sums are exact on every line and in total, and nothing is negative': sumsAreExact,
  'the steps that are shown lead to what is paid': stepsLeadToIt,
  'no counter takes more than is left of it': countersHold,
  'asking a higher price lowers nobody’s part, and raises the insurer’s not above the list':
    askingMoreNeverLowers,
  'claiming more units never lowers the member’s part': claimingMoreNeverLowers,
  'what is borne once is the same in any order of the lines': orderDoesNotMatter,
  'parts of a panel come to no more than its price, and to the same in any order': panelsHold,
  'a contract that is redenominated decides as one that is written in the new currency':
    redenominatedIsSame,
  'the cash is the nearest multiple of the step': cashIsNearest,
  'a void leaves exact sums, and nothing once all is taken back': voidsAreExact,
};

/** Checks all laws on so many claims, each with its contract. */
export function checkMoney(claims: number, note: (decided: Decided) => void = () => {}): void {
  const holds = ([input, pack]: readonly [AdjudicationInput, RulePack]) => {
    const compiled = compilePack(pack);
    const decided = { input, pack, compiled, decision: adjudicate(input, compiled) };
    for (const [name, law] of Object.entries(moneyLaws)) {
      try {
        law(decided);
      } catch (error) {
        throw new Error(`${name}: ${String(error)}`, { cause: error });
      }
    }
    note(decided);
  };
  fc.assert(fc.property(anyMoneyClaim, holds), {
    numRuns: claims,
    includeErrorInReport: true,
  });
}

const withLines = (
  input: AdjudicationInput,
  lines: AdjudicationInput['claim']['lines'],
): AdjudicationInput => ({ ...input, claim: { ...input.claim, lines } });

const isPayable = ({ outcome }: DecidedLine) => outcome === 'approved' || outcome === 'reduced';

function isExact({ claimed, ...parts }: Amounts): void {
  assert.equal(add(...Object.values(parts)), claimed);
  for (const part of Object.values(parts)) assert.ok(part >= 0, `negative: ${part}`);
}

function sumsAreExact({ decision: { lines, totals, outsideTotal } }: Decided): void {
  for (const { amounts } of lines) isExact(amounts);
  isExact(totals);
  const claimed = add(...lines.map(({ amounts }) => amounts.claimed));
  assert.equal(add(totals.claimed, outsideTotal), claimed);
}

const sharing = ['deductible', 'co-payment', 'co-insurance', 'out-of-pocket', 'tax-member'];

function stepsLeadToIt({ decision }: Decided): void {
  for (const line of decision.lines) {
    assert.equal(sumOf(listTerms(line)), line.amounts.insurer);
    if (!isPayable(line)) continue;
    // What others paid lightens the member's share after its last step.
    if (line.amounts.otherPayers !== undefined) continue;
    const shared = line.steps.filter(({ step }) => sharing.includes(step));
    assert.equal(add(...shared.map(({ amount }) => amount)), line.amounts.memberShare);
    const { deductible = money(0), coPayment = money(0) } = line;
    assert.ok(deductible >= 0 && coPayment >= 0);
    assert.ok(deductible + coPayment <= line.amounts.memberShare);
    taxIsContained(line);
  }
}

/** Each party's tax is contained in its part, and all of them in what is claimed of it. */
function taxIsContained({ tax, amounts }: DecidedLine): void {
  if (tax === undefined) return;
  assert.ok(tax.insurer >= 0 && tax.insurer <= amounts.insurer);
  assert.ok(tax.member >= 0 && tax.member <= amounts.memberShare);
  assert.ok(tax.insurer + tax.member <= tax.claimed);
}

function countersHold({ input, pack, compiled, decision }: Decided): void {
  for (const counter of countersOf(pack)) {
    if (counter.per === 'line') {
      const { basis } = counter;
      if (basis === 'visits') continue;
      for (const line of decision.lines.filter(isPayable))
        assert.ok(takenByLine(line, basis) <= counter.limit);
      continue;
    }
    const left = leftOf(counter, input);
    const taken = takenByClaim(compiled, counter, { input, decision });
    assert.ok(taken <= left, `${counter.ceilingId} takes ${taken} of ${left}`);
  }
}

/** What the contract leaves to this claim of a counter, by what is known; what is not known leaves nothing. */
function leftOf({ ceilingId, per, limit, offlineAllowance }: Counter, input: AdjudicationInput) {
  // The claims open their episodes and fill no prescription.
  if (per === 'visit' || isCourse(per)) return limit;
  const use = input.usage?.find((one) => one.ceilingId === ceilingId);
  const total = findGreatest(use?.totals ?? []);
  if (total !== null) return Math.max(0, limit - total.value);
  if (offlineAllowance === null || use?.own.known !== true) return 0;
  return Math.max(0, Math.min(limit, offlineAllowance) - use.own.value);
}

function askingMoreNeverLowers({ input, compiled }: Decided): void {
  for (const { tax: _, ...line } of input.claim.lines) {
    // A stated tax is that of the price for which it was stated.
    const asking = (unitPrice: number | null) => {
      const lines = [{ ...line, unitPrice: unitPrice === null ? null : money(unitPrice) }];
      return adjudicate(withLines(input, lines), compiled).lines[0];
    };
    const { unitPrice } = line;
    if (unitPrice === null) continue;
    const [lower, higher, list] = [asking(unitPrice), asking(unitPrice + 7), asking(null)];
    if (lower === undefined || higher === undefined || list === undefined) continue;
    if (!isPayable(lower) || !isPayable(higher)) continue;
    neverLowers(lower, higher);
    if (isPayable(list)) neverLowers(higher, list, ['insurer']);
  }
}

/** Where a tax is divided after it was rounded, either party's part of it may be one minor unit less. */
function neverLowers(
  before: DecidedLine,
  after: DecidedLine,
  parts: readonly ('insurer' | 'memberShare')[] = ['insurer', 'memberShare'],
): void {
  const rounding = after.tax === undefined ? 0 : 1;
  for (const part of parts)
    assert.ok(after.amounts[part] >= before.amounts[part] - rounding, `${part} is less`);
}

function claimingMoreNeverLowers({ input, compiled }: Decided): void {
  const [first] = input.claim.lines;
  if (first === undefined) return;
  const { tax: _, ...line } = first;
  const claiming = (quantity: number) =>
    adjudicate(withLines(input, [{ ...line, quantity }]), compiled).lines[0];
  const [fewer, more] = [claiming(line.quantity), claiming(line.quantity + 10)];
  if (fewer === undefined || more === undefined) return;
  if (fewer.outcome !== 'approved' || more.outcome !== 'approved') return;
  neverLowers(fewer, more);
}

function orderDoesNotMatter({ input, pack }: Decided): void {
  // A ceiling, a count or a maximum that one line uses up is not there for the next: there order decides.
  const plain = compilePack({
    ...pack,
    ...{ ceilings: [], frequencies: [], outOfPocket: [], itemRules: [], serviceGroups: [] },
  });
  // What others pay of one line spares a deductible only as much as that line still owes of it.
  if (input.claim.lines.some(({ paidByOther }) => paidByOther !== undefined)) return;
  const there = adjudicate(input, plain).lines;
  const back = adjudicate(withLines(input, input.claim.lines.toReversed()), plain).lines;
  if (![...there, ...back].every(({ outcome }) => outcome === 'approved')) return;
  const sum = (lines: readonly DecidedLine[], name: 'deductible' | 'coPayment') =>
    lines.reduce((all, line) => all + (line[name] ?? 0), 0);
  assert.equal(sum(there, 'deductible'), sum(back, 'deductible'));
  // What a deductible leaves of which benefit does depend on the order.
  if (pack.deductibles.length > 0) return;
  assert.equal(sum(there, 'coPayment'), sum(back, 'coPayment'));
}

function panelsHold({ input, pack }: Decided): void {
  for (const group of pack.serviceGroups) {
    if (!('panel' in group) || group.excess === undefined) continue;
    // Neither ceilings nor taxes nor other prices: what is payable is seen in the steps.
    const plain = compilePack({ ...pack, ceilings: [], itemRules: [] });
    const { providerId, serviceDate } = input.claim;
    const price = plain.price(providerId, group.panel, serviceDate, input.decidedAt);
    const isPart = (code: string | undefined) => code !== undefined && group.parts.includes(code);
    const payable = (given: AdjudicationInput) => {
      const codes = new Map(given.claim.lines.map(({ lineId, itemCode }) => [lineId, itemCode]));
      const lines = adjudicate(given, plain).lines;
      const parts = lines.filter(({ lineId }) => isPart(codes.get(lineId)));
      const sum = parts.filter(isPayable).reduce((all, { steps }) => all + payableOf(steps), 0);
      return { sum, isWhole: parts.every(isPayable) };
    };
    const there = payable(input);
    const back = payable(withLines(input, input.claim.lines.toReversed()));
    assert.ok(there.sum <= (price?.unitPrice ?? 0), `${there.sum} of the panel`);
    if (there.isWhole && back.isWhole) assert.equal(there.sum, back.sum);
  }
}

const payableOf = (steps: DecidedLine['steps']): number => {
  const of = (name: string) => steps.find(({ step }) => step === name)?.amount ?? 0;
  return of('allowed') - of('lowered') - of('lowered-own');
};

function redenominatedIsSame({ input, pack, decision }: Decided): void {
  const hundredfold = (amount: number) => money(amount * 100);
  const written = redenominated('2026-11-22', {
    ...turnMoney(pack, hundredfold),
    currency: { ...pack.currency, cashStep: pack.currency.cashStep * 100 },
  });
  const compiled = compilePack({
    ...written,
    currencyKeys: written.currencyKeys.map((one) =>
      one.since === null ? one : { ...one, currency: pack.currency },
    ),
  });
  for (const currency of ['SYN', 'SYP']) {
    const turn = (amount: number) => (currency === 'SYP' ? hundredfold(amount) : money(amount));
    const again = adjudicate(statedIn(input, currency, turn), compiled);
    assert.deepEqual(again.totals, decision.totals);
    assert.equal(again.cashDue, decision.cashDue);
    const told = (lines: readonly DecidedLine[]) =>
      lines.map(({ outcome, amounts, steps }) => ({ outcome, amounts, steps }));
    assert.deepEqual(told(again.lines), told(decision.lines));
  }
}

/** The same claim with all its amounts stated in a currency key. */
function statedIn(
  input: AdjudicationInput,
  currency: string,
  turn: (amount: number) => Money,
): AdjudicationInput {
  const turned = (fact: Fact<number>): Fact<number> =>
    fact.known ? { ...fact, value: turn(fact.value) } : fact;
  const lines = input.claim.lines.map((line) => ({
    ...line,
    unitPrice: line.unitPrice === null ? null : turn(line.unitPrice),
    ...(line.tax === undefined ? {} : { tax: turn(line.tax) }),
    ...(line.paidByOther === undefined ? {} : { paidByOther: turn(line.paidByOther) }),
    ...(line.consent === undefined
      ? {}
      : { consent: { ...line.consent, upTo: turn(line.consent.upTo) } }),
  }));
  const usage = input.usage?.map((one) => ({
    ...one,
    currency,
    totals: one.totals.map(turned),
    own: turned(one.own),
  }));
  const claim = { ...input.claim, lines, currency };
  return { ...input, claim, ...(usage === undefined ? {} : { usage }) };
}

function cashIsNearest({ pack, decision: { totals, cashDue } }: Decided): void {
  const { cashStep } = pack.currency;
  assert.equal(cashDue % cashStep, 0);
  const due = totals.memberShare + totals.memberPrivate;
  assert.ok(Math.abs(cashDue - due) * 2 <= cashStep);
}

function voidsAreExact({ input, decision }: Decided): void {
  const half = input.claim.lines.map(({ lineId, quantity }) => ({
    lineId,
    quantity: Math.floor(quantity / 2),
  }));
  const { lines, totals } = remainderOf(input.claim, decision.lines, [{ lines: half }]);
  for (const { amounts, deductible = 0, coPayment = 0 } of lines) {
    isExact(amounts);
    assert.ok(deductible <= amounts.memberShare && coPayment <= amounts.memberShare);
  }
  isExact(totals);
  const none = remainderOf(input.claim, decision.lines, [{ lines: null }]);
  assert.equal(none.totals.claimed, 0);
}
