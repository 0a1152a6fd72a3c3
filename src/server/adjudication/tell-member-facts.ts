import type { MemberFacts, MemberFactsRequest } from '#contracts/member-facts-api.ts';
import { newbornKey } from '#domain/adjudication/input.ts';
import { addDays, type Instant } from '#domain/dates.ts';
import type { PastService, ServiceHistory } from '#domain/history.ts';
import { listSuppliesElsewhere } from '../database/claims.ts';
import type { SettledClaim } from '../database/settled-claims.ts';
import type { Database } from '../database/tables.ts';
import { addTold } from '../database/told-facts.ts';
import type { PublishedReferences } from '../published-references.ts';
import { countMemberUse } from './member-use.ts';

/** So many services at most are told: they lie in the claim's event, which has a bound of its own. */
const mostServices = 500;

/** What the centre knows of a person beyond what the asking terminal tells itself; it writes down that it was told. */
export async function tellMemberFacts(
  db: Database,
  references: PublishedReferences,
  terminalId: string,
  request: MemberFactsRequest,
  now: Instant,
): Promise<MemberFacts> {
  const { memberNumber, bornOn, cardNumber, serviceDate: on, since } = request;
  const { pack } = references.current;
  const historyKey = newbornKey(memberNumber, bornOn);
  const isElsewhere = (claim: SettledClaim) =>
    claim.terminalId !== terminalId ||
    claim.memberNumber !== memberNumber ||
    claim.input.claim.serviceDate < since;
  const { key, services, usage } = await countMemberUse(
    db,
    references,
    pack,
    { memberNumber, historyKey, on },
    { isUsed: isElsewhere, isServed: isElsewhere },
  );
  const supplies = await listSuppliesElsewhere(db, historyKey, terminalId);
  await addTold(db, { terminalId, memberNumber, at: now });
  return {
    ...{ ...request, terminalId },
    supplies: supplies.filter(({ endsOn }) => endsOn >= since),
    services: latestOf(services),
    usage: usage.map(({ counter: { ceilingId }, period, used }) => ({
      ...{ ceilingId, period, used },
      ...key,
    })),
    ...(cardNumber === undefined ? {} : { hotlist: references.current.hotlistEntry(cardNumber) }),
    serverTime: now,
  };
}

/** The latest services, whole days of them; older ones are not told, which is said. */
function latestOf(services: readonly PastService[]): ServiceHistory {
  const latestFirst = services.toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  const cut = latestFirst[mostServices];
  if (cut === undefined) return { since: null, services: latestFirst };
  return {
    since: addDays(cut.on, 1),
    services: latestFirst.filter(({ on }) => on > cut.on),
  };
}
