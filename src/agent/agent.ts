import type { CardService } from '#card/transport/channel.ts';
import type { CalendarDate, Instant } from '#domain/dates.ts';
import type { DemoInsurer } from '#fixtures/demo-insurer/demo-insurer.ts';
import type { AgentRouter } from './router.ts';

/** Time as the terminal sees it; tests fix it. */
export interface Clock {
  now(): Instant;
  /** The provider's own calendar day. */
  today(): CalendarDate;
  /** Milliseconds of a clock that never goes back while `bootId` stays the same. */
  mono(): number;
  readonly bootId: string;
}

/** Where the central server is. */
export type ServerOption =
  | { readonly kind: 'none' }
  /** A process of its own beside this one, for demonstrations. */
  | { readonly kind: 'embedded' }
  | { readonly kind: 'remote'; readonly url: string; readonly enrolmentCode: string | null };

/** Where the insurer's reference data come from at the first start. */
export type ReferenceOption =
  | {
      readonly kind: 'demo';
      /** Left out: where the demonstration's terminal usually stands. */
      readonly providerId?: string;
      /** Left out: the demo insurer of the day. */
      readonly insurer?: DemoInsurer;
    }
  | {
      readonly kind: 'file';
      readonly path: string;
      /** Raw Ed25519 key under which it is signed, 32 bytes. */
      readonly key: Uint8Array;
      readonly providerId: string;
    };

export interface AgentOptions {
  /** The terminal's own folder: database, mirror, key; created when absent. */
  readonly folder: string;
  readonly server: ServerOption;
  readonly reference: ReferenceOption;
  /**
   * Null chooses: the operating system's card service where a reader is attached, else demo cards. `virtual`
   * is the demo cards' reader whatever is attached.
   */
  readonly cardService: CardService | 'virtual' | null;
  /** Wraps and unwraps the database key; null keeps it beside the database, with a permanent banner. */
  readonly keyWrap: KeyWrap | null;
  readonly clock?: Clock;
}

/** How a shell protects the database key: the operating system's store in the desktop. */
export interface KeyWrap {
  readonly protection: 'system' | 'passphrase';
  wrap(key: Uint8Array): Uint8Array;
  unwrap(wrapped: Uint8Array): Uint8Array;
}

/** The running terminal: its router answers `agentContract` through any door. */
export interface Agent {
  readonly router: AgentRouter;
  close(): Promise<void>;
}
