/** Names and sizes of profile MC-1. */

/** Application identifier, proprietary and unregistered (ISO/IEC 7816-5, first nibble F). */
export const applicationId = Uint8Array.of(0xf0, 0x4f, 0x48, 0x43, 0x01, 0x00, 0x01, 0x00);

export const files = {
  HEAD: { fid: 0x0101, sfi: 1, recordSize: 252, capacity: 3 },
  MED: { fid: 0x0102, sfi: 2, recordSize: 252, capacity: 4 },
  LEDGER: { fid: 0x0103, sfi: 3, recordSize: 240, capacity: 96 },
} as const;

/** Ledger records that a chip keeps, by the size of its memory. */
export const ledgerCapacities = { '32 KB': files.LEDGER.capacity, '64 KB': 220 } as const;

/** The holder's photo: transparent, so read by READ BINARY, and written when the card is made. */
export const photoFile = { fid: 0x0104, sfi: 4, largest: 5120 } as const;

export type FileName = keyof typeof files;

/** How many records one session may append. */
export const appendsPerSession = 3;

/**
 * How many of the newest ledger records a card shows without its holder's PIN: what dispensing looks at, which is
 * the newest group and, as a rule, whatever may hold a prescription still of use.
 */
export const recordsWithoutPin = 33;

/** Random bytes in each challenge, the card's and the terminal's. */
export const challengeSize = 16;

/** Raw r||s of ECDSA over P-256. */
export const signatureSize = 64;

/**
 * Answer to reset: T=1 only, and in compact TLV the name "MC-1" (ISO/IEC 7816-3 section 8).
 * The last byte is the check byte: all bytes after TS exclusive-or to zero.
 */
export const answerToReset = withCheckByte(0x3b, 0x86, 0x01, 0x80, 0x54, 0x4d, 0x43, 0x2d, 0x31);

function withCheckByte(...bytes: readonly number[]): Uint8Array {
  const check = bytes.slice(1).reduce((sum, byte) => sum ^ byte, 0);
  return Uint8Array.of(...bytes, check);
}
