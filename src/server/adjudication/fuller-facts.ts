import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import { specialNumbersOf } from '#domain/adjudication/special-uses.ts';
import type { Approval, SpecialUse, Supply } from '#domain/claims.ts';
import { type Instant, millisecondsBetween } from '#domain/dates.ts';
import { known } from '#domain/facts.ts';
import type { PublishedReferences, ServerReference } from '../published-references.ts';

/** What the server knows beyond what a terminal told. */
export interface CentreFacts {
  readonly references: PublishedReferences;
  /** What other terminals supplied. */
  readonly elsewhere: readonly Supply[];
  /** Approvals on which this terminal's lines may rest, with what is left of each. */
  readonly approvals: readonly Approval[];
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
