import { type ClaimLine, dayOfLine } from '../claims.ts';
import type { CalendarDate } from '../dates.ts';
import { floorDivide } from '../integers.ts';
import { add, roundToCashStep } from '../money.ts';
import { staleness } from './ages.ts';
import { asAllowed, type JudgedLine } from './allowed-line.ts';
import {
  divide,
  isAllowed,
  listSteps,
  outsideOf,
  ownPartOf,
  partsOf,
  taxOf,
  totalOf,
} from './amounts.ts';
import { findApproval } from './approvals.ts';
import { inPlaceOf } from './benefits-in-place.ts';
import type { AllowedLine } from './check.ts';
import { checks } from './checks/index.ts';
import { keyOn } from './currency-keys.ts';
import { inDecidingOrder } from './deciding-order.ts';
import type { ClaimOutcome, DecidedLine, Decision, Eligibility, Finding } from './decision.ts';
import type { LineOutcome } from './evidence.ts';
import {
  type ClaimFindings,
  judgeClaim,
  judgeLine,
  outcomeWeight,
  worstFirst,
  worstOf,
} from './findings.ts';
import type { AdjudicationInput } from './input.ts';
import { inputOn } from './input-in-key.ts';
import { type DayContext, type LineDraft, layOut } from './lay-out-line.ts';
import { inputOfDay } from './line-days.ts';
import { findMembership } from './membership.ts';
import { inModesOf } from './mode-terms.ts';
import { packOn } from './pack-in-key.ts';
import { limitUnits, reckonUnderChecks } from './reckon-under-checks.ts';
import { type Agenda, type RegisteredCheck, type Roster, rosterOf } from './roster.ts';
import type { CompiledPack } from './rule-pack.ts';

/** Grows whenever the same input and pack could come out differently. */
export const engineVersion = 13;

/**
 * Decides a claim: pure and deterministic, the same on terminal and server.
 * Every check leaves a finding on every line; the worst outcome wins. The decision is plain JSON.
 */
export function adjudicate(
  given: AdjudicationInput,
  contract: CompiledPack,
  using: readonly RegisteredCheck[] = checks,
): Decision {
  const pack = packOn(contract, given.claim.serviceDate);
  const input = inputOn(given, contract.pack);
  const desks = new Map<CalendarDate, Desk>();
  const decided: DecidedLine[] = [];
  const allowedBefore: AllowedLine[] = [];
  const planCode = findMembership(input)?.planCode ?? null;
  const order = inDecidingOrder(input.claim, pack, planCode);
  for (const line of order) {
    const day = dayOfLine(input.claim, line);
    const desk = desks.get(day) ?? openDesk(inputOfDay(input, day), pack, using);
    desks.set(day, desk);
    const judged = decideLine(desk, line, allowedBefore);
    decided.push(judged.decided);
    if (isAllowed(judged.decided.outcome)) allowedBefore.push(asAllowed(judged));
  }

  const lines = order === input.claim.lines ? decided : asClaimed(input, order, decided);
  const totals = totalOf(lines);
  const { code, exponent, cashStep } = pack.pack.currency;
  return {
    engineVersion,
    packId: pack.pack.packId,
    packVersion: pack.pack.version,
    claimId: input.claim.claimId,
    currency: currencyTold(pack, given, { code, exponent }),
    outcome: outcomeOf(lines.map(({ outcome }) => outcome)),
    lines,
    totals,
    outsideTotal: outsideOf(lines),
    cashDue: roundToCashStep(add(totals.memberShare, totals.memberPrivate), cashStep),
  };
}

/** What was decided in another order, in the claim's own. */
const asClaimed = (
  { claim }: AdjudicationInput,
  order: readonly ClaimLine[],
  decided: readonly DecidedLine[],
): readonly DecidedLine[] =>
  claim.lines.flatMap((line) => decided.filter((_, at) => order[at] === line));

/** Answers whether this person is covered here on the service date, before any line is entered. */
export function assessEligibility(
  input: AdjudicationInput,
  pack: CompiledPack,
  using: readonly RegisteredCheck[] = checks,
): Eligibility {
  const inModes = inModesOf(input, pack);
  const said = judgeClaim(rosterOf(inModes, using), { input, pack: inModes });
  const findings = said.map(({ finding }) => finding);
  return { outcome: worstOf(findings), findings: worstFirst(findings) };
}

const currencyTold = (
  { pack }: CompiledPack,
  { claim }: AdjudicationInput,
  currency: Decision['currency'],
): Decision['currency'] =>
  pack.currencyKeys.length === 0 ? currency : { ...currency, key: keyOn(pack, claim.serviceDate) };

/** What is the same for all of a claim's lines of one day. */
interface Desk extends DayContext {
  readonly roster: Roster;
  readonly ofClaim: ClaimFindings;
  readonly planCode: string | null;
  /** Membership and hotlist are known and inside their hard limits. */
  readonly isFirm: boolean;
}

function openDesk(
  input: AdjudicationInput,
  contract: CompiledPack,
  using: readonly RegisteredCheck[],
): Desk {
  const pack = inModesOf(input, inPlaceOf(input, contract));
  const roster = rosterOf(pack, using);
  return {
    input,
    pack,
    isOfOneDay: input.claim.lines.every(({ on }) => on === undefined),
    roster,
    ofClaim: judgeClaim(roster, { input, pack }),
    planCode: findMembership(input)?.planCode ?? null,
    isFirm: isFirm(input, pack),
  };
}

/** A line rests on an approval only where it fares better with it: no approval makes a line worse. */
function decideLine(
  desk: Desk,
  line: ClaimLine,
  allowedBefore: readonly AllowedLine[],
): JudgedLine {
  const agenda = desk.roster.agenda(line.itemCode, desk.planCode);
  const base = layOut(desk, agenda, line, allowedBefore);
  const plain = decideWith(desk, agenda, base);
  if (plain.decided.outcome === 'approved') return plain;
  const approval = findApproval(desk.input, line, allowedBefore);
  if (approval === null) return plain;
  const resting = decideWith(desk, agenda, { ...base, approval, money: null });
  return isBetter(plain.decided, resting.decided) ? plain : resting;
}

/** Of two that are refused alike, the second tells more. */
function isBetter(a: DecidedLine, b: DecidedLine): boolean {
  if (a.outcome !== b.outcome) return outcomeWeight[a.outcome] < outcomeWeight[b.outcome];
  return isAllowed(a.outcome) && a.amounts.insurer >= b.amounts.insurer;
}

function decideWith(desk: Desk, agenda: Agenda, base: LineDraft): JudgedLine {
  const { line } = base;
  const quantities = limitUnits(agenda, base);
  const money = reckonUnderChecks(desk.roster, agenda, base, quantities);
  base.money = money;
  const findings = judgeLine(agenda, desk.ofClaim, base);
  const outcome = worstOf(findings);
  const allowedQuantity = isAllowed(outcome) ? quantities.payable : 0;
  const ownPart = ownPartOf(outcome, money, findings);
  const decided: DecidedLine = {
    lineId: line.lineId,
    outcome,
    guaranteed: isAllowed(outcome) && desk.isFirm && restOnKnownFacts(findings),
    findings: worstFirst(findings),
    allowedQuantity,
    allowedDays: daysOf(line, allowedQuantity),
    amounts: divide(outcome, money, ownPart, line.consent ?? null),
    ownPart,
    steps: listSteps(outcome, money, base, quantities.payable),
  };
  const parts = partsOf(outcome, money);
  const tax = taxOf(outcome, money);
  if (parts === null && tax === null) return { decided, base, money };
  return { decided: { ...decided, ...parts, ...(tax === null ? {} : { tax }) }, base, money };
}

/** How long the allowed part of a supply lasts, in whole days. */
function daysOf({ quantity, daysSupply }: ClaimLine, allowed: number): number | null {
  if (daysSupply === null || allowed === 0) return null;
  const days = floorDivide(daysSupply * allowed, quantity);
  return days > 0 ? days : 1;
}

/** "Paid for sure": the aging facts are known and inside their hard limits… */
const isFirm = (
  { membership, hotlist, decidedAt }: AdjudicationInput,
  { pack: { offline } }: CompiledPack,
): boolean =>
  membership.known &&
  staleness(membership.asOf, decidedAt, offline.membership) !== 'hard' &&
  hotlist.known &&
  staleness(hotlist.asOf, decidedAt, offline.hotlist) !== 'hard';

/** …and every fact that was looked at is known. What the insurer itself set aside takes nothing from its promise. */
function restOnKnownFacts(findings: readonly Finding[]): boolean {
  for (const { facts, waivedBy } of findings) {
    if (facts.length === 0 || waivedBy !== null) continue;
    if (facts.some(({ value }) => value === null)) return false;
  }
  return true;
}

/** A claim that asks for nothing has nothing to approve: it stays open. */
function outcomeOf(outcomes: readonly LineOutcome[]): ClaimOutcome {
  if (outcomes.length === 0 || outcomes.includes('referred')) return 'pended';
  if (outcomes.every((outcome) => outcome === 'approved')) return 'approved';
  return outcomes.every((outcome) => outcome === 'declined') ? 'declined' : 'partial';
}
