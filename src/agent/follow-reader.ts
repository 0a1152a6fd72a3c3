import { randomBytes } from 'node:crypto';
import { readOtherCard } from '#card/kinds/recognise-card.ts';
import { openCardSession } from '#card/open-session.ts';
import type { CardChannel, CardService, ReaderEvent } from '#card/transport/channel.ts';
import type { ReaderState } from '#contracts/agent-views.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { listIssuerKeys } from '#store/reference.ts';
import { holdCard } from './card-at-hand.ts';
import { correctCard } from './correct-card.ts';
import { findLedgerKey } from './find-ledger-key.ts';
import { takePinState } from './holder-pin.ts';
import { readFurtherBack, takeFurther, takeLedger, takePrescriptions } from './ledger-of-card.ts';
import { takePhoto } from './photo-of-card.ts';
import { recoverCard } from './recover-card.ts';
import { showVisit } from './show-visit.ts';
import type { Terminal } from './terminal.ts';
import { noteAbsence, openVisit } from './visit-of-card.ts';
import { openVisitOfOtherCard } from './visit-of-other-card.ts';

export interface ReaderFollower {
  /** Opens a new visit for the card in the reader. */
  readAgain(): void;
  /** A visit has ended: its card is wanted no more, and another one that waited in the reader is read. */
  leaveCard(cardNumber: string | null): void;
  /** Lends the card in the reader, by whoever it is held; afterwards it is read as if it had just come in. */
  borrowCard<T>(work: (channel: CardChannel) => Promise<T>): Promise<Result<T, Failure>>;
  stop(): Promise<void>;
}

/** Turns what happens at the reader into visits: the identity first, the card's history behind it. */
export function followReader(terminal: Terminal, service: CardService): ReaderFollower {
  const isVirtual = service.kind === 'virtual';
  let last: ReaderEvent = { state: 'no-reader' };
  /** The number of the card that is in the reader, once read. */
  let presented: string | null = null;
  // Each event outdates the readings begun before it: what they still bring is dropped.
  let turn = 0;
  /** The reading under way: it ends by itself once it is outdated, and gives its card back. */
  let reading: Promise<unknown> = Promise.resolve();

  const show = (state: ReaderState, reason: Failure | null = null) =>
    terminal.desk.update({
      reader: { state, reader: 'reader' in last ? last.reader : null, isVirtual, failure: reason },
    });

  const handle = (event: ReaderEvent) => {
    last = event;
    turn += 1;
    presented = null;
    const mine = turn;
    const letGo = letGoOfCard(terminal);
    if (event.state === 'card') {
      reading = letGo.then(() => readCard(event.reader, mine));
      return;
    }
    noteAbsence(terminal);
    if (event.state === 'mute') return show('failed', failure('card-mute'));
    if (event.state === 'no-service') return show('no-service', failure('reader-service-absent'));
    if (event.state === 'no-reader') return show('no-reader', failure('reader-absent'));
    const isWanted = event.state === 'empty' && terminal.visit?.card.cardNumber != null;
    show(isWanted ? 'same-card-wanted' : event.state);
  };

  const readCard = async (reader: string, myTurn: number) => {
    if (myTurn !== turn) return;
    show('reading');
    const connected = await service.connect(reader);
    if (!connected.ok) return void (myTurn === turn && show('failed', connected.failure));
    const isHeld = await readThrough(terminal, connected.value, {
      isCurrent: () => myTurn === turn,
      show,
      present: (cardNumber) => {
        presented = cardNumber;
      },
      again: () => handle(last),
    });
    if (!isHeld) await connected.value.close();
  };

  const stopWatching = service.watch(handle);
  return {
    readAgain() {
      const { card } = terminal;
      // Held alone since it was read, and not written to: what it said is still so, and it is asked nothing.
      if (card === null || card.isChanged || last.state !== 'card') return handle(last);
      const refused = openVisit(terminal, card.session.identity);
      show(refused === null ? 'card' : 'failed', refused);
      takeLedger(terminal, card.session);
      if (card.further !== null) takeFurther(terminal, card, card.further);
      if (card.prescriptions !== null) takePrescriptions(terminal, card, card.prescriptions);
      showVisit(terminal);
      // The visit before may have been another's, and ended that reading.
      const mine = turn;
      if (card.prescriptions === null) void readFurtherBack(terminal, card, () => mine === turn);
    },
    leaveCard(cardNumber) {
      if (last.state === 'empty') return show('empty');
      if (presented !== null && presented !== cardNumber) handle(last);
    },
    async borrowCard(work) {
      if (last.state !== 'card') return failWith(failure('card-absent'));
      turn += 1;
      await reading;
      await letGoOfCard(terminal);
      const connected = await service.connect(last.reader);
      if (!connected.ok) return connected;
      try {
        return succeed(await work(connected.value));
      } finally {
        await connected.value.close();
        handle(last);
      }
    },
    async stop() {
      turn += 1;
      stopWatching();
      await reading;
      await letGoOfCard(terminal);
    },
  };
}

/** Gives the card in hand back, if there is one. */
async function letGoOfCard(terminal: Terminal): Promise<void> {
  const { card } = terminal;
  terminal.card = null;
  await card?.close();
}

/** One card's reading, as the reader that began it follows it. */
interface Reading {
  /** False once something else happened at the reader: what is still read is dropped. */
  isCurrent(): boolean;
  show(state: ReaderState, reason?: Failure | null): void;
  present(cardNumber: string): void;
  /** Reads the card anew, its session having changed what is on it. */
  again(): void;
}

/** Reads a card from its identity to its history; whether its session stays open for what will be written. */
async function readThrough(
  terminal: Terminal,
  channel: CardChannel,
  { again, isCurrent, present, show }: Reading,
): Promise<boolean> {
  let refused: Failure | null = null;
  const session = await openCardSession(channel, {
    issuerKeys: listIssuerKeys(terminal.store.reader),
    today: terminal.clock.today(),
    randomBytes,
    terminal: terminal.credentials(),
    findTerminalKey: (keyId) => findLedgerKey(terminal, keyId),
    onIdentity(identity) {
      if (!isCurrent() || identity.proof === 'pending') return;
      present(identity.cardNumber);
      refused = openVisit(terminal, { ...identity, proof: identity.proof });
      show(refused === null ? 'card' : 'failed', refused);
      showVisit(terminal);
    },
  });
  if (!isCurrent()) return false;
  if (!session.ok && session.failure.code === 'card-unknown') {
    await readOther(terminal, channel, { again, isCurrent, present, show });
    return false;
  }
  if (!session.ok) show('failed', session.failure);
  if (!session.ok || refused !== null) return false;
  const card = holdCard(channel, session.value);
  terminal.card = card;
  takeLedger(terminal, session.value);
  const hasWritten = (await recoverCard(terminal, card)) || (await correctCard(terminal, card));
  if (hasWritten && isCurrent()) {
    again();
    return true;
  }
  await takePinState(card);
  if (isCurrent()) showVisit(terminal);
  await readFurtherBack(terminal, card, isCurrent);
  if (isCurrent()) await takePhoto(terminal, card, isCurrent);
  return true;
}

/** A card without MC-1: what another scheme's health card shows, if it is one. It is not held afterwards. */
async function readOther(
  terminal: Terminal,
  channel: CardChannel,
  { isCurrent, present, show }: Reading,
): Promise<void> {
  const read = await readOtherCard(channel);
  if (!isCurrent()) return;
  if (!read.ok) return show('failed', read.failure);
  present(read.value.cardNumber);
  const refused = openVisitOfOtherCard(terminal, read.value);
  show(refused === null ? 'card' : 'failed', refused);
  showVisit(terminal);
}
