import { createHash } from 'node:crypto';
import { canonicalText } from '#contracts/signed-bytes.ts';
import { bytesToSign, type Envelope, fromHex, hashEnvelope } from '#domain/chain.ts';
import type { EnrolledTerminal } from '../database/terminals.ts';
import { isSignedByEd25519 } from '../keys.ts';
import type { UploadedLine } from './read-upload.ts';

const tools = {
  canonicalize: (value: unknown): Uint8Array => new TextEncoder().encode(canonicalText(value)),
  sha256: (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest(),
};

/** Whether the line is an event of this terminal, unaltered: its own id, its hash, its signature. */
export function isGenuine({ envelope, event }: UploadedLine, terminal: EnrolledTerminal): boolean {
  return (
    event.envelope.terminalId === terminal.terminalId &&
    hashOf(envelope) === event.hash &&
    isSignedByEd25519(bytesToSign(event.hash), fromHex(event.sig), fromHex(terminal.chainKey))
  );
}

/** Null for JSON nested beyond what can be canonicalised: its sender could not have hashed it either. */
function hashOf(envelope: unknown): string | null {
  try {
    return hashEnvelope(envelope as Envelope, tools);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
