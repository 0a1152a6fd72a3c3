import type { OtherCardReading } from '#card/kinds/card-kind.ts';
import { type BirthDate, firstDay, type Period } from '#domain/dates.ts';
import { unknown } from '#domain/facts.ts';
import { type Failure, failure } from '#domain/failures.ts';
import type { Person } from '#domain/people.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { findMemberOfOtherCard } from '#store/reference.ts';
import { isOwnCard, keepVisit } from './open-visit.ts';
import type { Terminal } from './terminal.ts';
import { openVisit } from './visit-of-card.ts';

/**
 * Opens a visit for the member whom a health card of another kind names by its number. The person is the member
 * as the insurer writes them; the names on the card stand beside it. The failure says why there is no visit.
 */
export function openVisitOfOtherCard(
  terminal: Terminal,
  reading: OtherCardReading,
): Failure | null {
  const holder = findHolder(terminal, reading);
  if (!holder.ok) return holder.failure;
  const { cardNumber, kind, names } = reading;
  const refused = openVisit(terminal, {
    cardNumber,
    person: holder.value,
    proof: 'unauthenticated',
    kind,
    validity: validityOf(reading),
    headVersion: 0,
  });
  const { visit } = terminal;
  if (refused !== null || !isOwnCard(visit, reading)) return refused;
  // It has no history of ours: what other providers dispensed is not known from it.
  const kept = keepVisit(terminal, {
    ...visit,
    namesOnCard: names,
    ledger: { state: 'unknown', why: 'not-present' },
    cardSupplies: [unknown('not-present', 'card')],
    med: { state: 'unknown', why: 'not-present' },
  });
  return kept.ok ? null : kept.failure;
}

function findHolder(
  { store }: Terminal,
  { birth, holderNumber, kind, sex }: OtherCardReading,
): Result<Person, Failure> {
  const member = findMemberOfOtherCard(store.reader, kind, holderNumber);
  if (member === null) return failWith(failure('card-holder-unknown', { number: holderNumber }));
  const { person } = member;
  const isSame =
    (birth === null || mayBeSameDay(birth, person.birth)) &&
    (sex === 'unknown' || person.sex === 'unknown' || sex === person.sex);
  return isSame
    ? succeed(person)
    : failWith(failure('card-holder-differs', { number: holderNumber }));
}

/** Compares what both know of the day. */
function mayBeSameDay(one: BirthDate, other: BirthDate): boolean {
  const length = Math.min(knownLength[one.precision], knownLength[other.precision]);
  return one.date.slice(0, length) === other.date.slice(0, length);
}

const knownLength = { year: 4, month: 7, day: 10 } as const;

const validityOf = ({ validFrom, validTo }: OtherCardReading): Period | null =>
  validFrom === null && validTo === null ? null : { from: validFrom ?? firstDay, to: validTo };
