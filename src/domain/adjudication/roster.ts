import type { Approval } from '../approvals.ts';
import { type ClaimCheck, type LineCheck, nothingAsked, type Said, type Subject } from './check.ts';
import type { checks } from './checks/index.ts';
import type { Finding } from './decision.ts';
import type { CheckId, ReasonCode } from './reasons.ts';
import type { CheckMode, CompiledPack } from './rule-pack.ts';
import { type SharingPoint, sharingOf } from './sharing/index.ts';

export type RegisteredCheck = (typeof checks)[number];

/** The checks laid out for one pack, once: the mode of each, and what each asks of an item. */
export interface Roster {
  readonly ofClaim: readonly Seat<ClaimCheck>[];
  readonly ofLine: readonly Seat<LineCheck>[];
  /** By the check's id; checks that are not asked have no seat. */
  readonly seats: ReadonlyMap<string, Seat>;
  /** How many findings a line has: one a check. */
  readonly size: number;
  /** What is asked of an item under a plan: worked out at the first line that needs it. */
  agenda(itemCode: string, planCode: string | null): Agenda;
}

/** A check's seat among the others. */
export interface Seat<Check = ClaimCheck | LineCheck> {
  readonly check: Check;
  /** Among findings of equal weight it comes in this place. */
  readonly place: number;
  readonly mode: CheckMode;
  /** Its finding where the contract asks nothing: the same for every line. */
  readonly unasked: Finding;
}

/** What the checks ask of one item under one plan. */
export interface Agenda {
  readonly subject: Subject;
  /** Every line check; those that ask nothing as well. */
  readonly all: readonly Point[];
  /** The line checks that ask something. */
  readonly asking: readonly Point[];
  /** Those of them that may pay for fewer units. */
  readonly limiting: readonly Point[];
  /** Those of them that may free it of the member's share, or of any payment. */
  readonly freeing: readonly Point[];
  /** Those of them that hold the insurer's share within ceilings. */
  readonly capping: readonly Point[];
  /** Those of them that may pay less of what is payable. */
  readonly lowering: readonly Point[];
  /** The steps by which what is payable is shared. */
  readonly sharing: readonly SharingPoint[];
  /** In their places, the findings of those that ask nothing. */
  readonly findings: readonly (Finding | null)[];
}

export interface Point {
  readonly seat: Seat<LineCheck>;
  /** Null: the check asks nothing. */
  readonly asked: unknown;
}

/** Whether what a check says decides: the pack enforces it, and no approval sets it aside. */
export const isBinding = ({ check, mode }: Seat, approval: Approval | null): boolean =>
  check.alwaysEnforced === true ||
  (mode === 'enforce' && approval?.waives.includes(check.id) !== true);

/** The finding that a check's words make. */
export function findingOf(seat: Seat, said: Said<string>, approval: Approval | null): Finding {
  const isWaived = approval !== null && seat.mode === 'enforce' && !isBinding(seat, approval);
  if (said === nothingAsked && !isWaived) return seat.unasked;
  return word(
    seat.check,
    softer(seat.mode, said.mode),
    said,
    isWaived ? approval.approvalId : null,
  );
}

const rosters = new WeakMap<CompiledPack, WeakMap<readonly RegisteredCheck[], Roster>>();

/** The roster of the checks for the pack; remembered with it. */
export function rosterOf(pack: CompiledPack, using: readonly RegisteredCheck[]): Roster {
  const known = rosters.get(pack) ?? new WeakMap<readonly RegisteredCheck[], Roster>();
  const found = known.get(using);
  if (found !== undefined) return found;
  const roster = layOut(pack, using);
  known.set(using, roster);
  rosters.set(pack, known);
  return roster;
}

function layOut(pack: CompiledPack, using: readonly (ClaimCheck | LineCheck)[]): Roster {
  const seats = using.map((check, place): Seat => {
    const mode = check.alwaysEnforced === true ? 'enforce' : pack.mode(check.id);
    return { check, place, mode, unasked: Object.freeze(word(check, mode, nothingAsked, null)) };
  });
  const ofLine = seats.filter((seat): seat is Seat<LineCheck> => seat.check.scope === 'line');
  const agendas = new Map<string | null, Map<string | null, Agenda>>();
  const silent = silentPoints(seats.length, ofLine);
  return {
    ofClaim: seats.filter((seat): seat is Seat<ClaimCheck> => seat.check.scope === 'claim'),
    ofLine,
    seats: new Map(seats.map((seat) => [seat.check.id, seat])),
    size: seats.length,
    agenda(itemCode, planCode) {
      const ofPlan = agendas.get(planCode) ?? new Map<string | null, Agenda>();
      const found = ofPlan.get(itemCode);
      if (found !== undefined) return found;
      // All codes that the pack does not know share one agenda: claims may bring any number of them.
      const known = pack.item(itemCode) === null ? null : itemCode;
      const agenda = ofPlan.get(known) ?? drawUp(pack, silent, itemCode, planCode);
      agendas.set(planCode, ofPlan.set(known, agenda));
      return agenda;
    },
  };
}

/** What is the same for all items: a pack has many, and what asks nothing of them is kept once. */
interface SilentPoints {
  readonly points: readonly Point[];
  /** The findings of those that ask nothing; as few lists as there are ways to ask nothing. */
  findingsOf(all: readonly Point[]): readonly (Finding | null)[];
}

function silentPoints(size: number, ofLine: readonly Seat<LineCheck>[]): SilentPoints {
  const lists = new Map<string, readonly (Finding | null)[]>();
  return {
    points: ofLine.map((seat) => ({ seat, asked: null })),
    findingsOf(all) {
      const key = all.map(({ asked }) => (asked === null ? '-' : '+')).join('');
      const known = lists.get(key);
      if (known !== undefined) return known;
      const findings: (Finding | null)[] = new Array(size).fill(null);
      for (const { seat, asked } of all) if (asked === null) findings[seat.place] = seat.unasked;
      lists.set(key, findings);
      return findings;
    },
  };
}

function drawUp(
  pack: CompiledPack,
  silent: SilentPoints,
  itemCode: string,
  planCode: string | null,
): Agenda {
  const item = pack.item(itemCode);
  const rule = item === null || planCode === null ? null : pack.benefitRule(planCode, item.benefit);
  const terms = item === null ? null : pack.itemTerms(item, planCode);
  const subject: Subject = { pack, item, planCode, rule, terms };
  const all = silent.points.map((point): Point => {
    const { seat } = point;
    const asked = seat.check.asks === undefined ? subject : seat.check.asks(subject);
    return asked === null ? point : { seat, asked };
  });
  const findings = silent.findingsOf(all);
  const asking = all.filter(({ asked }) => asked !== null);
  const limiting = those(asking, ({ limit }) => limit !== undefined);
  const lowering = those(asking, ({ lowers }) => lowers !== undefined);
  const capping = those(asking, ({ caps }) => caps !== undefined);
  const freeing = those(asking, ({ frees }) => frees !== undefined);
  const sharing = sharingOf(subject);
  return { subject, all, asking, limiting, freeing, capping, lowering, sharing, findings };
}

const none: readonly Point[] = [];

function those(points: readonly Point[], may: (check: LineCheck) => boolean): readonly Point[] {
  const found = points.filter(({ seat }) => may(seat.check));
  return found.length === 0 ? none : found;
}

const loudness: readonly CheckMode[] = ['observe', 'warn', 'enforce'];

/** A check never speaks louder than the pack lets it. */
const softer = (mode: CheckMode, said: CheckMode = mode): CheckMode =>
  said !== mode && loudness.indexOf(said) < loudness.indexOf(mode) ? said : mode;

const word = (
  { id }: Pick<ClaimCheck | LineCheck, 'id'>,
  mode: CheckMode,
  { outcome, reason, shown, facts, clause, bearer, nearest }: Said<string>,
  waivedBy: string | null,
): Finding => ({
  check: id as CheckId,
  outcome,
  mode: waivedBy === null ? mode : 'warn',
  reason: reason as ReasonCode | null,
  shown,
  facts,
  clause,
  bearer,
  nearest,
  waivedBy,
});
