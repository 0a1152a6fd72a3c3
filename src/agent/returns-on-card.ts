import { judgeLedger } from '#card/judge-ledger.ts';
import { listWhole } from '#card/ledger-state.ts';
import { noRecordHash } from '#card/profile/ledger-codec.ts';
import { ceilingFact, type HistoryReading, supplyFacts } from '#card/read-member-card.ts';
import type { Fact } from '#domain/facts.ts';
import type { CardAtHand } from './card-at-hand.ts';
import { findLedgerKey } from './find-ledger-key.ts';
import type { OpenVisit } from './open-visit.ts';
import type { Terminal } from './terminal.ts';

/** Ledger records as they are stored, newest first, with those before them by which the card will forget what came back. */
export function withReturns(
  { returns }: Pick<CardAtHand, 'returns'>,
  stored: readonly Uint8Array[],
): readonly Uint8Array[] {
  const planned = (returns?.corrections ?? []).flatMap(({ records }) => records);
  const head = listWhole(stored)[0]?.hash ?? noRecordHash;
  // Some may be there by now, and another session's records are followed by none of them.
  const next = listWhole(planned).findIndex(({ record }) => record.prevHash === head);
  return next === -1 ? stored : [...planned.slice(next).toReversed(), ...stored];
}

/** What the session read of the ledger, with what came back taken off. */
export function historyOf(terminal: Terminal, card: CardAtHand): CardAtHand['session']['history'] {
  const { cardNumber, session } = card;
  const stored = withReturns(card, session.records);
  if (session.history.state !== 'read' || stored === session.records) return session.history;
  const reading = judgeLedger(stored, cardNumber, (keyId) => findLedgerKey(terminal, keyId));
  return { state: 'read', reading };
}

/**
 * What a reading tells of supplies and ceilings. With something taken off that the card still tells, it rests on whoever
 * said so: the centre, as of then, or this terminal.
 */
export function factsOf(
  { clock }: Terminal,
  { returns }: Pick<CardAtHand, 'returns'>,
  reading: HistoryReading,
): Pick<OpenVisit, 'cardSupplies' | 'cardCeilings'> {
  const now = clock.now();
  const [supplies, ceilings] = [supplyFacts(reading, now), ceilingFact(reading, now)];
  if (returns === null) return { cardSupplies: supplies, cardCeilings: ceilings };
  const told = returns.corrections.flatMap(({ owed }) => owed.toldAt ?? []).toSorted();
  const [earliest] = told;
  const rests = <T>(fact: Fact<T>): Fact<T> => {
    if (!fact.known) return fact;
    return earliest === undefined
      ? { ...fact, source: 'terminal' }
      : { ...fact, source: 'centre', asOf: earliest };
  };
  return { cardSupplies: supplies.map(rests), cardCeilings: rests(ceilings) };
}
