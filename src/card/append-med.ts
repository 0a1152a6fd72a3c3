import { appendTo, ask } from './apdu.ts';
import { type AppendOutcome, outcomeOf } from './append-records.ts';
import { files } from './profile/layout.ts';
import { decodeMed, encodeMed, type Med } from './profile/med.ts';
import type { MedState } from './read-med.ts';
import type { CardChannel } from './transport/channel.ts';

/** Appends a MED record: the chip takes it of a doctor, and where its version grows. */
export async function appendMed(channel: CardChannel, record: Uint8Array): Promise<AppendOutcome> {
  const asked = await ask(channel, appendTo(files.MED.sfi, record), 'APPEND MED');
  return asked.ok
    ? outcomeOf(asked.value.statusWord, 'APPEND MED')
    : { outcome: 'unknown', failure: asked.failure };
}

/** What the card's MED says of a record that was signed for it. */
export type MedStanding =
  /** It is on the card. */
  | 'committed'
  /** It is not: the same bytes may be appended. */
  | 'absent'
  /** Somebody wrote a newer one, or one in its place: what it says may no longer be so. */
  | 'superseded'
  | 'unknown';

/** A writer signs each version once: version and writer name the record. */
export function standingOf(record: Uint8Array, onCard: MedState): MedStanding {
  const own = decodeMed(record);
  if (!own.ok) return 'unknown';
  // The first MED of a card, torn, leaves nothing to be read; whatever is there, the chip takes a newer one alone.
  if (onCard.state === 'unknown' && onCard.why === 'unreadable') return 'absent';
  if (onCard.state !== 'read') return 'unknown';
  const { med: wanted } = own.value;
  const present = onCard.reading?.med;
  if (present === undefined || present.version < wanted.version) return 'absent';
  const isIt = present.version === wanted.version && present.writerKeyId === wanted.writerKeyId;
  return isIt ? 'committed' : 'superseded';
}

/** The record, signed for this card; null where it says more than a card has room for. */
export function findMedRecord(
  med: Med,
  cardNumber: string,
  sign: (bytes: Uint8Array) => Uint8Array,
): Uint8Array | null {
  try {
    return encodeMed(med, cardNumber, sign);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The version that a new MED has: it grows, past what waits for the card too. */
export const nextMedVersion = (onCard: number, waiting: number): number =>
  Math.max(onCard, waiting) + 1;
