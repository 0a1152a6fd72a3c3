import { z } from 'zod';
import { hexSchema, instantSchema } from '#contracts/schemas.ts';
import type { Instant } from '#domain/dates.ts';
import type { Reader, Writer } from './connection.ts';

/** Who this terminal is. It makes its keys at the first start; the server's facts come with enrolment. */
export interface Identity {
  readonly terminalId: string;
  readonly epoch: number;
  /** Private Ed25519 key: signs the chain and requests. */
  readonly chainKey: Uint8Array;
  /** Private P-256 key: signs ledger records and authenticates to cards. */
  readonly cardKey: Uint8Array;
  readonly providerId: string | null;
  /** Hex, 32 bytes: signs acknowledgements and verdicts. */
  readonly serverKey: string | null;
  /** Hex, 32 bytes: signs reference data. */
  readonly referenceKey: string | null;
  /** Null until a server knows this terminal. */
  readonly enrolledAt: Instant | null;
  /** The latest signed time of the server that was seen. */
  readonly serverTime: Instant | null;
  /** By what cards admit this terminal, 220 bytes; null while the server has not given one. */
  readonly cardCertificate: Uint8Array | null;
}

export function findIdentity(db: Reader): Identity | null {
  const row = db.one(
    `SELECT terminal_id AS terminalId, epoch, chain_key AS chainKey, card_key AS cardKey,
       provider_id AS providerId, server_key AS serverKey, reference_key AS referenceKey,
       enrolled_at AS enrolledAt, server_time AS serverTime,
       card_certificate AS cardCertificate
     FROM identity`,
  );
  return row === null ? null : rowSchema.parse(row);
}

/** Writes the whole identity; without its keys the chain could not go on, so it reaches the main file at once. */
export function recordIdentity(db: Writer, identity: Identity): void {
  db.run(
    `INSERT OR REPLACE INTO identity (only, terminal_id, epoch, chain_key, card_key,
       provider_id, server_key, reference_key, enrolled_at, server_time, card_certificate)
     VALUES (1, :terminalId, :epoch, :chainKey, :cardKey,
       :providerId, :serverKey, :referenceKey, :enrolledAt, :serverTime, :cardCertificate)`,
    {
      ...identity,
      chainKey: Buffer.from(identity.chainKey),
      cardKey: Buffer.from(identity.cardKey),
      cardCertificate: bytesOrNull(identity.cardCertificate),
    },
  );
  db.checkpointAfterwards();
}

/** Replaces the certificate by a fresh one. */
export function recordCardCertificate(db: Writer, certificate: Uint8Array): void {
  db.run('UPDATE identity SET card_certificate = :certificate', {
    certificate: Buffer.from(certificate),
  });
}

/** Keeps the latest signed time of the server; an earlier one changes nothing. */
export function noteServerTime(db: Writer, serverTime: Instant): void {
  db.run(
    `UPDATE identity SET server_time = :serverTime
     WHERE server_time IS NULL OR server_time < :serverTime`,
    { serverTime },
  );
}

const bytesOrNull = (bytes: Uint8Array | null): Buffer | null =>
  bytes === null ? null : Buffer.from(bytes);

const rowSchema = z.object({
  terminalId: z.string(),
  epoch: z.number(),
  chainKey: z.instanceof(Uint8Array),
  cardKey: z.instanceof(Uint8Array),
  providerId: z.string().nullable(),
  serverKey: hexSchema(32).nullable(),
  referenceKey: hexSchema(32).nullable(),
  enrolledAt: instantSchema.nullable(),
  serverTime: instantSchema.nullable(),
  cardCertificate: z.instanceof(Uint8Array).nullable(),
});
