import { createHash, randomBytes } from 'node:crypto';
import type { TerminalRoles } from '#contracts/admin-api.ts';
import type { Instant } from '#domain/dates.ts';
import { addCode } from '../database/codes.ts';
import type { Database } from '../database/tables.ts';

const lifetime = 24 * 60 * 60 * 1000;

export interface MintedCode {
  /** 128 bits in hex, told once: the server keeps its hash alone. */
  readonly code: string;
  readonly providerId: string;
  readonly expiresAt: Instant;
  /** Null: all that the provider may. */
  readonly cardRoles: TerminalRoles | null;
}

/** Mints a one-time enrolment code for a provider's terminal; it lasts 24 hours. */
export async function mintCode(
  db: Database,
  providerId: string,
  cardRoles: TerminalRoles | null = null,
  code = randomBytes(16).toString('hex'),
): Promise<MintedCode> {
  const expiresAt = new Date(Date.now() + lifetime).toISOString() as Instant;
  await addCode(db, { codeHash: hashCode(code), providerId, expiresAt, cardRoles });
  return { code, providerId, expiresAt, cardRoles };
}

/** What is stored of a code. It is random, so one SHA-256 over its 16 bytes is enough. */
export const hashCode = (code: string): string =>
  createHash('sha256').update(Buffer.from(code, 'hex')).digest('hex');
