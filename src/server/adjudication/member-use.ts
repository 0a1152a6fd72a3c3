import { keyTold } from '#domain/adjudication/currency-keys.ts';
import { type AdjudicationInput, historyKey } from '#domain/adjudication/input.ts';
import {
  type CountedClaim,
  listOwnServices,
  listOwnUse,
  type OwnUse,
} from '#domain/adjudication/own-use.ts';
import type { CompiledPack } from '#domain/adjudication/rule-pack.ts';
import type { CalendarDate } from '#domain/dates.ts';
import type { PastService } from '#domain/history.ts';
import type { Membership } from '#domain/people.ts';
import { listSettled, type SettledClaim } from '../database/settled-claims.ts';
import type { Database } from '../database/tables.ts';
import type { PublishedReferences } from '../published-references.ts';

/** Whose use is asked for, and on which day. */
export interface Asked {
  readonly memberNumber: string;
  /** As `historyKey` names the person: a newborn bears its mother's number. */
  readonly historyKey: string;
  readonly on: CalendarDate;
}

/** What the centre knows of a member. */
export interface MemberUse {
  /** What all claims that are counted used of everything that is counted over time. */
  readonly usage: readonly OwnUse[];
  /** The currency key of its amounts, where the contract has several. */
  readonly key: { readonly currency?: string };
  /** The person's own services that are counted. */
  readonly services: readonly PastService[];
}

/** Which of the claims that the centre holds are counted: for use, and for services. */
export interface Counting {
  readonly isUsed: (claim: SettledClaim) => boolean;
  readonly isServed: (claim: SettledClaim) => boolean;
}

/**
 * What was decided before a claim or a request: use of whichever terminal, services of others alone, since the
 * terminal tells of its own. Null where nobody knows whose it is.
 */
export async function countUseBefore(
  db: Database,
  terminalId: string,
  input: AdjudicationInput,
  pack: CompiledPack,
  references: PublishedReferences,
): Promise<MemberUse | null> {
  const { claimId, serviceDate: on } = input.claim;
  const key = historyKey(input);
  if (input.person === null || key === null) return null;
  const asked = { memberNumber: input.person.memberNumber, historyKey: key, on };
  const isElsewhere = (claim: SettledClaim) => claim.terminalId !== terminalId;
  return await countMemberUse(
    db,
    references,
    pack,
    asked,
    { isUsed: () => true, isServed: isElsewhere },
    claimId,
  );
}

/** Counts what is left of the claims of a member and, where a counter is the family's, of the whole family. */
export async function countMemberUse(
  db: Database,
  { current }: PublishedReferences,
  pack: CompiledPack,
  { historyKey: key, memberNumber, on }: Asked,
  { isServed, isUsed }: Counting,
  claimId: string | null = null,
): Promise<MemberUse> {
  const membership = current.membership(memberNumber);
  const family = current.familyOf(memberNumber);
  const settled = await listSettled(db, family ?? [memberNumber], claimId);
  const ofMember = settled.filter((claim) => claim.memberNumber === memberNumber);
  return {
    key: keyTold(pack.pack, on),
    usage: listUse(pack, membership, on, {
      member: ofMember.filter(isUsed),
      // Who else belongs to the family is not known: then nobody knows what it used.
      family: family === null ? null : settled.filter(isUsed),
    }),
    services: listOwnServices(
      ofMember.filter((claim) => claim.historyKey === key && isServed(claim)),
    ),
  };
}

function listUse(
  pack: CompiledPack,
  membership: Membership | null,
  on: CalendarDate,
  claims: {
    readonly member: readonly CountedClaim[];
    readonly family: readonly CountedClaim[] | null;
  },
): readonly OwnUse[] {
  const countOf = (whose: 'member' | 'family') => {
    const counted = claims[whose];
    if (counted === null) return [];
    return listOwnUse(pack, counted, membership, on).filter(({ counter }) => counter.of === whose);
  };
  return [...countOf('member'), ...countOf('family')];
}
