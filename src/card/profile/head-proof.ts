import { fromHex, toHex } from '#domain/chain.ts';
import { asciiBytes, concatBytes, readUint, writeUint } from './bytes.ts';
import { signatureSize } from './layout.ts';

/** The newest record that the card's ledger holds: 0 and zeros for none. */
export interface LedgerHead {
  readonly seq: number;
  /** First 8 bytes of SHA-256 of record 1 as it is stored, hex. */
  readonly hash: string;
}

/** The card's answer to a challenge: the head of its ledger, and its signature over both. */
export interface HeadProof {
  readonly head: LedgerHead;
  readonly signature: Uint8Array;
}

/** seq (3) || hash (8) || signature (64). */
export const headProofSize = 11 + signatureSize;

/** What the card signs: "MC-I1" || challenge || seq || hash. */
export const bytesToProve = (challenge: Uint8Array, head: LedgerHead): Uint8Array =>
  concatBytes(asciiBytes('MC-I1'), challenge, encodeLedgerHead(head));

export const encodeHeadProof = ({ head, signature }: HeadProof): Uint8Array =>
  concatBytes(encodeLedgerHead(head), signature);

/** Null when the length is wrong. */
export function findHeadProof(answer: Uint8Array): HeadProof | null {
  if (answer.length !== headProofSize) return null;
  const hash = toHex(answer.subarray(3, 11));
  return { head: { seq: readUint(answer, 0, 3), hash }, signature: answer.slice(11) };
}

/** seq (3) || hash (8). */
export function encodeLedgerHead({ seq, hash }: LedgerHead): Uint8Array {
  const bytes = new Uint8Array(11);
  writeUint(bytes, 0, 3, seq);
  bytes.set(fromHex(hash), 3);
  return bytes;
}
