import type { AdjudicationInput, CeilingUse } from '#domain/adjudication/input.ts';
import { specialNumbersOf } from '#domain/adjudication/special-uses.ts';
import type { Approval } from '#domain/approvals.ts';
import { type Instant, millisecondsBetween, type Period } from '#domain/dates.ts';
import { known, unknown } from '#domain/facts.ts';
import type { SpecialUse, Supply } from '#domain/history.ts';
import type { PublishedReferences, ServerReference } from '../published-references.ts';
import type { MemberUse } from './member-use.ts';

/** What the server knows beyond what a terminal told. */
export interface CentreFacts {
  readonly references: PublishedReferences;
  /** What other terminals supplied. */
  readonly elsewhere: readonly Supply[];
  /** Approvals on which this terminal's lines may rest, with what is left of each. */
  readonly approvals: readonly Approval[];
  /** What the member, and the family, used and were served with on all claims that were decided before. */
  readonly use: MemberUse | null;
  /** Where other claims used the special prescriptions that this one names. */
  readonly specialUses: readonly SpecialUse[];
  readonly now: Instant;
}

/** The terminal's facts, with the server's own members' data, supplies and approvals as of now. */
export function withFullerFacts(input: AdjudicationInput, facts: CentreFacts): AdjudicationInput {
  const { current } = facts.references;
  const supplies = [...input.supplies, known(facts.elsewhere, 'centre', facts.now)];
  return {
    ...input,
    ...membersData(input, current, facts.now),
    ...withCentre(input, facts),
    ...withApprovals(input, facts),
    ...withSpecialUses(input, facts),
    ...withUse(input, facts),
    supplies,
  };
}

/** The centre alone knows what is left of an approval across terminals. */
const withApprovals = (
  input: AdjudicationInput,
  { approvals, now }: CentreFacts,
): Pick<AdjudicationInput, 'approvals'> =>
  input.approvals === undefined && approvals.length === 0
    ? {}
    : { approvals: [known(approvals, 'centre', now)] };

/** The centre alone sees the special prescriptions of all terminals. */
const withSpecialUses = (
  { claim, specialUses = [] }: AdjudicationInput,
  facts: CentreFacts,
): Pick<AdjudicationInput, 'specialUses'> =>
  specialNumbersOf(claim.lines).length === 0
    ? {}
    : { specialUses: [...specialUses, known(facts.specialUses, 'centre', facts.now)] };

/** Beside what card and terminal know: of several totals the greatest counts. */
function withUse(
  { services = [], usage = [] }: AdjudicationInput,
  { now, use }: CentreFacts,
): Pick<AdjudicationInput, 'services' | 'usage'> {
  if (use === null) return {};
  const told = use.usage.map(({ counter: { ceilingId }, period, used }): CeilingUse => {
    const total = known(used, 'centre', now);
    const theirs = usage.find(
      (one) => one.ceilingId === ceilingId && isSamePeriod(one.period, period),
    );
    if (theirs !== undefined) return { ...theirs, totals: [...theirs.totals, total] };
    const own = unknown('not-present', 'terminal');
    return { ceilingId, period, totals: [total], own, ...use.key };
  });
  const isTold = ({ ceilingId, course }: CeilingUse) =>
    course === undefined && told.some((one) => one.ceilingId === ceilingId);
  return {
    usage: [...told, ...usage.filter((one) => !isTold(one))],
    services: [...services, known({ since: null, services: use.services }, 'centre', now)],
  };
}

const isSamePeriod = (a: Period | null, b: Period | null): boolean =>
  a?.from === b?.from && a?.to === b?.to;

/** Offline risk ends where the centre itself decides. */
const withCentre = (
  { offline }: AdjudicationInput,
  { now }: CentreFacts,
): Pick<AdjudicationInput, 'offline'> =>
  offline?.known === true
    ? { offline: known({ ...offline.value, isOnline: true }, 'centre', now) }
    : {};

/**
 * The centre's data say what held when the terminal decided, however late the claim comes: they never age
 * on its way. A claim from a clock that runs ahead has no such data yet.
 */
function membersData(
  { person, card, decidedAt }: AdjudicationInput,
  current: ServerReference,
  now: Instant,
): Pick<AdjudicationInput, 'membership' | 'hotlist'> {
  const asOf = millisecondsBetween(decidedAt, now) > 0 ? decidedAt : now;
  const member = person === null ? null : current.membership(person.memberNumber);
  const blocked = card.cardNumber === null ? null : current.hotlistEntry(card.cardNumber);
  return { membership: known(member, 'centre', asOf), hotlist: known(blocked, 'centre', asOf) };
}
