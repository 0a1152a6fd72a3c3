import { type ClaimLine, dayOfLine } from '../claims.ts';
import type { CalendarDate } from '../dates.ts';
import { floorDivide } from '../integers.ts';
import { add, roundToCashStep, zero } from '../money.ts';
import { staleness } from './ages.ts';
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
import type { AllowedLine, LineBase, LineCheck } from './check.ts';
import { checks } from './checks/index.ts';
import { keyOn } from './currency-keys.ts';
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
import { type Freed, withoutPayment } from './freed.ts';
import type { AdjudicationInput } from './input.ts';
import { inputOn } from './input-in-key.ts';
import { inputOfDay, withPast } from './line-days.ts';
import { type LineMoney, pricedOf, type Quantities, reckonLine } from './line-money.ts';
import { findMembership } from './membership.ts';
import { inModesOf } from './mode-terms.ts';
import { packOn } from './pack-in-key.ts';
import { findPrescription } from './prescriptions.ts';
import {
  type Agenda,
  isBinding,
  type Point,
  type RegisteredCheck,
  type Roster,
  rosterOf,
} from './roster.ts';
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
  const lines: DecidedLine[] = [];
  const allowedBefore: AllowedLine[] = [];
  for (const line of input.claim.lines) {
    const day = dayOfLine(input.claim, line);
    const desk = desks.get(day) ?? openDesk(inputOfDay(input, day), pack, using);
    desks.set(day, desk);
    const step = decideLine(desk, line, allowedBefore);
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
    currency: currencyTold(pack, given, { code, exponent }),
    outcome: outcomeOf(lines.map(({ outcome }) => outcome)),
    lines,
    totals,
    outsideTotal: outsideOf(lines),
    cashDue: roundToCashStep(add(totals.memberShare, totals.memberPrivate), cashStep),
  };
}

const currencyTold = (
  { pack }: CompiledPack,
  { claim }: AdjudicationInput,
  currency: Decision['currency'],
): Decision['currency'] =>
  pack.currencyKeys.length === 0 ? currency : { ...currency, key: keyOn(pack, claim.serviceDate) };

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

/** What is the same for all of a claim's lines of one day. */
interface Desk {
  readonly input: AdjudicationInput;
  readonly pack: CompiledPack;
  readonly roster: Roster;
  readonly ofClaim: ClaimFindings;
  readonly planCode: string | null;
  /** Membership and hotlist are known and inside their hard limits. */
  readonly isFirm: boolean;
}

interface Step {
  readonly decided: DecidedLine;
  readonly base: LineBase;
  readonly money: LineMoney | null;
}

/** A line on its way: its arithmetic is filled in once it is reckoned, and nothing else changes. */
interface LineDraft extends LineBase {
  money: LineMoney | null;
}

function openDesk(
  input: AdjudicationInput,
  contract: CompiledPack,
  using: readonly RegisteredCheck[],
): Desk {
  const pack = inModesOf(input, contract);
  const roster = rosterOf(pack, using);
  return {
    input,
    pack,
    roster,
    ofClaim: judgeClaim(roster, { input, pack }),
    planCode: findMembership(input)?.planCode ?? null,
    isFirm: isFirm(input, pack),
  };
}

/** A line rests on an approval only where it fares better with it: no approval makes a line worse. */
function decideLine(desk: Desk, line: ClaimLine, allowedBefore: readonly AllowedLine[]): Step {
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

function decideWith(desk: Desk, agenda: Agenda, base: LineDraft): Step {
  const { line } = base;
  const quantities = limitUnits(agenda, base);
  const money = reckon(desk.roster, agenda, base, quantities);
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

/** Everything that the pack and the facts know of a line. */
function layOut(
  { input, pack }: Desk,
  { subject: { item, planCode, rule, terms } }: Agenda,
  line: ClaimLine,
  allowedBefore: readonly AllowedLine[],
): LineDraft {
  const { providerId, serviceDate, diagnoses } = input.claim;
  const orderedAt = line.orderedAt ?? input.decidedAt;
  const elsewhen = allowedBefore.filter(({ day }) => day !== serviceDate);
  const isOfOneDay = elsewhen.length === 0;
  return {
    input: isOfOneDay ? input : withPast(input, pack, elsewhen),
    pack,
    line,
    orderedAt,
    item,
    planCode,
    price: pack.price(providerId, line.itemCode, serviceDate, orderedAt),
    rule,
    terms,
    diagnoses: line.diagnoses ?? diagnoses,
    approval: null,
    allowedBefore,
    allowedThatDay: isOfOneDay
      ? allowedBefore
      : allowedBefore.filter(({ day }) => day === serviceDate),
    money: null,
  };
}

/** How many units are paid for by the checks that may pay for fewer; where one leaves none, it decides itself. */
function limitUnits({ limiting }: Agenda, base: LineBase): Quantities {
  const asked = base.line.quantity;
  const most = { provider: asked, member: asked };
  for (const { seat, asked: terms } of limiting) {
    const { limit } = seat.check;
    if (limit === undefined || !isBinding(seat, base.approval)) continue;
    const units = limit.units(base, terms);
    if (units !== null && units > 0 && units < most[limit.bearer]) most[limit.bearer] = units;
  }
  const payable = most.member < most.provider ? most.member : most.provider;
  return { payable, owed: most.provider };
}

/** Of what the checks free the line that may do so; the more comes first. */
function freedOf({ freeing }: Agenda, base: LineBase): Freed | null {
  if (freeing.length === 0) return null;
  const freed = freeing.flatMap(({ seat, asked }) =>
    isBinding(seat, base.approval) ? [seat.check.frees?.(base, asked) ?? null] : [],
  );
  if (freed.includes('payment')) return 'payment';
  return freed.includes('share') ? 'share' : null;
}

/** The line's arithmetic, within the ceilings that bind. */
function reckon(
  { seats }: Roster,
  agenda: Agenda,
  base: LineBase,
  quantities: Quantities,
): LineMoney | null {
  const { capping, lowering, sharing } = agenda;
  const list = seats.get('price');
  const isListBinding = list !== undefined && isBinding(list, base.approval);
  const reference = seats.get('reference-price');
  const isReferenceBinding = reference !== undefined && isBinding(reference, base.approval);
  const ceilings = saidBy(capping, base, ({ caps }, asked) => caps?.(base, asked));
  const freed = freedOf(agenda, base);
  const coordinating = seats.get('coordination');
  const isCoordinated = coordinating !== undefined && isBinding(coordinating, base.approval);
  const money = reckonLine(base, {
    isListBinding,
    isReferenceBinding,
    quantities,
    ceilings,
    sharing: freed === null ? sharing : [],
    lowerings: saidBy(lowering, base, ({ lowers }, asked) => lowers?.(base, asked)),
    paidByOthers: isCoordinated ? (base.line.paidByOther ?? zero) : zero,
  });
  return money !== null && freed === 'payment' ? withoutPayment(money) : money;
}

/** What the binding ones of some checks say of the line's money; most items have none. */
function saidBy<Said>(
  points: readonly Point[],
  { approval }: LineBase,
  say: (check: LineCheck, asked: unknown) => readonly Said[] | undefined,
): readonly Said[] {
  if (points.length === 0) return [];
  return points.flatMap(({ seat, asked }) =>
    isBinding(seat, approval) ? (say(seat.check, asked) ?? []) : [],
  );
}

/** How long the allowed part of a supply lasts, in whole days. */
function daysOf({ quantity, daysSupply }: ClaimLine, allowed: number): number | null {
  if (daysSupply === null || allowed === 0) return null;
  const days = floorDivide(daysSupply * allowed, quantity);
  return days > 0 ? days : 1;
}

/** The line as later lines find it. */
const asAllowed = ({ decided, base, money }: Step): AllowedLine => ({
  ...base.line,
  quantity: decided.allowedQuantity,
  day: base.input.claim.serviceDate,
  daysSupply: decided.allowedDays,
  insurer: decided.amounts.insurer,
  payable: add(decided.amounts.insurer, decided.amounts.memberShare),
  priced: money === null ? zero : pricedOf(money),
  allowedPrice: money?.allowedPrice ?? zero,
  decided,
  restsOn: base.approval?.approvalId ?? null,
  fills: findPrescription(base)?.prescription.prescriptionId ?? null,
});

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
