import type { CorrectionPage } from '#contracts/card-corrections.ts';
import type { Ack, TerminalKeyPage } from '#contracts/server-api.ts';
import type { VerdictPage } from '#contracts/verdicts-api.ts';
import type { SignedEvent } from '#domain/chain.ts';
import type { Failure } from '#domain/failures.ts';
import type { Result } from '#domain/result.ts';

/** What sync needs of the store; the agent passes the store's functions. A failed write ends the turn. */
export interface Outbox {
  /** Signed events that the server has not acknowledged, in chain order, at most `limit`. */
  listUnsent(limit: number): readonly SignedEvent[];
  countUnsent(): number;
  /** Everything up to and including `ackSeq` is in the server's custody. */
  recordAck(ack: Ack): Result<unknown, Failure>;
  /** The server expects `seq` next, less than we believed: events from there are unsent again. */
  rewind(seq: number): Result<unknown, Failure>;
}

export interface VerdictSink {
  /** The last `downSeq` applied; 0 at first. */
  cursor(): number;
  /** Page and cursor in one transaction, idempotently; the highest version of a verdict wins. */
  applyPage(page: VerdictPage): Result<unknown, Failure>;
}

export interface TerminalKeySink {
  /** The last `seq` applied; 0 at first. */
  cursor(): number;
  /** Page and cursor in one transaction, idempotently; the latest entry of a key holds. */
  applyPage(page: TerminalKeyPage): Result<unknown, Failure>;
}

export interface CorrectionSink {
  /** The last `seq` applied; 0 at first. */
  cursor(): number;
  /** Page and cursor in one transaction, idempotently; the latest entry of a void holds. */
  applyPage(page: CorrectionPage): Result<unknown, Failure>;
}

/** The terminal's own Ed25519 identity. */
export interface TerminalIdentity {
  readonly terminalId: string;
  readonly epoch: number;
  /** Raw Ed25519 key of the server, 32 bytes, pinned at enrolment. */
  readonly serverKey: Uint8Array;
  sign(bytes: Uint8Array): Uint8Array;
}
