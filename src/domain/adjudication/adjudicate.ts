import type { ClaimLine } from '../claims.ts';
import { floorDivide } from '../integers.ts';
import { add, roundToCashStep } from '../money.ts';
import { staleness } from './ages.ts';
import { divide, isAllowed, listSteps, outsideOf, totalOf } from './amounts.ts';
import { findApproval } from './approvals.ts';
import { capMoney, statesOf } from './ceilings.ts';
import type { AllowedLine, LineBase } from './check.ts';
import { checks } from './checks/index.ts';
import type { ClaimOutcome, DecidedLine, Decision, Eligibility, Finding } from './decision.ts';
import type { LineOutcome } from './evidence.ts';
import {
  isBinding,
  judgeClaim,
  judgeLine,
  outcomeWeight,
  type RegisteredCheck,
  worstFirst,
  worstOf,
} from './findings.ts';
import type { AdjudicationInput } from './input.ts';
import { type LineMoney, priceLine, type Quantities } from './line-money.ts';
import { findMembership } from './membership.ts';
import { findPrescription } from './prescriptions.ts';
import type { CompiledPack } from './rule-pack.ts';

/** Grows whenever the same input and pack could come out differently. */
export const engineVersion = 3;

/**
 * Decides a claim: pure and deterministic, the same on terminal and server.
 * Every check leaves a finding on every line; the worst outcome wins. The decision is plain JSON.
 */
export function adjudicate(
  input: AdjudicationInput,
  pack: CompiledPack,
  using: readonly RegisteredCheck[] = checks,
): Decision {
  const ofClaim = judgeClaim(using, { input, pack });
  const lines: DecidedLine[] = [];
  const allowedBefore: AllowedLine[] = [];
  for (const line of input.claim.lines) {
    const step = decideLine(input, pack, using, ofClaim, line, [...allowedBefore]);
    lines.push(step.decided);
    if (isAllowed(step.decided.outcome)) allowedBefore.push(asAllowed(step));
  }

  const totals = totalOf(lines);
  const { code, exponent, cashStep } = pack.pack.currency;
  return {
    engineVersion,
    packId: pack.pack.packId,
    packVersion: pack.pack.version,
    claimId: input.claim.claimId,
    currency: { code, exponent },
    outcome: outcomeOf(lines.map(({ outcome }) => outcome)),
    lines,
    totals,
    outsideTotal: outsideOf(lines),
    cashDue: roundToCashStep(add(totals.memberShare, totals.memberPrivate), cashStep),
  };
}

/** Answers whether this person is covered here on the service date, before any line is entered. */
export function assessEligibility(
  input: AdjudicationInput,
  pack: CompiledPack,
  using: readonly RegisteredCheck[] = checks,
): Eligibility {
  const findings = judgeClaim(using, { input, pack });
  return { outcome: worstOf(findings), findings: worstFirst(findings, using) };
}

interface Step {
  readonly decided: DecidedLine;
  readonly base: LineBase;
}

/** A line rests on an approval only where it fares better with it: no approval makes a line worse. */
function decideLine(
  input: AdjudicationInput,
  pack: CompiledPack,
  using: readonly RegisteredCheck[],
  ofClaim: readonly Finding[],
  line: ClaimLine,
  allowedBefore: readonly AllowedLine[],
): Step {
  const base = layOut(input, pack, line, allowedBefore);
  const plain = decideWith(using, ofClaim, base);
  if (plain.decided.outcome === 'approved') return plain;
  const approval = findApproval(input, line, allowedBefore);
  if (approval === null) return plain;
  const resting = decideWith(using, ofClaim, { ...base, approval });
  return isBetter(plain.decided, resting.decided) ? plain : resting;
}

/** Of two that are refused alike, the second tells more. */
function isBetter(a: DecidedLine, b: DecidedLine): boolean {
  if (a.outcome !== b.outcome) return outcomeWeight[a.outcome] < outcomeWeight[b.outcome];
  return isAllowed(a.outcome) && a.amounts.insurer >= b.amounts.insurer;
}

function decideWith(
  using: readonly RegisteredCheck[],
  ofClaim: readonly Finding[],
  base: LineBase,
): Step {
  const { input, pack, line, price, rule } = base;
  const quantities = limitUnits(using, base);
  const money = reckon(using, base, quantities);
  const findings = [...ofClaim, ...judgeLine(using, { ...base, money })];
  const outcome = worstOf(findings);
  const allowedQuantity = isAllowed(outcome) ? quantities.payable : 0;
  const decided: DecidedLine = {
    lineId: line.lineId,
    outcome,
    guaranteed: isAllowed(outcome) && restsOnFirmFacts(input, pack, findings),
    findings: worstFirst(findings, using),
    allowedQuantity,
    allowedDays: daysOf(line, allowedQuantity),
    amounts: divide(outcome, money, findings),
    steps: listSteps(outcome, line, money, price, rule, quantities.payable),
  };
  return { decided, base };
}

/** Everything that the pack and the facts know of a line. */
function layOut(
  input: AdjudicationInput,
  pack: CompiledPack,
  line: ClaimLine,
  allowedBefore: readonly AllowedLine[],
): LineBase {
  const { providerId, serviceDate } = input.claim;
  const item = pack.item(line.itemCode);
  const planCode = findMembership(input)?.planCode ?? null;
  return {
    input,
    pack,
    line,
    item,
    planCode,
    price: pack.price(providerId, line.itemCode, serviceDate),
    rule: item === null || planCode === null ? null : pack.benefitRule(planCode, item.benefit),
    terms: item === null ? null : pack.itemTerms(item, planCode),
    diagnoses: line.diagnoses ?? input.claim.diagnoses,
    approval: null,
    allowedBefore,
  };
}

/** How many units are paid for by the checks that may pay for fewer; where one leaves none, it decides itself. */
function limitUnits(using: readonly RegisteredCheck[], base: LineBase): Quantities {
  const asked = base.line.quantity;
  const most = { provider: asked, member: asked };
  for (const check of using) {
    if (check.scope !== 'line' || check.limit === undefined) continue;
    if (!isBinding(check, base, base.approval)) continue;
    const units = check.limit.units(base);
    const { bearer } = check.limit;
    if (units !== null && units > 0 && units < most[bearer]) most[bearer] = units;
  }
  const payable = most.member < most.provider ? most.member : most.provider;
  return { payable, owed: most.provider };
}

/** The line's arithmetic, within the ceilings that bind. */
function reckon(
  using: readonly RegisteredCheck[],
  base: LineBase,
  quantities: Quantities,
): LineMoney | null {
  const binds = (id: string) =>
    using.some((check) => check.id === id && isBinding(check, base, base.approval));
  const priced = priceLine(base.line, base.price, base.rule, binds('price'), quantities);
  if (priced === null) return null;
  const states = (['ceilings', 'diagnosis-ceiling'] as const)
    .filter(binds)
    .flatMap((check) => statesOf(base, check));
  return capMoney(priced, base.rule, states);
}

/** How long the allowed part of a supply lasts, in whole days. */
function daysOf({ quantity, daysSupply }: ClaimLine, allowed: number): number | null {
  if (daysSupply === null || allowed === 0) return null;
  const days = floorDivide(daysSupply * allowed, quantity);
  return days > 0 ? days : 1;
}

/** The line as later lines find it. */
const asAllowed = ({ decided, base }: Step): AllowedLine => ({
  ...base.line,
  quantity: decided.allowedQuantity,
  daysSupply: decided.allowedDays,
  insurer: decided.amounts.insurer,
  payable: add(decided.amounts.insurer, decided.amounts.memberShare),
  restsOn: base.approval?.approvalId ?? null,
  fills: findPrescription(base)?.prescription.prescriptionId ?? null,
});

/** "Paid for sure": every fact that was looked at is known, and the aging ones are inside their hard limits. */
function restsOnFirmFacts(
  { membership, hotlist, decidedAt }: AdjudicationInput,
  { pack: { offline } }: CompiledPack,
  findings: readonly Finding[],
): boolean {
  return (
    membership.known &&
    staleness(membership.asOf, decidedAt, offline.membership) !== 'hard' &&
    hotlist.known &&
    staleness(hotlist.asOf, decidedAt, offline.hotlist) !== 'hard' &&
    findings.every(
      // What the insurer itself set aside takes nothing from its promise.
      ({ facts, waivedBy }) => waivedBy !== null || facts.every(({ value }) => value !== null),
    )
  );
}

/** A claim that asks for nothing has nothing to approve: it stays open. */
function outcomeOf(outcomes: readonly LineOutcome[]): ClaimOutcome {
  if (outcomes.length === 0 || outcomes.includes('referred')) return 'pended';
  if (outcomes.every((outcome) => outcome === 'approved')) return 'approved';
  return outcomes.every((outcome) => outcome === 'declined') ? 'declined' : 'partial';
}
