import { firstRecordOf } from '#card/corrections/correction.ts';
import { findOnCard, readBackTo } from '#card/corrections/find-on-card.ts';
import { planCorrection } from '#card/corrections/plan-correction.ts';
import type { LedgerState } from '#card/profile/ledger-builder.ts';
import { terminalKeyIdOf } from '#card/profile/p256.ts';
import { countCardWrites } from '#store/card-journal.ts';
import { markCorrection } from '#store/voids.ts';
import type { CardAtHand } from './card-at-hand.ts';
import { takeLedger } from './ledger-of-card.ts';
import { isOwnCard, keepVisit } from './open-visit.ts';
import type { OwedCorrection, PlannedCorrection } from './owed-correction.ts';
import { listOwnCorrections } from './own-corrections.ts';
import type { Terminal } from './terminal.ts';
import { listToldElsewhere, openTold } from './told-corrections.ts';

/**
 * Finds what came back of what the card tells and is not yet taken off it, here or elsewhere, and lets the visit read
 * the card as it will be once that is appended: nothing is decided by a supply that was returned.
 */
export async function honourReturns(terminal: Terminal, card: CardAtHand): Promise<void> {
  const before = card.ledger;
  card.returns = null;
  const corrections =
    before === null || !isBelieved(card) ? [] : await planAll(terminal, card, before);
  if (before !== null && corrections.length > 0) card.returns = { before, corrections };
  noteReturns(terminal, card, corrections.length > 0 ? 'honoured' : undefined);
  if (corrections.length > 0) takeLedger(terminal, card);
}

/** A visit tells, while its card is in, that something was returned, and whether the card knows. */
export function noteReturns(
  terminal: Terminal,
  card: CardAtHand,
  returns: 'honoured' | 'appended' | undefined,
): void {
  const { visit } = terminal;
  if (!isOwnCard(visit, card)) return;
  const { returns: shown, ...rest } = visit;
  // What was appended at this insertion stays told although the card, read anew, owes nothing.
  if (shown === returns || (shown === 'appended' && returns === undefined)) return;
  keepVisit(terminal, returns === undefined ? rest : { ...rest, returns });
}

/** A record of ours on top of what nobody here can verify would pass it off as verified. */
const isBelieved = ({ session: { history } }: CardAtHand): boolean =>
  history.state === 'read' && history.reading.isVerified && history.reading.trouble !== 'forged';

/** What is owed is planned one behind the other, so that each finds the tables that the one before it leaves. */
async function planAll(
  terminal: Terminal,
  card: CardAtHand,
  before: LedgerState,
): Promise<readonly PlannedCorrection[]> {
  const own = listOwnCorrections(terminal, card.cardNumber);
  const told = listToldElsewhere(terminal, card.cardNumber);
  let stored = card.isChanged ? [] : card.session.records;
  const readTo = async (seq: number): Promise<boolean> => {
    const read = await card.use((channel) => readBackTo(channel, seq, stored));
    if (read.ok) stored = read.value;
    return read.ok;
  };
  const planned: PlannedCorrection[] = [];
  const add = (owed: OwedCorrection) => {
    const last = planned.at(-1)?.ledger ?? before;
    const one = plan(terminal, card, owed, { ledger: last, stored, before: planned });
    if (one !== null) planned.push(one);
  };
  for (const owed of own) {
    if (await readTo(firstRecordOf(owed.correction)?.seq ?? 0)) add(owed);
  }
  const opened: OwedCorrection[] = [];
  for (const one of told) {
    const correction = (await readTo(one.correction.seq)) ? openTold(terminal, one, stored) : null;
    const { toldAt, voidId } = one;
    if (correction !== null) opened.push({ voidId, claimId: voidId, correction, toldAt });
  }
  // A claim's later void takes back what the one before it left; ids follow clocks, which are put back.
  for (const one of opened.toSorted((a, b) => a.correction.number - b.correction.number)) add(one);
  return planned;
}

interface Place {
  readonly ledger: LedgerState;
  readonly stored: readonly Uint8Array[];
  readonly before: readonly PlannedCorrection[];
}

/** Null where the card has it already. */
function plan(
  { clock, keys, store }: Terminal,
  card: CardAtHand,
  owed: OwedCorrection,
  { before, ledger, stored }: Place,
): PlannedCorrection | null {
  const found = findOnCard(stored, owed.correction);
  const recordsBefore = before.reduce((sum, { records }) => sum + records.length, 0);
  // Taken off twice, a supply is gone; a ceiling would be given back more than was used of it.
  const once = found.isGone ? { ...owed.correction, baskets: null, uses: [] } : owed.correction;
  const planned = planCorrection(
    ledger,
    once,
    { onCard: found.onCard, earlier: found.before?.supplies ?? null },
    {
      at: clock.now(),
      writer: { keyId: terminalKeyIdOf(keys.card.publicKey), sign: keys.card.sign },
      terminalCounter: countCardWrites(store.reader) + recordsBefore + 1,
      headVersion: card.session.identity.headVersion,
    },
  );
  if (planned.records.length > 0) return { owed, ...planned };
  if (owed.toldAt === null) store.commit((db) => markCorrection(db, owed.voidId, 'signed'));
  return null;
}
