import type { AdjudicationInput, CeilingUse } from '#domain/adjudication/input.ts';
import type { OwnUse } from '#domain/adjudication/own-use.ts';
import type { ServiceHistory, Supply } from '#domain/claims.ts';
import { type Instant, millisecondsBetween } from '#domain/dates.ts';
import { type Fact, known } from '#domain/facts.ts';
import type { OpenVisit } from './open-visit.ts';

/** What the centre told of the visit's person counts as of now for so long, in milliseconds; then it is asked again. */
const holds = 15 * 60_000;

/** Whether the centre told of the person of this visit just now. */
export const isTold = (visit: OpenVisit, now: Instant): boolean =>
  visit.centre !== undefined &&
  visit.centre.memberNumber === visit.person.memberNumber &&
  visit.centre.serviceDate === visit.serviceDate &&
  (visit.centre.cardNumber ?? null) === visit.card.cardNumber &&
  millisecondsBetween(visit.centre.serverTime, now) < holds;

/** Whether the card is blocked, by what the centre told of it; null where it told nothing of this card. */
export const hotlistByCentre = ({
  card,
  centre,
}: OpenVisit): AdjudicationInput['hotlist'] | null =>
  centre?.hotlist === undefined || centre.cardNumber !== card.cardNumber
    ? null
    : known(centre.hotlist, 'centre', centre.serverTime);

/** What other terminals supplied and did; none where the centre was not asked. */
export const suppliesElsewhere = ({ centre }: OpenVisit): readonly Fact<readonly Supply[]>[] =>
  centre === undefined ? [] : [known(centre.supplies, 'centre', centre.serverTime)];

export const servicesElsewhere = ({ centre }: OpenVisit): readonly Fact<ServiceHistory>[] =>
  centre === undefined
    ? []
    : [known({ since: null, services: centre.services }, 'centre', centre.serverTime)];

/** All that was used of a counter by what the centre told, with this terminal's own claims of the person beside it. */
export function totalByCentre(
  { centre }: OpenVisit,
  { counter, period, used }: OwnUse,
): CeilingUse['totals'] {
  const told = centre?.usage.find(
    (one) =>
      one.ceilingId === counter.ceilingId &&
      one.period?.from === period?.from &&
      one.period?.to === period?.to,
  );
  return centre === undefined || told === undefined
    ? []
    : [known(told.used + used, 'centre', centre.serverTime)];
}

/** Limits of working offline are not asked of what the centre was asked about. */
export const offlineFact = (
  visit: OpenVisit,
  totals: Extract<NonNullable<AdjudicationInput['offline']>, { known: true }>['value'],
  now: Instant,
): NonNullable<AdjudicationInput['offline']> =>
  visit.centre !== undefined && isTold(visit, now)
    ? known({ ...totals, isOnline: true }, 'centre', visit.centre.serverTime)
    : known(totals, 'terminal', now);
