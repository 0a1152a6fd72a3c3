import type { PinState } from '#card/holder-pin.ts';
import type { PrescriptionReading } from '#card/judge-prescriptions.ts';
import type { CardSession } from '#card/open-session.ts';
import type { PinPad } from '#card/pin-pad.ts';
import type { LedgerState } from '#card/profile/ledger-builder.ts';
import type { HistoryReading } from '#card/read-member-card.ts';
import type { CardChannel } from '#card/transport/channel.ts';
import type { CardWork } from '#contracts/card-sessions-api.ts';
import type { Instant } from '#domain/dates.ts';
import type { PlannedReturns } from './owed-correction.ts';

/** The card in the reader, its session open. Commands go one after another: a card answers one at a time. */
export interface CardAtHand {
  readonly cardNumber: string;
  readonly session: CardSession;
  /** What the next record follows; null where this terminal cannot write to this card. */
  ledger: LedgerState | null;
  /** Older records, once they are read. */
  further: HistoryReading | null;
  /** What it tells of prescriptions, once all that may hold any is read. */
  prescriptions: PrescriptionReading | null;
  /** What came back of what it tells, and is not yet known to be taken off it; null: nothing. */
  returns: PlannedReturns | null;
  /** Why its photo cannot be shown; null while nothing speaks against it. */
  photoTrouble: 'wrong' | 'unreadable' | null;
  /** How the holder's PIN stands; null where the card asks for none, or was not asked yet. */
  pin: PinState | null;
  /** In which visit the holder last entered the PIN rightly, and when; null: in none of this session. */
  pinProven: { readonly visitId: string; readonly at: Instant } | null;
  /** The keys of the reader itself, where it has any that take a PIN. */
  pad: PinPad | null;
  /** What the issuer was ordered to do with it, as far as the centre was asked. */
  offers: readonly CardWork[];
  /** Something was sent to be written since the session was opened: what it read may no longer be true. */
  isChanged: boolean;
  /** Records that the card was asked to append in this session: it takes no more than `appendsPerSession`. */
  appends: number;
  /** Runs the work when the channel is free. Once the card is gone its commands fail, and do no harm. */
  use<T>(work: (channel: CardChannel) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export function holdCard(channel: CardChannel, session: CardSession): CardAtHand {
  let last: Promise<unknown> = Promise.resolve();
  const use = <T>(work: (channel: CardChannel) => Promise<T>): Promise<T> => {
    const next = last.then(() => work(channel));
    last = next.catch(() => undefined);
    return next;
  };
  return {
    cardNumber: session.identity.cardNumber,
    session,
    ledger: session.ledger,
    further: null,
    prescriptions: null,
    returns: null,
    photoTrouble: null,
    pin: null,
    pinProven: null,
    pad: null,
    offers: [],
    isChanged: false,
    appends: 0,
    use,
    close: () => use((open) => open.close()),
  };
}
