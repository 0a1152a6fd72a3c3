import { findCertificate } from '#card/profile/cvc.ts';
import { writersOf } from '#card/profile/record-writers.ts';
import type { AuditBody } from '#contracts/events/audit.ts';
import { toHex } from '#domain/chain.ts';
import { listPendingWrites, recordCardWrites } from '#store/card-journal.ts';
import { markCorrection } from '#store/voids.ts';
import type { CardAtHand } from './card-at-hand.ts';
import { honourReturns, noteReturns } from './honour-returns.ts';
import type { PlannedCorrection } from './owed-correction.ts';
import { recordEvent } from './record-event.ts';
import type { Terminal } from './terminal.ts';
import { uuidV7 } from './uuid-v7.ts';
import { writeCard } from './write-card.ts';

/**
 * Appends what voids owe to this card's history, as it was honoured (CARD, "A reversal after the card has left").
 * Comes after recovery: a claim whose own records are still in doubt is corrected when they no longer are. A terminal
 * that may not leaves it owed. Whether it wrote to the card.
 */
export async function correctCard(terminal: Terminal, card: CardAtHand): Promise<boolean> {
  const { cardNumber, ledger, returns } = card;
  if (returns === null || returns.before !== ledger || !mayCorrect(terminal)) return false;
  // What waits for this card comes before them: until it is there, nobody knows what they follow.
  if (listPendingWrites(terminal.store.reader, cardNumber).length > 0) return false;
  let seq = ledger.seq + 1;
  for (const planned of returns.corrections) {
    if (!keep(terminal, cardNumber, planned, seq)) break;
    card.ledger = planned.ledger;
    seq += planned.records.length;
  }
  const written = await writeCard(terminal, card);
  if (written > 0 && written === seq - ledger.seq - 1) noteReturns(terminal, card, 'appended');
  return written > 0;
}

/** What came back is taken off the card in hand, which is then read anew, since a visit rests on what was read. */
export async function takeBack(terminal: Terminal, card: CardAtHand): Promise<void> {
  await honourReturns(terminal, card);
  const isWritten = await correctCard(terminal, card);
  if (isWritten && terminal.card === card && terminal.visit !== null) terminal.reader.readAgain();
}

/** Whether cards let this terminal take back what they tell. */
function mayCorrect(terminal: Terminal): boolean {
  const own = terminal.credentials();
  const roles = own === null ? [] : (findCertificate(own.certificate)?.roles ?? []);
  return writersOf.correction.some((role) => roles.includes(role));
}

/** Journal, void and the evidence of what was signed, in one commit. */
function keep(
  terminal: Terminal,
  cardNumber: string,
  { owed: { claimId, voidId }, records }: PlannedCorrection,
  seq: number,
): boolean {
  const savedAt = terminal.clock.now();
  const body: AuditBody = { what: 'correction-signed', cardNumber, records: records.map(toHex) };
  const place = { cardNumber, claimId, eventId: voidId, savedAt };
  return terminal.store.commit((db) => {
    recordEvent(terminal, db, { eventId: uuidV7(savedAt), type: 'audit', body });
    markCorrection(db, voidId, 'signed');
    recordCardWrites(
      db,
      records.map((bytes, i) => ({ ...place, seq: seq + i, bytes })),
    );
  }).ok;
}
