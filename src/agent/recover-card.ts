import { listWhole } from '#card/ledger-state.ts';
import { planPrescription } from '#card/plan-prescription.ts';
import { decodeRecord } from '#card/profile/ledger-codec.ts';
import { medVersionOf } from '#card/read-med.ts';
import { isGivenUp, readRecovery } from '#card/recover.ts';
import { toHex } from '#domain/chain.ts';
import type { Instant } from '#domain/dates.ts';
import { unknown } from '#domain/facts.ts';
import {
  type CardWrite,
  countCardWrites,
  findWatermark,
  listPendingWrites,
  listWaitingSince,
  listWritesOfEvent,
  recordCardWrites,
} from '#store/card-journal.ts';
import { findClaim } from '#store/claims.ts';
import { markCorrection } from '#store/voids.ts';
import type { CardAtHand } from './card-at-hand.ts';
import { fillsAsSigned } from './line-fills.ts';
import { isOwnCard, keepVisit } from './open-visit.ts';
import { planCardWrites } from './plan-card-writes.ts';
import { recordEvent } from './record-event.ts';
import { showVisit } from './show-visit.ts';
import type { Terminal } from './terminal.ts';
import { uuidV7 } from './uuid-v7.ts';
import { isCorrection, noteWrite, noteWriteIn, writeCard } from './write-card.ts';
import { countOnCard } from './written-lines.ts';

/**
 * Finishes what an earlier visit could not write to this card: what is there is noted, what is absent is
 * appended or signed anew on the head that the card has now (CARD, "Writing back"). Whether it wrote to the
 * card: then what the session read of its ledger is no longer true.
 */
export async function recoverCard(terminal: Terminal, card: CardAtHand): Promise<boolean> {
  if (isRolledBack(terminal, card)) return distrust(terminal, card);
  const rows = listPendingWrites(terminal.store.reader, card.cardNumber);
  if (rows.length === 0) return false;
  const recovery = await card.use((channel) => readRecovery(channel, rows, card.session.records));
  if (!recovery.ok) return false;
  const { committed, open, next } = recovery.value;
  for (const write of committed) noteWrite(terminal, write, 'committed');
  if (next === 'nothing') tellWritten(terminal, rows);
  if (next === 'rolled-back') return distrust(terminal, card);
  if (next === 'unprovable') for (const write of open) noteWrite(terminal, write, 'not-ratified');
  if (next === 'rebuild') rebuild(terminal, card, open);
  if (next !== 'append' && next !== 'rebuild') return false;
  return (await writeCard(terminal, card)) > 0;
}

/** It was on the card all along: only the card's answer had been lost. */
function tellWritten({ desk }: Terminal, [first]: readonly CardWrite[]): void {
  if (first === undefined) return;
  desk.update({ cardWrite: { state: 'written', claimId: first.claimId, failure: null } });
}

/** Cards that did not come back within a day are given up: the claims stand, their ledgers do not know. */
export function giveUpLostCards(terminal: Terminal): void {
  const now = terminal.clock.now();
  const dayAgo = new Date(Date.parse(now) - 24 * 3_600_000).toISOString() as Instant;
  const lost = listWaitingSince(terminal.store.reader, dayAgo);
  for (const write of lost) {
    // A correction waits for its card however long: until then the card tells of a supply that came back.
    if (isCorrection(write.bytes)) continue;
    if (isGivenUp(write.savedAt, now)) noteWrite(terminal, write, 'not-ratified');
  }
}

/** Signs what the card lacks of these rows' claims anew, on the head that it has now. */
function rebuild(terminal: Terminal, card: CardAtHand, all: readonly CardWrite[]): void {
  const { headVersion } = card.session.identity;
  const rows = all.filter(({ bytes }) => !isCorrection(bytes));
  oweAgain(
    terminal,
    all.filter((row) => !rows.includes(row)),
  );
  for (const claimId of new Set(rows.map((row) => row.claimId))) {
    const mine = rows.filter((row) => row.claimId === claimId);
    const claim = findClaim(terminal.store.reader, claimId);
    const ordered = mine.filter((row) => row.eventId !== claim?.record.eventId);
    if (ordered.length > 0) prescribeAnew(terminal, card, ordered);
    const open = mine.filter((row) => !ordered.includes(row));
    if (claim === null || card.ledger === null || open.length === 0) continue;
    const { decision, input, record, savedAt } = claim;
    const written = { input, decision, eventId: record.eventId, savedAt };
    const signed = listWritesOfEvent(terminal.store.reader, record.eventId);
    const medVersion = medVersionOf(card.session.med);
    const place = { ledger: card.ledger, headVersion, medVersion, recordsBefore: 0 };
    const fillsOf = fillsAsSigned(signed);
    const onCard = countOnCard(signed);
    const plan = planCardWrites(terminal, { ...place, fillsOf }, written, onCard);
    if (plan === null) continue;
    const done = terminal.store.commit((db) => {
      for (const row of open) noteWriteIn(terminal, db, row, 'rebuilt');
      recordCardWrites(db, plan.writes);
    });
    if (done.ok) card.ledger = plan.ledger;
  }
}

/** The same prescription, both of its records, behind the head that the card has now. */
function prescribeAnew(terminal: Terminal, card: CardAtHand, open: readonly CardWrite[]): void {
  const [first] = open;
  const { ledger, cardNumber } = card;
  const writer = terminal.credentials();
  if (first === undefined || ledger === null || writer === null) return;
  const { claimId, eventId, savedAt } = first;
  const { reader } = terminal.store;
  const order = listWritesOfEvent(reader, eventId).flatMap(({ bytes }) => {
    const decoded = decodeRecord(bytes);
    return decoded.ok && decoded.value.type === 'prescription' ? [decoded.value] : [];
  })[0];
  if (order === undefined) return;
  const { headVersion } = card.session.identity;
  const terminalCounter = countCardWrites(reader) + 1;
  const plan = planPrescription(ledger, {
    ...{ ...order, writer, terminalCounter, headVersion, medVersion: 0 },
  });
  const done = terminal.store.commit((db) => {
    for (const row of open) noteWriteIn(terminal, db, row, 'rebuilt');
    recordCardWrites(
      db,
      plan.records.map((bytes, i) => ({
        ...{ cardNumber, seq: ledger.seq + 1 + i, claimId, eventId, savedAt, bytes },
      })),
    );
  });
  if (done.ok) card.ledger = plan.ledger;
}

/** Corrections that have lost their place are owed again: they are signed once the claims have found theirs. */
function oweAgain(terminal: Terminal, rows: readonly CardWrite[]): void {
  if (rows.length === 0) return;
  terminal.store.commit((db) => {
    for (const row of rows) {
      noteWriteIn(terminal, db, row, 'rebuilt');
      markCorrection(db, row.eventId, 'owed');
    }
  });
}

/** Whether the card shows less than it was seen to hold, or something else in its place. */
function isRolledBack({ store }: Terminal, { cardNumber, session }: CardAtHand): boolean {
  const mark = findWatermark(store.reader, cardNumber);
  const head = session.identity.ledgerHead;
  if (mark === null || head === null) return false;
  // A torn write stands before the record that the watermark knows, and is as if it were not there.
  const hash = listWhole(session.records)[0]?.hash ?? head.hash;
  return head.seq < mark.seq || (head.seq === mark.seq && hash !== mark.hash);
}

/** Keeps what the card showed as evidence; nothing that it says is believed, so whatever needs it refers. */
function distrust(terminal: Terminal, card: CardAtHand): false {
  card.ledger = null;
  const { visit } = terminal;
  if (isOwnCard(visit, card)) {
    const why = 'card-rolled-back';
    keepVisit(terminal, {
      ...visit,
      cardSupplies: [unknown(why, 'card')],
      cardCeilings: unknown(why, 'card'),
      ledger: { state: 'unknown', why },
      prescriptions: { state: 'unknown', why },
      ledgerState: null,
    });
    showVisit(terminal);
  }
  const body = {
    what: 'card-rolled-back' as const,
    cardNumber: card.cardNumber,
    records: card.session.records.map(toHex),
  };
  const eventId = uuidV7(terminal.clock.now());
  terminal.store.commit((db) => recordEvent(terminal, db, { eventId, type: 'audit', body }));
  terminal.wakeSync();
  return false;
}
