import { randomBytes } from 'node:crypto';
import {
  type HistoryReading,
  type IdentityReading,
  readHistory,
  readIdentity,
  supplyFacts,
} from '#card/read-member-card.ts';
import type { CardChannel, CardService, ReaderEvent } from '#card/transport/channel.ts';
import type { ReaderState } from '#contracts/agent-views.ts';
import type { AuditBody } from '#contracts/events/audit.ts';
import { toHex } from '#domain/chain.ts';
import { unknown } from '#domain/facts.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { findTerminalKey, listIssuerKeys } from '#store/reference.ts';
import { keepVisit, type OpenVisit } from './open-visit.ts';
import { recordEvent } from './record-event.ts';
import { showVisit } from './show-visit.ts';
import type { Terminal } from './terminal.ts';
import { uuidV7 } from './uuid-v7.ts';

export interface ReaderFollower {
  /** Opens a new visit for the card in the reader. */
  readAgain(): void;
  /** A visit has ended: reads the card in the reader if it is another one, which waited. */
  leaveCard(cardNumber: string): void;
  stop(): void;
}

/** Turns what happens at the reader into visits: the identity first, the card's history behind it. */
export function followReader(terminal: Terminal, service: CardService): ReaderFollower {
  const isVirtual = service.kind === 'virtual';
  let last: ReaderEvent = { state: 'no-reader' };
  /** The number of the card that is in the reader, once read. */
  let presented: string | null = null;
  // Each event outdates the readings begun before it: what they still bring is dropped.
  let turn = 0;

  const show = (state: ReaderState, reason: Failure | null = null) =>
    terminal.desk.update({
      reader: { state, reader: 'reader' in last ? last.reader : null, isVirtual, failure: reason },
    });

  const handle = (event: ReaderEvent) => {
    last = event;
    turn += 1;
    presented = null;
    if (event.state === 'card') return void readCard(event.reader, turn);
    noteAbsence(terminal);
    if (event.state === 'mute') return show('failed', failure('card-mute'));
    const isWanted = event.state === 'empty' && terminal.visit !== null;
    show(isWanted ? 'same-card-wanted' : event.state);
  };

  const readCard = async (reader: string, myTurn: number) => {
    show('reading');
    const connected = await service.connect(reader);
    if (!connected.ok) return void (myTurn === turn && show('failed', connected.failure));
    const channel = connected.value;
    try {
      await readThrough(channel, () => myTurn === turn);
    } finally {
      await channel.close();
    }
  };

  const readThrough = async (channel: CardChannel, isCurrent: () => boolean) => {
    const identity = await readIdentity(channel, {
      issuerKeys: listIssuerKeys(terminal.store.reader),
      today: terminal.clock.today(),
      randomBytes,
    });
    if (!isCurrent()) return;
    if (!identity.ok) return show('failed', identity.failure);
    presented = identity.value.cardNumber;
    const opened = openVisit(terminal, identity.value);
    show(opened === null ? 'card' : 'failed', opened);
    showVisit(terminal);
    if (opened === null) await readLedger(terminal, channel, identity.value, isCurrent);
  };

  const stop = service.watch(handle);
  const leaveCard = (cardNumber: string) => {
    if (presented !== null && presented !== cardNumber) handle(last);
  };
  return { readAgain: () => handle(last), leaveCard, stop };
}

/** Opens a visit for this card, or takes up the one that waits for it; a failure where another is open. */
function openVisit(terminal: Terminal, identity: IdentityReading): Failure | null {
  const { visit } = terminal;
  if (visit !== null && visit.card.cardNumber !== identity.cardNumber && isTyped(visit)) {
    return failure('card-changed');
  }
  const isWaited = visit !== null && visit.card.cardNumber === identity.cardNumber;
  // A card that comes back may be another one with the same number: it proves itself anew.
  const opened: OpenVisit = isWaited
    ? { ...visit, card: cardOf(identity), isCardPresent: true, ledger: { state: 'reading' } }
    : newVisit(terminal, identity);
  const kept = keepVisit(terminal, opened);
  return kept.ok ? null : kept.failure;
}

function newVisit({ clock }: Terminal, identity: IdentityReading): OpenVisit {
  const now = clock.now();
  return {
    visitId: uuidV7(now),
    claimId: uuidV7(now),
    eventId: uuidV7(now),
    openedAt: now,
    serviceDate: clock.today(),
    person: identity.person,
    card: cardOf(identity),
    isCardPresent: true,
    holder: 'not-yet',
    encounter: 'outpatient',
    diagnoses: [],
    lines: [],
    ledger: { state: 'reading' },
    cardSupplies: [unknown('not-present', 'card')],
  };
}

const cardOf = ({ cardNumber, proof, validity }: IdentityReading): OpenVisit['card'] => ({
  cardNumber,
  proof,
  validity,
});

async function readLedger(
  terminal: Terminal,
  channel: CardChannel,
  identity: IdentityReading,
  isCurrent: () => boolean,
): Promise<void> {
  const history = await readHistory(channel, identity, {
    findTerminalKey: (keyId) => findTerminalKey(terminal.store.reader, keyId),
    maxRecords: historyLength,
  });
  const { visit } = terminal;
  if (!isCurrent() || visit === null || visit.card.cardNumber !== identity.cardNumber) return;
  const read: Pick<OpenVisit, 'ledger' | 'cardSupplies'> = history.ok
    ? {
        ledger: { state: 'read', entries: history.value.entries },
        cardSupplies: supplyFacts(history.value, terminal.clock.now()),
      }
    : {
        ledger: { state: 'unknown', why: 'unreadable' },
        cardSupplies: [unknown('unreadable', 'card')],
      };
  keepVisit(terminal, { ...visit, ...read });
  if (history.ok) keepEvidence(terminal, identity, history.value);
  showVisit(terminal);
}

/** Forged records go into the chain as they were read: they are evidence against whoever wrote them. */
function keepEvidence(
  terminal: Terminal,
  { cardNumber }: IdentityReading,
  { evidence }: HistoryReading,
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

/** How many ledger records the window shows; the supply check needs only the newest group. */
const historyLength = 12;

/** The card is gone: an untouched visit ends, one with anything typed stays and waits. */
function noteAbsence(terminal: Terminal): void {
  const { visit } = terminal;
  if (visit === null) return;
  keepVisit(terminal, isTyped(visit) ? { ...visit, isCardPresent: false } : null);
  showVisit(terminal);
}

const isTyped = (visit: OpenVisit): boolean => visit.lines.length > 0 || visit.diagnoses.length > 0;
