import { inOtherKey, keyOn, keyTold } from '#domain/adjudication/currency-keys.ts';
import {
  type AdjudicationInput,
  type ClockReading,
  historyKey,
  type OfflineTotals,
} from '#domain/adjudication/input.ts';
import { listOwnServices, type PastClaim } from '#domain/adjudication/own-use.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import { specialNumbersOf } from '#domain/adjudication/special-uses.ts';
import { addDays, type CalendarDate, type Instant } from '#domain/dates.ts';
import { type Fact, known, unknown } from '#domain/facts.ts';
import type { PastService, ServiceHistory } from '#domain/history.ts';
import { add } from '#domain/money.ts';
import type { Membership } from '#domain/people.ts';
import { listClaimsOf, sumUnsentClaims } from '#store/claims.ts';
import { findLastClosedDay } from '#store/day-closes.ts';
import { findSpecialUses } from '#store/special-prescriptions.ts';
import { listCeilingUse } from './ceiling-use.ts';
import { offlineFact, servicesElsewhere } from './centre-facts.ts';
import { readCertainTime } from './certain-time.ts';
import { gatherApprovals } from './known-approvals.ts';
import type { OpenVisit } from './open-visit.ts';
import { paperFacts } from './paper-facts.ts';
import { prescriptionFacts } from './prescription-facts.ts';
import { servicesOnCard } from './services-on-card.ts';
import type { Terminal } from './terminal.ts';

type Gathered = Pick<
  AdjudicationInput,
  | 'services'
  | 'prescriptions'
  | 'approvals'
  | 'specialUses'
  | 'usage'
  | 'offline'
  | 'clock'
  | 'rulesAsOf'
>;

/** How far back this terminal's own claims are looked at: the longest period that a contract counts by. */
const memoryDays = 400;
/** With so many ledger records read, older ones may exist. */
const ledgerMemory = 12;

/** This terminal's own claims of the member, as far back as they are looked at. */
export const listOwnClaims = ({ store }: Terminal, visit: OpenVisit): readonly PastClaim[] =>
  listClaimsOf(store.reader, visit.person.memberNumber, rememberedSince(visit));

/** What the card and this terminal know of earlier services, approvals, ceilings, offline totals and time. */
export function gatherFacts(
  terminal: Terminal,
  visit: OpenVisit,
  membership: Membership | null,
  own: readonly PastClaim[],
): Gathered {
  const now = terminal.clock.now();
  const since = rememberedSince(visit);
  // A newborn's claims are its mother's where ceilings count, and nobody's but its own where repeats do.
  const ofPerson = own.filter(({ input }) => historyKey(input) === historyKey(visit));
  return {
    rulesAsOf: terminal.reference.publishedAt,
    services: [
      ...cardServices(terminal, visit, now),
      ...servicesElsewhere(visit),
      known({ since, services: listOwnServices(ofPerson) }, 'terminal', now),
    ],
    prescriptions: [
      ...prescriptionFacts(terminal, visit, now),
      ...paperFacts(terminal, visit, ofPerson, now),
    ],
    ...gatherApprovals(terminal, visit, own),
    ...specialUses(terminal, visit, now),
    usage: listCeilingUse(terminal, visit, own, membership, since),
    offline: offlineFact(visit, offlineTotals(terminal, visit), now),
    clock: readClock(terminal, now),
  };
}

/** The first day of the claims that are looked at here. */
export const rememberedSince = ({ serviceDate }: OpenVisit) => addDays(serviceDate, -memoryDays);

function cardServices(
  { reference }: Terminal,
  { ledger, cardSupplies, insteadOfCard }: OpenVisit,
  now: Instant,
): readonly Fact<ServiceHistory>[] {
  // Without a card of the person's own there is no card to ask.
  if (insteadOfCard !== undefined) return [];
  if (ledger.state === 'reading') return [unknown('not-present', 'card')];
  if (ledger.state === 'unknown') return [unknown(ledger.why, 'card')];
  const services = servicesOnCard(ledger.entries).flatMap(({ lines, date, providerId }) =>
    lines.flatMap(({ cardCode, qty }): PastService[] => {
      const item = reference.itemsByCardCode.get(cardCode);
      if (item === undefined) return [];
      return [
        { itemCode: item.code, on: date, quantity: qty, providerId, place: null, modifier: null },
      ];
    }),
  );
  const oldest = ledger.entries.at(-1)?.date;
  const isCut = ledger.entries.length >= ledgerMemory && oldest !== undefined;
  // Whatever keeps the card's supplies from being believed keeps its services from it too.
  const doubts = cardSupplies.flatMap((fact) => (fact.known ? [] : [unknown(fact.why, 'card')]));
  return [known({ since: isCut ? addDays(oldest, 1) : null, services }, 'card', now), ...doubts];
}

/** Only where a line names a special prescription. The card has no room for its number. */
function specialUses(
  { store }: Terminal,
  { lines }: OpenVisit,
  now: Instant,
): Pick<Gathered, 'specialUses'> {
  const numbers = specialNumbersOf(lines);
  if (numbers.length === 0) return {};
  return { specialUses: [known(findSpecialUses(store.reader, numbers), 'terminal', now)] };
}

const offlineTotals = (
  { store, reference }: Terminal,
  { cardLimits = null, insteadOfCard, person, serviceDate }: OpenVisit,
): OfflineTotals => ({
  ...keyTold(reference.rules, serviceDate),
  // Of another's card, only what its holder claims is bounded by it.
  ...(cardLimits === null || insteadOfCard !== undefined ? {} : { card: cardLimits }),
  isOnline: false,
  member: sumUnsent(reference.rules, store, person.memberNumber, serviceDate),
  terminal: sumUnsent(reference.rules, store, null, serviceDate),
});

/** What was let through, each key's claims turned into the key of the day. */
const sumUnsent = (
  rules: RulePack,
  { reader }: Terminal['store'],
  memberNumber: string | null,
  on: CalendarDate,
): OfflineTotals['member'] =>
  rules.currencyKeys.length === 0
    ? sumUnsentClaims(reader, memberNumber)
    : rules.currencyKeys
        .map(({ key, since }, at) => {
          const to = rules.currencyKeys[at + 1]?.since ?? null;
          const { claims, amount } = sumUnsentClaims(reader, memberNumber, { from: since, to });
          return { claims, amount: inOtherKey(rules, amount, key, keyOn(rules, on)) ?? amount };
        })
        .reduce((a, b) => ({ claims: a.claims + b.claims, amount: add(a.amount, b.amount) }));

/** The wall clock against the latest time that is certain, and the last day that was closed. */
const readClock = (terminal: Terminal, wall: Instant): ClockReading => ({
  bound: readCertainTime(terminal, terminal.store.reader),
  wall,
  lastDayClose: findLastClosedDay(terminal.store.reader),
});
