import type { MemberFactsRequest } from '#contracts/member-facts-api.ts';
import { newbornBirth } from '#domain/adjudication/input.ts';
import { type Instant, millisecondsBetween } from '#domain/dates.ts';
import { fetchMemberFacts } from '#sync/facts-client.ts';
import { isTold } from './centre-facts.ts';
import { rememberedSince } from './gather-facts.ts';
import { keepVisit, type OpenVisit } from './open-visit.ts';
import { showVisit } from './show-visit.ts';
import type { Terminal } from './terminal.ts';

/** How long the centre is waited for, in milliseconds: what it says later is not said at the counter. */
const patience = 1500;

/** A centre that did not answer is asked again after so long at the earliest, in milliseconds. */
const pause = 30_000;

/** Of which visit and card the terminal last asked, and when. */
const lastAsked = new WeakMap<Terminal, { readonly of: string; readonly at: Instant }>();

/**
 * Asks the centre, where it is reached, what the person of the open visit used and was given elsewhere; the visit is
 * decided anew once it has said so; `anew`, although it was asked a moment ago. Nobody waits: until then, and without it,
 * what is known here decides. Answers whether the centre told something now.
 */
export async function consultCentre(
  terminal: Terminal,
  how: 'once' | 'anew' = 'once',
): Promise<boolean> {
  const { clock, visit } = terminal;
  if (visit === null) return false;
  // A person who asks is not put off by how the connection stood a moment ago.
  if (how === 'once' && !isWorthAsking(terminal, visit)) return false;
  lastAsked.set(terminal, { of: subjectOf(visit), at: clock.now() });
  const centre = await terminal.centre();
  if (!centre.ok) return false;
  const { baseUrl, identity } = centre.value;
  const line = { baseUrl, timeoutMs: patience };
  const told = await fetchMemberFacts(line, identity, requestOf(visit));
  const current = terminal.visit;
  if (!told.ok || current?.visitId !== visit.visitId) return false;
  keepVisit(terminal, { ...current, centre: { facts: told.value, at: clock.now() } });
  showVisit(terminal);
  return true;
}

const isWorthAsking = (terminal: Terminal, visit: OpenVisit): boolean =>
  terminal.desk.current.sync.link === 'online' &&
  !isTold(visit, terminal.clock.now()) &&
  !wasAsked(terminal, visit);

function wasAsked(terminal: Terminal, visit: OpenVisit): boolean {
  const last = lastAsked.get(terminal);
  if (last?.of !== subjectOf(visit)) return false;
  const ago = millisecondsBetween(last.at, terminal.clock.now());
  return ago >= 0 && ago < pause;
}

const subjectOf = ({ card, visitId }: OpenVisit): string => `${visitId} ${card.cardNumber}`;

function requestOf(visit: OpenVisit): MemberFactsRequest {
  const bornOn = newbornBirth(visit);
  return {
    memberNumber: visit.person.memberNumber,
    ...(bornOn === undefined ? {} : { bornOn }),
    serviceDate: visit.serviceDate,
    since: rememberedSince(visit),
    ...(visit.card.cardNumber === null ? {} : { cardNumber: visit.card.cardNumber }),
  };
}
