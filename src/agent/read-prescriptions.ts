import {
  judgePrescriptions,
  oldestOf,
  type PrescriptionReading,
} from '#card/judge-prescriptions.ts';
import { readLedger } from '#card/read-ledger.ts';
import { isSameMedicine } from '#domain/adjudication/substitution.ts';
import { addDays, type CalendarDate, dayOf } from '#domain/dates.ts';
import { listUnwritten } from '#store/card-journal.ts';
import type { CardAtHand } from './card-at-hand.ts';
import { findLedgerKey } from './find-ledger-key.ts';
import { withReturns } from './returns-on-card.ts';
import type { Terminal } from './terminal.ts';

/**
 * Reads the ledger on from what is known of it until no prescription of use can lie further back, a few records
 * at a time, so that a write need not wait; null where the card was gone, or is no longer wanted, before that.
 */
export async function readPrescriptions(
  terminal: Terminal,
  card: CardAtHand,
  known: readonly Uint8Array[],
  isWanted: () => boolean,
): Promise<PrescriptionReading | null> {
  const since = addDays(terminal.clock.today(), -longestValidity(terminal));
  let stored = known;
  let isWhole = false;
  while (!isWhole && !isOlder(stored, since)) {
    const wanted = stored.length + recordsPerLook;
    const have = stored;
    const read = await card.use((channel) => readLedger(channel, wanted, have));
    if (!isWanted() || !read.ok) return null;
    isWhole = read.value.length < wanted;
    stored = read.value;
  }
  const { store, reference } = terminal;
  const itemOf = (cardCode: number) => reference.itemsByCardCode.get(cardCode) ?? null;
  return judgePrescriptions(withReturns(card, stored), card.cardNumber, {
    findTerminalKey: (keyId) => findLedgerKey(terminal, keyId),
    unwritten: listUnwritten(store.reader, card.cardNumber).map(({ bytes }) => bytes),
    isSameMedicine: (a, b) => {
      const [one, other] = [itemOf(a), itemOf(b)];
      return a === b || isSameMedicine(one?.code ?? `${a}`, one, other?.code ?? `${b}`, other);
    },
    since,
    isWhole,
  });
}

const recordsPerLook = 8;

/** The most days that a record can state. */
const mostDays = 255;

const longestValidity = ({ reference }: Terminal): number =>
  Math.max(
    mostDays,
    ...reference.rules.itemRules.map(({ prescription }) => prescription?.validDays ?? 0),
  );

function isOlder(stored: readonly Uint8Array[], since: CalendarDate): boolean {
  const oldest = oldestOf(stored);
  return oldest !== null && dayOf(oldest) < since;
}
