import type { Instant } from './dates.ts';

/** The kinds of event that a terminal's chain carries. */
export type EventType =
  | 'eligibility'
  | 'preauth'
  | 'claim'
  | 'prescription'
  | 'med'
  | 'card-write'
  | 'void'
  | 'day-close'
  | 'audit';

/** What is signed: one link of a terminal's chain. Plain JSON, canonicalised by JCS (RFC 8785). */
export interface Envelope {
  readonly v: 1;
  readonly terminalId: string;
  readonly epoch: number;
  /** 1, 2, 3… within the epoch, without gaps. */
  readonly seq: number;
  /** Hash of the event before; 64 zeros for the first. */
  readonly prevHash: string;
  /** UUIDv7. */
  readonly eventId: string;
  readonly type: EventType;
  readonly body: unknown;
  readonly wall: Instant;
  readonly bootId: string;
  /** Milliseconds since boot: monotonic within one `bootId`. */
  readonly mono: number;
  readonly lastServerTime: Instant | null;
  readonly manifestVersion: number;
  readonly userId: string | null;
}

/** An envelope with its proof: lower-case hex. hash = SHA-256("pos1" || JCS); sig = Ed25519("pos1s" || hash). */
export interface SignedEvent {
  readonly envelope: Envelope;
  readonly hash: string;
  readonly sig: string;
}

export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

/** The cryptography that a link needs; the domain has none of its own. */
export interface ChainTools {
  /** JCS (RFC 8785), as UTF-8 bytes. */
  canonicalize(value: unknown): Uint8Array;
  /** SHA-256 of the bytes, 32 bytes. */
  sha256(bytes: Uint8Array): Uint8Array;
}

export const chainStart: ChainHead = { seq: 0, hash: '0'.repeat(64) };

/** "pos1" and "pos1s" in ASCII. */
const hashPrefix = Uint8Array.of(0x70, 0x6f, 0x73, 0x31);
const signaturePrefix = Uint8Array.of(...hashPrefix, 0x73);

/** Hash of an envelope: SHA-256("pos1" || JCS(envelope)), lower-case hex. */
export function hashEnvelope(envelope: Envelope, tools: ChainTools): string {
  return toHex(tools.sha256(concat(hashPrefix, tools.canonicalize(envelope))));
}

/** The bytes that the terminal's Ed25519 key signs: "pos1s" || hash (32 bytes). */
export const bytesToSign = (hash: string): Uint8Array => concat(signaturePrefix, fromHex(hash));

/** Links a new event behind the head and signs it. */
export function linkEvent(
  head: ChainHead,
  content: Omit<Envelope, 'v' | 'seq' | 'prevHash'>,
  tools: ChainTools & { sign(bytes: Uint8Array): Uint8Array },
): SignedEvent {
  const envelope: Envelope = { v: 1, ...content, seq: head.seq + 1, prevHash: head.hash };
  const hash = hashEnvelope(envelope, tools);
  return { envelope, hash, sig: toHex(tools.sign(bytesToSign(hash))) };
}

export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

export function fromHex(hex: string): Uint8Array {
  if (hex.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(hex)) throw new RangeError('not hexadecimal');
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) =>
    Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16),
  );
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a, 0);
  joined.set(b, a.length);
  return joined;
}
