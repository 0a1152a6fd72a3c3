import { appendMed, findMedRecord, nextMedVersion, standingOf } from '#card/append-med.ts';
import type { AppendOutcome } from '#card/append-records.ts';
import { findCertificate } from '#card/profile/cvc.ts';
import { appendsPerSession } from '#card/profile/layout.ts';
import type { Med } from '#card/profile/med.ts';
import { medVersionOf } from '#card/read-med.ts';
import type { MedBody } from '#contracts/events/med.ts';
import type { MedWish } from '#contracts/med-wish.ts';
import { toHex } from '#domain/chain.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { findPendingMed, type MedWrite, markMedWrite, recordMedWrite } from '#store/med-writes.ts';
import { findUser } from '#store/users.ts';
import type { CardAtHand } from './card-at-hand.ts';
import { isOwnCard } from './open-visit.ts';
import { requirePermission } from './permissions.ts';
import { recordEvent } from './record-event.ts';
import type { Terminal } from './terminal.ts';
import { uuidV7 } from './uuid-v7.ts';

/**
 * A doctor writes what is to be known in an emergency: event and record in one transaction, then onto the card, which
 * takes it of a doctor's terminal alone. What the card did not confirm waits for it. The card is read anew afterwards.
 */
export async function writeMed(
  terminal: Terminal,
  wish: MedWish,
): Promise<Result<{ readonly isOnCard: boolean }, Failure>> {
  const planned = planMed(terminal, wish);
  if (!planned.ok) return planned;
  const { body, card, write } = planned.value;
  const saved = terminal.store.commit((db) => {
    recordEvent(terminal, db, { eventId: write.eventId, type: 'med', body });
    recordMedWrite(db, write);
  });
  if (!saved.ok) return saved;
  terminal.wakeSync();
  const stopped = await putOnCard(terminal, card, write);
  if (terminal.card === card) terminal.reader.readAgain();
  // A card that was pulled out, or took enough in this session, gets it at its next insertion.
  const isWaiting = stopped !== null && waiting.includes(stopped.code);
  return stopped === null || isWaiting
    ? succeed({ isOnCard: stopped === null })
    : failWith(stopped);
}

const waiting: readonly Failure['code'][] = ['card-removed', 'card-session-full'];

/** Finishes a MED that this card did not confirm; whether the card was written to. */
export async function recoverMed(terminal: Terminal, card: CardAtHand): Promise<boolean> {
  const write = findPendingMed(terminal.store.reader, card.cardNumber);
  if (write === null) return false;
  const standing = standingOf(write.bytes, card.session.med);
  if (standing === 'unknown') return false;
  if (standing === 'absent') return (await putOnCard(terminal, card, write)) === null;
  terminal.store.commit((db) => markMedWrite(db, write.eventId, standing));
  return false;
}

interface PlannedMed {
  readonly card: CardAtHand;
  readonly body: MedBody;
  readonly write: MedWrite;
}

function planMed(terminal: Terminal, wish: MedWish): Result<PlannedMed, Failure> {
  const permitted = requirePermission(terminal, 'prescribe');
  if (!permitted.ok) return permitted;
  const { card, clock, visit, store } = terminal;
  if (card === null) return failWith(failure('card-absent'));
  if (!isOwnCard(visit, card)) return failWith(failure('visit-absent'));
  const writer = terminal.credentials();
  const { licence, userId } = findUser(store.reader, permitted.value.userId) ?? {};
  // Whether this terminal is a doctor's, the card says.
  if (userId === undefined || licence == null) return failWith(failure('prescriber-unlicensed'));
  if (writer === null || card.session.med.state !== 'read') {
    return failWith(failure('card-med-unread'));
  }
  const medicines = findCardCodes(terminal, wish.medicines);
  if (!medicines.ok) return medicines;
  const { cardNumber } = card;
  const pending = findPendingMed(store.reader, cardNumber)?.version ?? 0;
  const version = nextMedVersion(medVersionOf(card.session.med), pending);
  const med: Med = {
    ...{ version, writtenOn: clock.today(), writerKeyId: writer.keyId },
    bloodGroup: wish.bloodGroup,
    conditions: wish.conditions,
    allergies: wish.allergies,
    standingMedicines: medicines.value,
    emergencyContact: wish.contact,
  };
  const bytes = findMedRecord(med, cardNumber, writer.sign);
  if (bytes === null) return failWith(failure('card-med-full'));
  const savedAt = clock.now();
  const { memberNumber } = visit.person;
  const { providerId } = terminal.provider;
  return succeed({
    card,
    write: { eventId: uuidV7(savedAt), cardNumber, version, bytes, savedAt },
    body: {
      ...{ cardNumber, memberNumber, providerId, version },
      ...{ writer: { userId, licence }, record: toHex(bytes) },
    },
  });
}

/** Items by their code in the insurer's list, or `#` and the card's own code for one that the list does not have. */
function findCardCodes(
  { reference }: Terminal,
  items: readonly string[],
): Result<number[], Failure> {
  const codes: number[] = [];
  for (const item of items) {
    const own = /^#(\d{1,8})$/.exec(item)?.[1];
    const code = own === undefined ? reference.pack.item(item)?.cardCode : Number(own);
    if (code === undefined) return failWith(failure('item-unknown', { item }));
    if (!codes.includes(code)) codes.push(code);
  }
  return succeed(codes);
}

/** Why it is not known to be on the card; null where it is. */
async function putOnCard(
  terminal: Terminal,
  card: CardAtHand,
  write: MedWrite,
): Promise<Failure | null> {
  if (card.appends === appendsPerSession) return failure('card-session-full');
  card.appends += 1;
  card.isChanged = true;
  const appended = await card.use((channel) => appendMed(channel, write.bytes));
  if (appended.outcome !== 'committed') return refusalOf(terminal, appended);
  const noted = terminal.store.commit((db) => markMedWrite(db, write.eventId, 'committed'));
  return noted.ok ? null : noted.failure;
}

/** A card that refused what our certificate does not allow is right: then say that, and not its status word. */
function refusalOf(
  terminal: Terminal,
  appended: Exclude<AppendOutcome, { outcome: 'committed' }>,
): Failure {
  const own = terminal.credentials();
  const roles = own === null ? [] : (findCertificate(own.certificate)?.roles ?? []);
  return appended.outcome === 'refused' && !roles.includes('DOCTOR')
    ? failure('card-med-not-licensed')
    : appended.failure;
}
