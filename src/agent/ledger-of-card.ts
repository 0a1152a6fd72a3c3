import { judgeLedger } from '#card/judge-ledger.ts';
import type { PrescriptionReading } from '#card/judge-prescriptions.ts';
import type { HistoryState } from '#card/open-session.ts';
import { areEqual } from '#card/profile/bytes.ts';
import { readLedger } from '#card/read-ledger.ts';
import type { HistoryReading, IdentityReading } from '#card/read-member-card.ts';
import type { AuditBody } from '#contracts/events/audit.ts';
import { toHex } from '#domain/chain.ts';
import { unknown } from '#domain/facts.ts';
import type { CardAtHand } from './card-at-hand.ts';
import { findLedgerKey } from './find-ledger-key.ts';
import { isOwnCard, keepVisit, type OpenVisit } from './open-visit.ts';
import { readPrescriptions } from './read-prescriptions.ts';
import { recordEvent } from './record-event.ts';
import { factsOf, historyOf, withReturns } from './returns-on-card.ts';
import { showVisit } from './show-visit.ts';
import type { Terminal } from './terminal.ts';
import { uuidV7 } from './uuid-v7.ts';

/** Puts what the session read of the ledger and of MED into the visit. */
export function takeLedger(terminal: Terminal, card: CardAtHand): void {
  const { visit } = terminal;
  const { identity, ledger, med } = card.session;
  const history = historyOf(terminal, card);
  if (!isOwnCard(visit, identity)) return;
  const read: Pick<OpenVisit, 'ledger' | 'cardSupplies' | 'cardCeilings'> &
    Partial<Pick<OpenVisit, 'prescriptions'>> =
    history.state === 'read'
      ? {
          ledger: { state: 'read', entries: history.reading.entries },
          ...factsOf(terminal, card, history.reading),
        }
      : {
          ledger: history,
          cardSupplies: [unknown(history.why, 'card')],
          cardCeilings: unknown(history.why, 'card'),
          prescriptions: history,
        };
  keepVisit(terminal, { ...visit, ...read, ledgerState: ledger, med });
  if (history.state === 'read') keepEvidence(terminal, identity, history.reading);
  showVisit(terminal);
}

/** Reads older records behind everything that decides: for the screen, and for prescriptions. */
export async function readFurtherBack(
  terminal: Terminal,
  card: CardAtHand,
  isCurrent: () => boolean,
): Promise<void> {
  if (card.session.history.state !== 'read' || findRead(terminal, card) === null) return;
  const isOpen = card.pin === null || card.pin.state === 'verified';
  if (isOpen && !(await readForScreen(terminal, card, isCurrent))) return;
  const isWanted = () => isCurrent() && findRead(terminal, card) !== null;
  const reading = await readPrescriptions(terminal, card, card.session.records, isWanted);
  if (reading === null) return;
  card.prescriptions = reading;
  takePrescriptions(terminal, card, reading);
}

/** Whether the card was still there, and wanted. */
async function readForScreen(
  terminal: Terminal,
  card: CardAtHand,
  isCurrent: () => boolean,
): Promise<boolean> {
  const read = await card.use((channel) => readLedger(channel, historyLength));
  if (!isCurrent() || !read.ok) return false;
  const stored = withReturns(card, read.value);
  const history = judgeLedger(stored, card.cardNumber, (keyId) => findLedgerKey(terminal, keyId));
  card.further = history;
  // Nothing is added to what is kept as evidence.
  if (history.trouble === 'forged') card.ledger = null;
  keepEvidence(terminal, card.session.identity, beyond(card.session.history, history));
  takeFurther(terminal, card, history);
  return true;
}

/** Puts what the card tells of prescriptions into the visit. */
export function takePrescriptions(
  terminal: Terminal,
  card: CardAtHand,
  reading: PrescriptionReading,
): void {
  const visit = findRead(terminal, card);
  if (visit === null) return;
  keepVisit(terminal, { ...visit, prescriptions: { state: 'read', reading } });
  showVisit(terminal);
}

/** The visit of this card, its ledger read and believed. */
function findRead({ visit }: Terminal, card: CardAtHand): OpenVisit | null {
  return isOwnCard(visit, card) && visit.ledger.state === 'read' ? visit : null;
}

/** Puts older records into the visit. */
export function takeFurther(terminal: Terminal, card: CardAtHand, history: HistoryReading): void {
  const visit = findRead(terminal, card);
  if (visit === null) return;
  keepVisit(terminal, {
    ...visit,
    ledger: { state: 'read', entries: history.entries },
    ledgerState: history.trouble === 'forged' ? null : visit.ledgerState,
    // The same supplies, now with who supplied them: the newest record's table does not say.
    cardSupplies: factsOf(terminal, card, history).cardSupplies,
  });
  showVisit(terminal);
}

/** Forged records go into the chain as they were read: they are evidence against whoever wrote them. */
function keepEvidence(
  terminal: Terminal,
  { cardNumber }: IdentityReading,
  { evidence }: Evidence,
): void {
  if (evidence.length === 0) return;
  const body: AuditBody = {
    what: 'ledger-records-forged',
    cardNumber,
    records: evidence.map(toHex),
  };
  const eventId = uuidV7(terminal.clock.now());
  terminal.store.commit((db) => recordEvent(terminal, db, { eventId, type: 'audit', body }));
  terminal.wakeSync();
}

/** What the older records showed that the newest had not. */
function beyond(newest: HistoryState, further: HistoryReading): Evidence {
  const known = newest.state === 'read' ? newest.reading.evidence : [];
  return {
    evidence: further.evidence.filter((bytes) => !known.some((other) => areEqual(other, bytes))),
  };
}

type Evidence = Pick<HistoryReading, 'evidence'>;

/** How many ledger records the window shows; the supply check needs only the newest group. */
const historyLength = 12;
