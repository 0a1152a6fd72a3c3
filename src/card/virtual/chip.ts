import type { CardImage } from '../issue/card-image.ts';
import { concatBytes } from '../profile/bytes.ts';
import type { Certificate } from '../profile/cvc.ts';
import { decodeHead, type Head } from '../profile/head.ts';
import type { LedgerHead } from '../profile/head-proof.ts';
import { decodeRecord, hashOfRecord, noRecordHash } from '../profile/ledger-codec.ts';
import type { Signer } from '../profile/p256.ts';
import { statusWords } from '../status-words.ts';

/** What the chip remembers. */
export interface Chip {
  readonly signer: Signer;
  /** Survives the loss of power: replaced as a whole at each write. */
  image: CardImage;
  /** Does not. */
  volatile: Volatile;
  /** The power fails in the middle of whatever record is written next. */
  isFailing: boolean;
}

export interface Volatile {
  readonly isSelected: boolean;
  /** Verified, and not yet shown to belong to whoever presented it. */
  readonly certificate: Certificate | null;
  /** Given out, and not yet answered. */
  readonly challenge: Uint8Array | null;
  /** Who proved to hold the key of its certificate. */
  readonly terminal: Certificate | null;
  /** Records appended since the reset. */
  readonly appends: number;
  /** PHOTO is the current file. */
  readonly isPhotoSelected: boolean;
  /** The holder's PIN was right since the reset. */
  readonly isPinVerified: boolean;
}

export const afterReset: Volatile = {
  isSelected: false,
  certificate: null,
  challenge: null,
  terminal: null,
  appends: 0,
  isPhotoSelected: false,
  isPinVerified: false,
};

/** The newest HEAD that was written to its end; null where there is none. */
export function findHead({ image }: Chip): Head | null {
  const decoded = image.head.map(decodeHead).find(({ ok }) => ok);
  return decoded?.ok ? decoded.value.head : null;
}

/** The number under which the card was issued. */
export const findCardNumber = (chip: Chip): string | null => findHead(chip)?.cardNumber ?? null;

/** What the next record must follow: the newest one that was written to its end. */
export function chainHead({ image }: Chip): LedgerHead {
  for (const bytes of image.ledger) {
    const decoded = decodeRecord(bytes);
    if (decoded.ok) return { seq: decoded.value.seq, hash: hashOfRecord(bytes) };
  }
  return { seq: 0, hash: noRecordHash };
}

/** What the chip signs: the newest sequence, and the hash of record 1 as it is stored. */
export function provenHead(chip: Chip): LedgerHead {
  const newest = chip.image.ledger[0];
  const hash = newest === undefined ? noRecordHash : hashOfRecord(newest);
  return { seq: chainHead(chip).seq, hash };
}

export const word = (statusWord: number): Uint8Array =>
  Uint8Array.of(statusWord >> 8, statusWord & 0xff);

export const wordWithLe = (length: number): Uint8Array => Uint8Array.of(0x6c, length);

/** The answer, where as much of it is wanted as there is. */
export const answer = (body: Uint8Array, wanted: number): Uint8Array =>
  wanted === 256 || wanted === body.length
    ? concatBytes(body, word(statusWords.done))
    : wordWithLe(body.length);
