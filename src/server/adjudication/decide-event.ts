import { type AdjudicationInput, historyKey } from '#domain/adjudication/input.ts';
import type { CompiledPack } from '#domain/adjudication/rule-pack.ts';
import type { Supply } from '#domain/claims.ts';
import type { Instant } from '#domain/dates.ts';
import { known } from '#domain/facts.ts';
import { listVoids, releaseVoids } from '../database/claim-voids.ts';
import {
  addSupplies,
  listSuppliesElsewhere,
  lockMember,
  recordClaimId,
} from '../database/claims.ts';
import type { WaitingEvent } from '../database/inbox.ts';
import type { Write } from '../database/tables.ts';
import { findTerminal } from '../database/terminals.ts';
import type { PublishedReferences, ServerReference } from '../published-references.ts';
import { examineClaim } from './examine-claim.ts';
import { packOf, suppliesOf } from './paid-supplies.ts';
import { readClaim, type SubmittedClaim } from './read-claim.ts';
import { withVoids } from './reverse-claim.ts';
import { heldUnread, type Settlement, settleClaim } from './settle-claim.ts';

/** Decides one event with all that the server knows, and records what the member was supplied with. */
export async function decideEvent(
  db: Write,
  event: WaitingEvent,
  references: PublishedReferences,
  now: Instant,
): Promise<Settlement> {
  if (event.isRepeated) return heldUnread('event-repeated');
  const claim = readClaim(event.line);
  if (claim === null) return heldUnread('malformed');
  const { claimId } = claim.body.input.claim;
  const memberNumber = claim.body.input.person?.memberNumber ?? null;
  // A newborn's supplies are kept apart from its mother's, whose number it bears.
  const supplied = historyKey(claim.body.input);
  if (memberNumber !== null) await lockMember(db, memberNumber);
  if (!(await recordClaimId(db, event, { claimId, memberNumber }))) {
    return heldUnread('claim-repeated');
  }
  const elsewhere =
    supplied === null ? [] : await listSuppliesElsewhere(db, supplied, event.terminalId);
  const terminal = await findTerminal(db, event.terminalId);
  const voids = await listVoids(db, event.terminalId, claimId);
  const decided = decide(claim, {
    isSuspect: event.isSuspect,
    providerId: terminal?.providerId ?? '',
    references,
    elsewhere,
    now,
  });
  const settlement = withVoids(decided, claim.body.input.claim, voids);
  await releaseVoids(db, voids);
  if (supplied !== null && settlement.hold === undefined) {
    const { providerId } = claim.body.input.claim;
    await addSupplies(
      db,
      { claimId, memberNumber: supplied, terminalId: event.terminalId, providerId },
      suppliesOf(claim, settlement.lines, packOf(claim, references)),
    );
  }
  return settlement;
}

interface Known {
  readonly isSuspect: boolean;
  readonly providerId: string;
  readonly references: PublishedReferences;
  readonly elsewhere: readonly Supply[];
  readonly now: Instant;
}

/** Pure but for the clock in `known`. What the engine breaks on waits for a person and holds nobody else up. */
function decide(claim: SubmittedClaim, facts: Known): Settlement {
  const { body, manifestVersion } = claim;
  try {
    const hold = facts.isSuspect
      ? 'terminal-suspect'
      : examineClaim(claim, facts.providerId, facts.references.find(manifestVersion));
    const fuller = enrich(body.input, facts);
    return settleClaim(fuller, packOf(claim, facts.references), body.decision, hold);
  } catch {
    return heldUnread('engine-failed');
  }
}

/** The terminal's facts, with the server's own members' data as of now and what other terminals supplied. */
function enrich(input: AdjudicationInput, facts: Known): AdjudicationInput {
  const { current } = facts.references;
  const supplies = [...input.supplies, known(facts.elsewhere, 'centre', facts.now)];
  return {
    ...input,
    ...membersData(input, current, facts.now),
    ...withCentre(input, facts),
    supplies,
  };
}

/** Offline risk ends where the centre itself decides. */
const withCentre = (
  { offline }: AdjudicationInput,
  { now }: Known,
): Pick<AdjudicationInput, 'offline'> =>
  offline?.known === true
    ? { offline: known({ ...offline.value, isOnline: true }, 'centre', now) }
    : {};

const membersData = (
  { person, card }: AdjudicationInput,
  current: ServerReference,
  now: Instant,
): Pick<AdjudicationInput, 'membership' | 'hotlist'> => ({
  membership: known(
    person === null ? null : current.membership(person.memberNumber),
    'centre',
    now,
  ),
  hotlist: known(
    card.cardNumber === null ? null : current.hotlistEntry(card.cardNumber),
    'centre',
    now,
  ),
});
