import { type RunningCeilings, usedOf } from '#card/profile/running-ceilings.ts';
import { type Baskets, findBaskets } from '#domain/adjudication/baskets.ts';
import type { Counter } from '#domain/adjudication/counter-terms.ts';
import { keyTold } from '#domain/adjudication/currency-keys.ts';
import type { AdjudicationInput, CeilingUse } from '#domain/adjudication/input.ts';
import {
  listOwnCourseUse,
  listOwnUse,
  type PastClaim,
  takenOn,
} from '#domain/adjudication/own-use.ts';
import type { CompiledPack } from '#domain/adjudication/rule-pack.ts';
import { type CalendarDate, type Instant, isWithin } from '#domain/dates.ts';
import { type Fact, known, unknown } from '#domain/facts.ts';
import type { Membership } from '#domain/people.ts';
import { type CardWrite, listCommittedWrites } from '#store/card-journal.ts';
import { totalByCentre } from './centre-facts.ts';
import type { OpenVisit } from './open-visit.ts';
import type { Terminal } from './terminal.ts';
import { countOnCard, listMissingLines, listWrittenLines, nothingOnCard } from './written-lines.ts';

/** What the card, the centre and this terminal know of each counter's use in the period that contains the service date. */
export function listCeilingUse(
  terminal: Terminal,
  visit: OpenVisit,
  own: readonly PastClaim[],
  membership: Membership | null,
  since: CalendarDate,
): readonly CeilingUse[] {
  const { pack } = terminal.reference;
  const now = terminal.clock.now();
  const baskets = findBaskets(pack, membership, visit.serviceDate);
  const unseen = baskets === null ? [] : listUnseen(terminal, visit, own, since);
  return listOwnUse(pack, own, membership, visit.serviceDate).map((use) => {
    const { counter, period, used } = use;
    // Other members of the family, and what lies before our memory, are not in these claims.
    const isWhole = counter.of === 'member' && period !== null && period.from >= since;
    const missing = unseen
      .filter(
        ({ claim: { input } }) => period === null || isWithin(input.claim.serviceDate, period),
      )
      .reduce((sum, each) => sum + takenUnseen(pack, counter, each, visit.serviceDate), 0);
    return {
      ceilingId: counter.ceilingId,
      period,
      totals: [
        totalOf(counter, baskets, visit.cardCeilings, missing),
        ...totalByCentre(visit, use),
      ],
      own: isWhole ? known(used, 'terminal', now) : unknown('not-present', 'terminal'),
      ...keyTold(pack.pack, visit.serviceDate),
    };
  });
}

/** What this terminal's claims used in the episode and the prescriptions to which the claim's lines belong; no place tells how much was used elsewhere. */
export const listCourseUse = (
  { clock, reference: { pack } }: Terminal,
  own: readonly PastClaim[],
  input: AdjudicationInput,
): readonly CeilingUse[] =>
  listOwnCourseUse(pack, own, input).map(({ counter: { ceilingId }, course, used }) => ({
    ...{ ceilingId, period: null, course },
    totals: [unknown('not-present', 'card')],
    own: known(used, 'terminal', clock.now()),
    ...keyTold(pack.pack, input.claim.serviceDate),
  }));

/** One of this terminal's claims with the lines that the member's card does not tell of. */
interface Unseen {
  readonly claim: PastClaim;
  readonly lineIds: ReadonlySet<string>;
}

function listUnseen(
  { store, reference: { pack } }: Terminal,
  { card: { cardNumber } }: OpenVisit,
  own: readonly PastClaim[],
  since: CalendarDate,
): readonly Unseen[] {
  const writes = new Map<string, CardWrite[]>();
  const committed =
    cardNumber === null ? [] : listCommittedWrites(store.reader, cardNumber, startOf(since));
  for (const write of committed) {
    writes.set(write.claimId, [...(writes.get(write.claimId) ?? []), write]);
  }
  return own.map((claim) => {
    const written = writes.get(claim.input.claim.claimId);
    const onCard = written === undefined ? nothingOnCard : countOnCard(written);
    const missing = listMissingLines(listWrittenLines(pack, claim), onCard);
    return { claim, lineIds: new Set(missing.map(({ decided }) => decided.lineId)) };
  });
}

/** What the card lacks of a claim; a visit that it knows of it does not lack. */
const takenUnseen = (
  pack: CompiledPack,
  counter: Counter,
  { claim, lineIds }: Unseen,
  on: CalendarDate,
): number =>
  takenOn(pack, counter, claim, on) -
  takenOn(pack, counter, claim, on, (lineId) => !lineIds.has(lineId));

/** All that was used, as the card knows it with what it lacks of this terminal's claims. */
function totalOf(
  { ceilingId }: Counter,
  baskets: Baskets | null,
  card: Fact<RunningCeilings> | undefined,
  missing: number,
): Fact<number> {
  const counter = baskets?.counters.find((each) => each.ceilingId === ceilingId);
  // A visit that an earlier version of this program kept says nothing of them.
  if (baskets === null || counter === undefined || card === undefined) {
    return unknown('not-present', 'card');
  }
  if (!card.known) return card;
  const used = usedOf(card.value, counter.basket.number, baskets.year);
  if (used === null) return unknown('not-present', 'card');
  return known(used * counter.basket.unit + missing, card.source, card.asOf);
}

/** Far before any period that a card counts by. */
const startOf = (day: CalendarDate): Instant => `${day}T00:00:00.000Z` as Instant;
