import type { CertificateFields } from '#card/profile/cvc.ts';
import { encodeRecord, hashOfRecord } from '#card/profile/ledger-codec.ts';
import {
  type CheckpointRecord,
  noTables,
  type PrescriptionRecord,
  type RecordHeader,
} from '#card/profile/ledger-record.ts';
import { createVirtualCard, type VirtualCard } from '#card/virtual/virtual-card.ts';
import {
  at,
  certificateFor,
  dispensing,
  makeGuardedImage,
  order,
  otherPharmacy,
  pharmacy,
  type TestTerminal,
} from './card-builders.ts';
import { enter, select } from './terminal-at-card.ts';

/** A card that asks for certificates, a terminal at it, and records that may follow its newest. */

const { cardNumber } = order();
export const image = makeGuardedImage({ history: [dispensing('2026-03-01', otherPharmacy)] });

/** A guarded card with one record, selected. */
export function selected(): VirtualCard {
  const card = createVirtualCard(image);
  select(card);
  return card;
}

/** A card at which the pharmacy is authenticated, with a certificate that was changed so. */
export function entered(change: Partial<CertificateFields> = {}): VirtualCard {
  const card = createVirtualCard(image);
  const entry = enter(card, pharmacy, certificateFor(pharmacy.publicKey, change));
  if (entry !== '9000') throw new Error(entry);
  return card;
}

/** A record that may follow the card's newest, unless what is changed makes it wrong. */
export function recordFor(
  card: VirtualCard,
  change: Partial<CheckpointRecord> = {},
  { writer = pharmacy, number = cardNumber } = {},
): Uint8Array {
  const record: CheckpointRecord = {
    ...headerFor(card, writer),
    type: 'dispense',
    lines: [],
    headVersion: 1,
    medVersion: 1,
    fills: { seq: 0, lines: 0 },
    tables: noTables,
    ...change,
  };
  return encodeRecord(record, number, writer.sign);
}

const headerFor = (card: VirtualCard, writer: TestTerminal): RecordHeader => ({
  seq: 2,
  at: at('2026-03-10'),
  terminalKeyId: writer.keyId,
  terminalCounter: 7,
  prevHash: hashOfRecord(card.image().ledger[0] ?? new Uint8Array(0)),
  group: { index: 0, count: 1 },
});

export function prescriptionFor(card: VirtualCard): Uint8Array {
  const record: PrescriptionRecord = {
    ...headerFor(card, pharmacy),
    type: 'prescription',
    licence: 'D-1',
    specialty: 1,
    validDays: 30,
    diagnoses: ['I10'],
    episode: 1,
    flags: 0,
    lines: [],
  };
  return encodeRecord(record, cardNumber, pharmacy.sign);
}
