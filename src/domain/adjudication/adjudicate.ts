import type { ClaimLine } from '../claims.ts';
import { add, roundToCashStep } from '../money.ts';
import { staleness } from './ages.ts';
import { divide, isAllowed, listSteps, outsideOf, totalOf } from './amounts.ts';
import { checks } from './checks/index.ts';
import type { ClaimOutcome, DecidedLine, Decision, Eligibility, Finding } from './decision.ts';
import type { LineOutcome } from './evidence.ts';
import { judgeClaim, judgeLine, type RegisteredCheck, worstFirst, worstOf } from './findings.ts';
import type { AdjudicationInput } from './input.ts';
import { priceLine } from './line-money.ts';
import { findMembership } from './membership.ts';
import type { CompiledPack } from './rule-pack.ts';

/** Grows whenever the same input and pack could come out differently. */
export const engineVersion = 1;

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
  const allowedBefore: ClaimLine[] = [];
  for (const line of input.claim.lines) {
    const decided = decideLine(input, pack, using, ofClaim, line, allowedBefore);
    lines.push(decided);
    if (isAllowed(decided.outcome)) allowedBefore.push(line);
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

function decideLine(
  input: AdjudicationInput,
  pack: CompiledPack,
  using: readonly RegisteredCheck[],
  ofClaim: readonly Finding[],
  line: ClaimLine,
  allowedBefore: readonly ClaimLine[],
): DecidedLine {
  const { providerId, serviceDate } = input.claim;
  const item = pack.item(line.itemCode);
  const price = pack.price(providerId, line.itemCode, serviceDate);
  const planCode = findMembership(input)?.planCode;
  const rule =
    item === null || planCode === undefined ? null : pack.benefitRule(planCode, item.benefit);
  const money = priceLine(line, price, rule, pack.mode('price') === 'enforce');

  const context = { input, pack, line, item, price, rule, money, allowedBefore };
  const findings = [...ofClaim, ...judgeLine(using, context)];
  const outcome = worstOf(findings);
  return {
    lineId: line.lineId,
    outcome,
    guaranteed: isAllowed(outcome) && restsOnFirmFacts(input, pack, findings),
    findings: worstFirst(findings, using),
    allowedQuantity: isAllowed(outcome) ? line.quantity : 0,
    amounts: divide(outcome, money, findings),
    steps: listSteps(outcome, line, money, price, rule),
  };
}

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
    findings.every(({ facts }) => facts.every(({ value }) => value !== null))
  );
}

/** A claim that asks for nothing has nothing to approve: it stays open. */
function outcomeOf(outcomes: readonly LineOutcome[]): ClaimOutcome {
  if (outcomes.length === 0 || outcomes.includes('referred')) return 'pended';
  if (outcomes.every((outcome) => outcome === 'approved')) return 'approved';
  return outcomes.every((outcome) => outcome === 'declined') ? 'declined' : 'partial';
}
