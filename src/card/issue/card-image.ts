import { z } from 'zod';
import { fromHex, toHex } from '#domain/chain.ts';
import { type CalendarDate, findCalendarDate } from '#domain/dates.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { files, photoFile } from '../profile/layout.ts';
import { pinBlockSize, pinTries } from '../profile/pin-block.ts';

/** All that a personalised card holds. Records are listed newest first, as the card numbers them. */
export interface CardImage {
  readonly atr: Uint8Array;
  /** PKCS #8 DER; on a real chip it never leaves the chip. */
  readonly cardKey: Uint8Array;
  readonly head: readonly Uint8Array[];
  readonly med: readonly Uint8Array[];
  readonly ledger: readonly Uint8Array[];
  /** How many ledger records the chip keeps. */
  readonly ledgerCapacity: number;
  /** Whose certificates the chip believes; null on a card whose ledger is open to any reader. */
  readonly anchors: Anchors | null;
  /** The newest day that the chip saw in a certificate; null before the first. */
  readonly newestDay: CalendarDate | null;
  /** JPEG or PNG; null on a card without. */
  readonly photo: Uint8Array | null;
  /** The holder's PIN; null on a card that was given none. */
  readonly pin: PinMemory | null;
}

export interface PinMemory {
  /** ISO 9564-1 format 2; on a real chip it never leaves the chip. */
  readonly block: Uint8Array;
  /** 0: blocked. */
  readonly triesLeft: number;
}

/** Compressed P-256 points, 33 bytes. */
export interface Anchors {
  /** Vouches for providers' terminals. */
  readonly provider: Uint8Array;
  /** Signs HEAD, and alone grants role ISSUER. */
  readonly issuer: Uint8Array;
}

/** The image as JSON text with hexadecimal bytes. */
export function encodeCardImage(image: CardImage): string {
  const file = {
    format: 'mc-1-card-image',
    atr: toHex(image.atr),
    cardKey: toHex(image.cardKey),
    head: image.head.map(toHex),
    med: image.med.map(toHex),
    ledger: image.ledger.map(toHex),
    ledgerCapacity: image.ledgerCapacity,
    anchors:
      image.anchors === null
        ? null
        : { provider: toHex(image.anchors.provider), issuer: toHex(image.anchors.issuer) },
    newestDay: image.newestDay,
    photo: image.photo === null ? null : toHex(image.photo),
    pin:
      image.pin === null ? null : { block: toHex(image.pin.block), triesLeft: image.pin.triesLeft },
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Parses the text that `encodeCardImage` wrote. */
export function decodeCardImage(text: string): Result<CardImage, Failure> {
  const parsed = imageSchema.safeParse(parseJson(text));
  if (parsed.success) {
    const { format: _, ...image } = parsed.data;
    return succeed(image);
  }
  const issue = parsed.error.issues[0];
  const where = `card image ${issue?.path.join('.') ?? ''}`.trim();
  return failWith(failure('input-malformed', { where, why: issue?.message ?? 'not JSON' }));
}

const hex = (minimum: number, maximum: number) =>
  z
    .string()
    .regex(/^([0-9a-f]{2})*$/, 'expected lower-case hex')
    .transform(fromHex)
    .refine(
      ({ length }) => length >= minimum && length <= maximum,
      `expected ${minimum} to ${maximum} bytes`,
    );

const recordOf = (size: number) => hex(size, size);

const imageSchema = z.object({
  format: z.literal('mc-1-card-image'),
  // ISO/IEC 7816-3: TS, T0 and at most 31 more.
  atr: hex(2, 33),
  cardKey: hex(1, 500),
  head: z.array(recordOf(files.HEAD.recordSize)).min(1).max(files.HEAD.capacity),
  med: z.array(recordOf(files.MED.recordSize)).max(files.MED.capacity).default([]),
  ledger: z.array(recordOf(files.LEDGER.recordSize)).max(254),
  ledgerCapacity: z.number().int().min(1).max(254),
  anchors: z
    .object({ provider: hex(33, 33), issuer: hex(33, 33) })
    .nullable()
    .default(null),
  newestDay: z
    .string()
    .transform((text, context) => {
      const day = findCalendarDate(text);
      if (day !== null) return day;
      context.addIssue('expected a day');
      return z.NEVER;
    })
    .nullable()
    .default(null),
  photo: hex(1, photoFile.largest).nullable().default(null),
  pin: z
    .object({
      block: hex(pinBlockSize, pinBlockSize),
      triesLeft: z.number().int().min(0).max(pinTries),
    })
    .nullable()
    .default(null),
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
