import type { MemberFacts } from '#contracts/member-facts-api.ts';
import type { AdjudicationInput, CeilingUse, OfflineTotals } from '#domain/adjudication/input.ts';
import type { OwnUse } from '#domain/adjudication/own-use.ts';
import { type Instant, millisecondsBetween } from '#domain/dates.ts';
import { type Fact, known } from '#domain/facts.ts';
import type { ServiceHistory, Supply } from '#domain/history.ts';
import type { OpenVisit } from './open-visit.ts';

/** What the centre told, and when by this terminal's own clock: the two need not agree. */
export interface ToldByCentre {
  readonly facts: MemberFacts;
  readonly at: Instant;
}

/** What the centre told of the visit's person counts as of now for so long, in milliseconds; then it is asked again. */
const holds = 15 * 60_000;

/** Whether the centre told of the person and the card of this visit just now. */
export function isTold({ card, centre, person, serviceDate }: OpenVisit, now: Instant): boolean {
  if (centre === undefined) return false;
  const { facts, at } = centre;
  const ago = millisecondsBetween(at, now);
  return (
    facts.memberNumber === person.memberNumber &&
    facts.serviceDate === serviceDate &&
    (facts.cardNumber ?? null) === card.cardNumber &&
    ago >= 0 &&
    ago < holds
  );
}

/** Whether the card is blocked, by what the centre told of it; null where it told nothing of this card. */
export const hotlistByCentre = ({
  card,
  centre,
}: OpenVisit): AdjudicationInput['hotlist'] | null =>
  centre?.facts.hotlist === undefined || centre.facts.cardNumber !== card.cardNumber
    ? null
    : byCentre(centre, centre.facts.hotlist);

/** What other terminals supplied and did; none where the centre was not asked. */
export const suppliesElsewhere = ({ centre }: OpenVisit): readonly Fact<readonly Supply[]>[] =>
  centre === undefined ? [] : [byCentre(centre, centre.facts.supplies)];

export const servicesElsewhere = ({ centre }: OpenVisit): readonly Fact<ServiceHistory>[] =>
  centre === undefined ? [] : [byCentre(centre, centre.facts.services)];

/** All that was used of a counter by what the centre told, with this terminal's own claims of the person beside it. */
export function totalByCentre(
  { centre }: OpenVisit,
  { counter, period, used }: OwnUse,
): CeilingUse['totals'] {
  const told = centre?.facts.usage.find(
    (one) =>
      one.ceilingId === counter.ceilingId &&
      one.period?.from === period?.from &&
      one.period?.to === period?.to,
  );
  return centre === undefined || told === undefined ? [] : [byCentre(centre, told.used + used)];
}

/** Limits of working offline are not asked of what the centre was asked about. */
export const offlineFact = (
  visit: OpenVisit,
  totals: OfflineTotals,
  now: Instant,
): Fact<OfflineTotals> =>
  visit.centre !== undefined && isTold(visit, now)
    ? byCentre(visit.centre, { ...totals, isOnline: true })
    : known(totals, 'terminal', now);

const byCentre = <T>({ facts }: ToldByCentre, value: T): Fact<T> =>
  known(value, 'centre', facts.serverTime);
