import { concatBytes, readUint, writeUint } from './profile/bytes.ts';

/**
 * PIN pads of readers as PC/SC part 10 (version 2.02.09) has them: what a reader offers, and the structures by which
 * it is told to take a PIN on its own keys and put it into a command. Numbers are little endian, as PC/SC hosts are.
 */

/** CM_IOCTL_GET_FEATURE_REQUEST = SCARD_CTL_CODE(3400), as PC/SC lite and Windows each make control codes. */
export const featureRequestCode = (isWindows: boolean): number =>
  isWindows ? (0x31 << 16) | (3400 << 2) : 0x42000000 + 3400;

/** FEATURE_VERIFY_PIN_DIRECT and FEATURE_MODIFY_PIN_DIRECT (section 2.3). */
const featureTags = { verify: 0x06, modify: 0x07 } as const;

/** Control codes of what the pad can do by itself; null where it cannot. */
export interface PadFeatures {
  readonly verify: number | null;
  readonly modify: number | null;
}

/** The answer to GET_FEATURE_REQUEST: tag, length 4, control code big endian, for each feature (section 2.2). */
export function readFeatures(answer: Uint8Array): PadFeatures {
  const codes = new Map<number, number>();
  for (let at = 0; at + 6 <= answer.length; at += 6) {
    if (answer[at + 1] !== 4) break;
    codes.set(answer[at] ?? 0, readUint(answer, at + 2, 4));
  }
  const codeOf = (tag: number) => codes.get(tag) ?? null;
  return { verify: codeOf(featureTags.verify), modify: codeOf(featureTags.modify) };
}

/** How the pad words its own display. */
export interface PadLimits {
  /** LANGID of USB: 0x0409 English, 0x0c01 Arabic. */
  readonly language: number;
  readonly least: number;
  readonly most: number;
  /** Seconds that the holder may take; 0 leaves it to the reader. */
  readonly seconds: number;
}

/**
 * PIN_VERIFY_STRUCTURE (section 2.5.2) for a command whose 8-byte body is an ISO 9564-1 format 2 block without a PIN: the
 * pad writes the length into the low nibble of its first byte and the digits from its second on.
 */
export function encodeVerify(command: Uint8Array, limits: PadLimits): Uint8Array {
  const structure = new Uint8Array(19 + command.length);
  structure.set([limits.seconds, limits.seconds, ...format2], 0);
  // wPINMaxExtraDigit: the most in the low byte, the least in the high one.
  structure.set([limits.most, limits.least], 5);
  // bEntryValidationCondition: the validation key; one message, of the reader's own, in that language.
  structure.set([validationKey, 1], 7);
  writeLittle(structure, 9, 2, limits.language);
  // bMsgIndex 0 (enter the PIN) and bTeoPrologue stay zero.
  writeLittle(structure, 15, 4, command.length);
  structure.set(command, 19);
  return structure;
}

/**
 * PIN_MODIFY_STRUCTURE (section 2.5.3): with `hasPresent` the pad asks for the PIN that holds and puts it first, then for
 * the new one, twice; without it the new one alone, which begins the body.
 */
export function encodeModify(
  command: Uint8Array,
  limits: PadLimits,
  hasPresent: boolean,
): Uint8Array {
  const structure = new Uint8Array(24 + command.length);
  structure.set([limits.seconds, limits.seconds, ...format2], 0);
  // bInsertionOffsetOld, bInsertionOffsetNew: where each block begins in the body.
  structure.set([0, hasPresent ? 8 : 0], 5);
  structure.set([limits.most, limits.least], 7);
  // bConfirmPIN: bit 0, the new PIN is entered twice; bit 1, the present one is asked for.
  structure.set([hasPresent ? 3 : 1, validationKey, hasPresent ? 3 : 2], 9);
  writeLittle(structure, 12, 2, limits.language);
  // bMsgIndex1 to 3: present, new, again; without a present one: new, again.
  structure.set(hasPresent ? [0, 1, 2] : [1, 2, 0], 14);
  writeLittle(structure, 20, 4, command.length);
  structure.set(command, 24);
  return structure;
}

/**
 * bmFormatString: system units are bytes, the PIN begins at byte 1 of the block, left justified, BCD. bmPINBlockString:
 * a length of 4 bits, a block of 8 bytes (of which the PIN takes 7). bmPINLengthFormat: the length in bits, 4 behind the
 * beginning of the block.
 */
const format2 = [0x80 | (1 << 3) | 0x01, 0x47, 0x04] as const;
const validationKey = 0x02;

/** An empty block: control 2, no length, filled with F. */
export const emptyBlock: Uint8Array = Uint8Array.of(0x20, ...Array<number>(7).fill(0xff));

/** The body of a change before the pad has filled it. */
export const emptyBlocks: Uint8Array = concatBytes(emptyBlock, emptyBlock);

/** What a pad answers instead of the card (section 2.5.1.2). */
export const padAnswers = {
  timedOut: 0x6400,
  cancelled: 0x6401,
  /** The two entries of a new PIN differ. */
  notTwice: 0x6402,
  /** Too short or too long. */
  wrongLength: 0x6403,
} as const;

function writeLittle(into: Uint8Array, at: number, size: 2 | 4, value: number): void {
  const big = new Uint8Array(size);
  writeUint(big, 0, size, value);
  into.set(big.reverse(), at);
}
