import type { MemberFacts, MemberFactsRequest } from '#contracts/member-facts-api.ts';
import { keyTold } from '#domain/adjudication/currency-keys.ts';
import { newbornKey } from '#domain/adjudication/input.ts';
import type { Instant } from '#domain/dates.ts';
import { listSuppliesElsewhere } from '../database/claims.ts';
import type { SettledClaim } from '../database/settled-claims.ts';
import type { Database } from '../database/tables.ts';
import { addTold } from '../database/told-facts.ts';
import type { PublishedReferences } from '../published-references.ts';
import { countMemberUse } from './member-use.ts';

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
  const { services, usage } = await countMemberUse(
    db,
    references,
    pack,
    { memberNumber, historyKey, on },
    { isUsed: isElsewhere, isServed: isElsewhere },
  );
  await addTold(db, { terminalId, memberNumber, at: now });
  return {
    ...{ ...request, terminalId },
    supplies: await listSuppliesElsewhere(db, historyKey, terminalId),
    services: [...services],
    usage: usage.map(({ counter: { ceilingId }, period, used }) => ({
      ...{ ceilingId, period, used },
      ...keyTold(pack.pack, on),
    })),
    ...(cardNumber === undefined ? {} : { hotlist: references.current.hotlistEntry(cardNumber) }),
    serverTime: now,
  };
}
