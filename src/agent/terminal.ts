import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { TerminalCredentials } from '#card/authentication/mutual.ts';
import type { TerminalView } from '#contracts/agent-views.ts';
import type { CompiledPack, Item, Provider, RulePack } from '#domain/adjudication/rule-pack.ts';
import type { ChainTools } from '#domain/chain.ts';
import type { Instant } from '#domain/dates.ts';
import type { Failure } from '#domain/failures.ts';
import type { Result } from '#domain/result.ts';
import type { Store } from '#store/open-store.ts';
import type { TerminalIdentity } from '#sync/ports.ts';
import type { Clock } from './agent.ts';
import type { CardAtHand } from './card-at-hand.ts';
import type { Desk } from './desk.ts';
import type { ReaderFollower } from './follow-reader.ts';
import type { OpenVisit } from './open-visit.ts';
import type { TerminalKeys } from './terminal-keys.ts';

/** The reference data in use, laid out for look-ups. */
export interface ActiveReference {
  readonly manifestVersion: number;
  readonly publishedAt: Instant;
  readonly rules: RulePack;
  readonly pack: CompiledPack;
  /** Items by the 24-bit code of the card's ledger. */
  readonly itemsByCardCode: ReadonlyMap<number, Item>;
}

/** The central server as this terminal, enrolled, may ask it. */
export interface CentreAtHand {
  readonly baseUrl: string;
  readonly identity: TerminalIdentity;
}

/** What every use case works on: the opened parts of this terminal and its one open visit. */
export interface Terminal {
  /** The program's version. */
  readonly version: string;
  readonly keyProtection: TerminalView['keyProtection'];
  readonly store: Store;
  readonly clock: Clock;
  readonly keys: TerminalKeys;
  readonly epoch: number;
  readonly provider: Provider;
  readonly reference: ActiveReference;
  readonly desk: Desk;
  /** PINs of demonstration users, shown on the sign-in screen; null outside a demonstration. */
  readonly demoPins: ReadonlyMap<string, string> | null;
  /** Tells sync that something is waiting. */
  wakeSync(): void;
  /** What happens at the reader; set once it is followed. */
  reader: Pick<ReaderFollower, 'readAgain' | 'leaveCard' | 'borrowCard'>;
  /** Where the centre is reached, once this terminal is known to it. */
  centre(): Promise<Result<CentreAtHand, Failure>>;
  /** By what this terminal proves itself to cards; null before the server has certified it. */
  credentials(): TerminalCredentials | null;
  visit: OpenVisit | null;
  /** The card in the reader, its session open; null without one, or before it is read. */
  card: CardAtHand | null;
}

/** The cryptography of the chain: JCS by `canonicalize`, SHA-256 by Node. */
export const chainTools: ChainTools = {
  canonicalize: (value) => Buffer.from(canonicalize(value) ?? '', 'utf8'),
  sha256: (bytes) => createHash('sha256').update(bytes).digest(),
};
