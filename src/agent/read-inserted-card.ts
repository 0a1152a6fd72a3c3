import { randomBytes } from 'node:crypto';
import { readOtherCard } from '#card/kinds/recognise-card.ts';
import { openCardSession } from '#card/open-session.ts';
import type { CardChannel } from '#card/transport/channel.ts';
import type { ReaderState } from '#contracts/agent-views.ts';
import type { Failure } from '#domain/failures.ts';
import { listIssuerKeys } from '#store/reference.ts';
import { type CardAtHand, holdCard } from './card-at-hand.ts';
import { consultCentre } from './consult-centre.ts';
import { correctCard } from './correct-card.ts';
import { findLedgerKey } from './find-ledger-key.ts';
import { takePinState } from './holder-pin.ts';
import { honourReturns } from './honour-returns.ts';
import { takeOffers } from './issuer-at-card.ts';
import { askForCorrections } from './keep-corrections.ts';
import { readFurtherBack, takeLedger } from './ledger-of-card.ts';
import { takePhoto } from './photo-of-card.ts';
import { recoverCard } from './recover-card.ts';
import { showVisit } from './show-visit.ts';
import type { Terminal } from './terminal.ts';
import { openVisit } from './visit-of-card.ts';
import { openVisitOfOtherCard } from './visit-of-other-card.ts';
import { recoverMed } from './write-med.ts';

/** One card's reading, as the reader that began it follows it. */
export interface Reading {
  /** False once something else happened at the reader: what is still read is dropped. */
  isCurrent(): boolean;
  show(state: ReaderState, reason?: Failure | null): void;
  present(cardNumber: string): void;
  /** Reads the card anew, its session having changed what is on it. */
  again(): void;
}

/** What came of a reading: whether its session stays open for what will be written, and what stopped it. */
export interface ReadOutcome {
  readonly isHeld: boolean;
  readonly failure: Failure | null;
}

const dropped: ReadOutcome = { isHeld: false, failure: null };

/** Reads a card from its identity to its history. */
export async function readInsertedCard(
  terminal: Terminal,
  channel: CardChannel,
  reading: Reading,
): Promise<ReadOutcome> {
  const { again, isCurrent, present, show } = reading;
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
      void consultCentre(terminal);
    },
  });
  if (!isCurrent()) return dropped;
  if (!session.ok && session.failure.code === 'card-unknown') {
    return readOther(terminal, channel, reading);
  }
  if (!session.ok) return { isHeld: false, failure: session.failure };
  if (refused !== null) return { isHeld: false, failure: refused };
  const card = holdCard(channel, session.value);
  terminal.card = card;
  takeLedger(terminal, card);
  const held = { isHeld: true, failure: null };
  const hasWritten =
    (await recoverCard(terminal, card)) ||
    (await takeOff(terminal, card)) ||
    (await recoverMed(terminal, card));
  if (hasWritten && isCurrent()) {
    again();
    return held;
  }
  await takePinState(card);
  if (isCurrent()) showVisit(terminal);
  await readFurtherBack(terminal, card, isCurrent);
  if (isCurrent() && (await takeNews(terminal, card)) && isCurrent()) {
    again();
    return held;
  }
  if (isCurrent()) await takePhoto(terminal, card, isCurrent);
  if (isCurrent()) await takeOffers(terminal, card, isCurrent);
  return held;
}

/** What the centre was told of this card since the last turn of sync. Whether it was written to the card. */
async function takeNews(terminal: Terminal, card: CardAtHand): Promise<boolean> {
  return (await askForCorrections(terminal, card.cardNumber)) && (await takeOff(terminal, card));
}

/** What came back counts no longer, and is taken off the card. Whether it was written to. */
async function takeOff(terminal: Terminal, card: CardAtHand): Promise<boolean> {
  await honourReturns(terminal, card);
  return await correctCard(terminal, card);
}

/** A card without MC-1: what another scheme's health card shows, if it is one. It is not held afterwards. */
async function readOther(
  terminal: Terminal,
  channel: CardChannel,
  { isCurrent, present, show }: Reading,
): Promise<ReadOutcome> {
  const read = await readOtherCard(channel);
  if (!isCurrent()) return dropped;
  if (!read.ok) return { isHeld: false, failure: read.failure };
  present(read.value.cardNumber);
  const refused = openVisitOfOtherCard(terminal, read.value);
  if (refused === null) show('card');
  showVisit(terminal);
  void consultCentre(terminal);
  return { isHeld: false, failure: refused };
}
