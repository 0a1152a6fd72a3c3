import type { Signer } from '#card/profile/p256.ts';
import type { Instant } from '#domain/dates.ts';
import type { CardSessions } from '../cards/card-sessions.ts';
import type { Database } from '../database/tables.ts';
import type { ServerKey } from '../keys.ts';
import type { PublishedReferences } from '../published-references.ts';

/** The opened parts of the server that its routes work on. */
export interface Centre {
  readonly db: Database;
  readonly durability: 'disk' | 'process';
  readonly key: ServerKey;
  /** Raw Ed25519 key under which reference data are published, hex. */
  readonly referenceKey: string;
  /** Vouches for terminals before cards; null issues no certificates. */
  readonly providerAnchor: Signer | null;
  /** Signs cards, and works on them through terminals; null: this centre issues none. */
  readonly issuer: Signer | null;
  readonly cardSessions: CardSessions;
  readonly references: PublishedReferences;
  /** The address that terminals write, without a slash at the end; null takes it from the Host header. */
  readonly publicUrl: string | null;
  /** Null closes the administrator's routes. */
  readonly adminToken: string | null;
  now(): Instant;
  wakeWorker(): void;
}
