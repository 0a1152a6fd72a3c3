import type { Instant, Period } from '#domain/dates.ts';
import type { Person } from '#domain/people.ts';
import { encodeHead, type HeadFlags, type OfflineLimits } from '../profile/head.ts';
import { answerToReset, files, photoFile } from '../profile/layout.ts';
import {
  emptyLedger,
  type LedgerEvent,
  type LedgerWriter,
  planRecords,
  type SuppliedLine,
} from '../profile/ledger-builder.ts';
import type { LedgerTables } from '../profile/ledger-record.ts';
import { encodeMed, type Med } from '../profile/med.ts';
import {
  findSpki,
  generateP256Key,
  issuerKeyIdOf,
  openSigner,
  type Signer,
  sha256,
  terminalKeyIdOf,
} from '../profile/p256.ts';
import { encodePinBlock, pinTries } from '../profile/pin-block.ts';
import type { KeptBaskets } from '../profile/running-ceilings.ts';
import type { CardImage } from './card-image.ts';

/** Whom a card is made for, and what it starts with. */
export interface CardOrder {
  /** Exactly 16 digits. */
  readonly cardNumber: string;
  readonly person: Person;
  /** Up to 20 digits, or up to 10 bytes of other text. */
  readonly policyNumber: string;
  /** Up to 12 bytes of text. */
  readonly planCode: string;
  /** The card's own validity; it always ends. */
  readonly validity: Period;
  /** Without: version 1, no PIN, no photo, nothing decided offline beyond the contract, no history. */
  readonly headVersion?: number;
  readonly flags?: HeadFlags;
  /** The holder's PIN, digits one a byte: with it HEAD says that the full history asks for it. */
  readonly pin?: Uint8Array;
  readonly offlineLimits?: OfflineLimits;
  /** JPEG or PNG, at most 5,120 bytes. */
  readonly photo?: Uint8Array;
  /** For emergencies; without it the card has none. */
  readonly med?: Omit<Med, 'version' | 'writerKeyId'>;
  /** Earlier dispensings and services, oldest first. */
  readonly history?: readonly PastEvent[];
  /** What the card before this one had told the centre; the ledger then begins with it, signed by the issuer. */
  readonly checkpoint?: IssuedCheckpoint;
  /** One of `ledgerCapacities`; a 32 KB chip's without it. */
  readonly ledgerCapacity?: number;
}

/** Where a replaced card's ledger stood: its active supplies and running ceilings. */
export interface IssuedCheckpoint {
  readonly at: Instant;
  readonly tables: LedgerTables;
}

export interface PastEvent {
  readonly type: 'dispense' | 'service';
  readonly at: Instant;
  /** The terminal whose key signs the record. */
  readonly writer: LedgerWriter;
  readonly baskets?: KeptBaskets;
  readonly lines: readonly SuppliedLine[];
}

export interface IssueKeys {
  readonly issuer: Signer;
  /**
   * The public half of the key that vouches for terminals, compressed. With it the chip asks for a
   * certificate before it opens its ledger and believes the issuer above as the issuer's anchor.
   */
  readonly providerAnchor?: Uint8Array;
  /** The card's own private key, PKCS #8 DER; a new one is made without it. */
  readonly card?: Uint8Array;
}

/** Personalises a card: a RangeError for what does not fit it, since orders are checked before. */
export function issueCard(order: CardOrder, keys: IssueKeys): CardImage {
  const cardKey = keys.card ?? generateP256Key();
  const { from, to } = order.validity;
  if (to === null) throw new RangeError("a card's validity ends");
  const photo = fitPhoto(order);
  const headVersion = order.headVersion ?? 1;
  const head = encodeHead(
    {
      version: headVersion,
      cardNumber: order.cardNumber,
      person: order.person,
      policyNumber: order.policyNumber,
      planCode: order.planCode,
      validity: { from, to },
      flags: order.flags ?? { hasPin: order.pin !== undefined },
      cardKey: openSigner(cardKey).publicKey,
      photoHash: photo === null ? null : sha256(photo).slice(0, 16),
      offlineLimits: order.offlineLimits ?? { perClaim: 0, cumulative: 0, claims: 0 },
      issuerKeyId: issuerKeyIdOfSigner(keys.issuer),
    },
    keys.issuer.sign,
  );
  const ledgerCapacity = order.ledgerCapacity ?? files.LEDGER.capacity;
  const { providerAnchor } = keys;
  return {
    atr: answerToReset,
    cardKey,
    head: [head],
    med: order.med === undefined ? [] : [writeMed(order.med, order.cardNumber, keys.issuer)],
    ledger: writeHistory(order, headVersion, keys.issuer).slice(-ledgerCapacity).reverse(),
    ledgerCapacity,
    anchors:
      providerAnchor === undefined
        ? null
        : { provider: providerAnchor, issuer: keys.issuer.publicKey },
    newestDay: null,
    photo,
    pin: memorisePin(order),
  };
}

/** Hex, 4 bytes. */
export function issuerKeyIdOfSigner({ publicKey }: Signer): string {
  const spki = findSpki(publicKey);
  if (spki === null) throw new RangeError('not a point of P-256');
  return issuerKeyIdOf(spki);
}

function fitPhoto({ photo = null }: { readonly photo?: Uint8Array | null }): Uint8Array | null {
  if (photo !== null && photo.length > photoFile.largest) {
    throw new RangeError(`a photo has at most ${photoFile.largest} bytes`);
  }
  return photo;
}

const memorisePin = ({ pin }: Pick<CardOrder, 'pin'>): CardImage['pin'] =>
  pin === undefined ? null : { block: encodePinBlock(pin), triesLeft: pinTries };

const firstMedVersion = 1;

const writeMed = (
  med: NonNullable<CardOrder['med']>,
  cardNumber: string,
  { publicKey, sign }: Signer,
): Uint8Array =>
  encodeMed(
    { ...med, version: firstMedVersion, writerKeyId: terminalKeyIdOf(publicKey) },
    cardNumber,
    sign,
  );

/** Signed records, oldest first. */
function writeHistory(
  { cardNumber, checkpoint, med, history = [] }: CardOrder,
  headVersion: number,
  issuer: Signer,
): Uint8Array[] {
  const counters = new Map<string, number>();
  const records: Uint8Array[] = [];
  let state = emptyLedger(cardNumber);
  const medVersion = med === undefined ? 0 : firstMedVersion;
  if (checkpoint !== undefined) {
    const begun = planRecords(
      { ...state, tables: checkpoint.tables },
      {
        type: 'checkpoint',
        at: checkpoint.at,
        writer: { keyId: terminalKeyIdOf(issuer.publicKey), sign: issuer.sign },
        ...{ terminalCounter: 1, headVersion, medVersion, lines: [] },
      },
    );
    records.push(...begun.records);
    state = begun.state;
  }
  for (const past of history) {
    const terminalCounter = (counters.get(past.writer.keyId) ?? 0) + 1;
    const event: LedgerEvent = { ...past, terminalCounter, headVersion, medVersion };
    const planned = planRecords(state, event);
    counters.set(past.writer.keyId, terminalCounter + planned.records.length - 1);
    records.push(...planned.records);
    state = planned.state;
  }
  return records;
}
