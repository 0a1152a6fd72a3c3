/** A short C-APDU taken apart (ISO/IEC 7816-4 section 5.1). */
export interface Command {
  readonly classByte: number;
  readonly instruction: number;
  readonly p1: number;
  readonly p2: number;
  /** Null when the command carries none. */
  readonly body: Uint8Array | null;
  /** How many bytes are wanted, 1 to 256; null when none are. */
  readonly wanted: number | null;
}

/** Null when the lengths do not add up to a short command. */
export function parseCommand(bytes: Uint8Array): Command | null {
  if (bytes.length < 4) return null;
  const [classByte = 0, instruction = 0, p1 = 0, p2 = 0, length] = bytes;
  const rest = length === undefined ? { body: null, wanted: null } : parseRest(bytes, length);
  return rest === null ? null : { classByte, instruction, p1, p2, ...rest };
}

/** What follows the header: a wanted length, or a body with or without one. */
function parseRest(bytes: Uint8Array, length: number): Pick<Command, 'body' | 'wanted'> | null {
  if (bytes.length === 5) return { body: null, wanted: toWanted(length) };
  const body = bytes.slice(5, 5 + length);
  if (length === 0 || body.length < length) return null;
  const behind = bytes.subarray(5 + length);
  if (behind.length > 1) return null;
  return { body, wanted: behind[0] === undefined ? null : toWanted(behind[0]) };
}

/** Zero stands for 256. */
const toWanted = (length: number): number => (length === 0 ? 256 : length);
