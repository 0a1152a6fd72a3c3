import type { Instant } from '#domain/dates.ts';
import type { Failure } from '#domain/failures.ts';
import type { Currency } from '#domain/money.ts';
import type { OtherCardKind } from '#domain/other-cards.ts';
import type { Bilingual } from '#domain/people.ts';
import type { Permission, Role } from '#domain/roles.ts';
import type { AnsweredRequest } from './claim-views.ts';
import type { CardWriteView, VisitView } from './visit-views.ts';

/** What the agent shows of the terminal, its users, readers and desk: plain data, the same through every door. */

export interface TerminalView {
  readonly version: string;
  readonly terminalId: string | null;
  readonly provider: {
    readonly providerId: string;
    readonly name: Bilingual;
    readonly place: Bilingual;
  };
  readonly insurer: Bilingual;
  readonly contract: string;
  readonly currency: Currency;
  readonly manifestVersion: number;
  readonly isDemo: boolean;
  /** How the database key is protected; `development` is shown as a permanent banner. */
  readonly keyProtection: 'system' | 'passphrase' | 'development';
  /** Clauses that findings cite, by id. */
  readonly clauses: Readonly<
    Record<string, { readonly reference: Bilingual; readonly text: Bilingual }>
  >;
}

export interface UserView {
  readonly userId: string;
  readonly name: Bilingual;
  readonly role: Role;
  readonly permissions: readonly Permission[];
  /** Shown on the sign-in screen of a demonstration only. */
  readonly demoPin: string | null;
}

export type ReaderState =
  | 'no-service' // the operating system's card service is not running
  | 'no-reader'
  | 'empty'
  | 'reading'
  | 'card'
  | 'same-card-wanted' // a visit is open and its card was taken out
  | 'failed';

export interface ReaderView {
  readonly state: ReaderState;
  readonly reader: string | null;
  /** An in-process reader with demo cards, because no real one is attached. */
  readonly isVirtual: boolean;
  readonly failure: Failure | null;
  /** All readers, in the card service's order. */
  readonly attached: readonly AttachedReaderView[];
}

export interface AttachedReaderView {
  readonly name: string;
  readonly state: 'empty' | 'mute' | 'card';
  /** The one whose state is told above. */
  readonly isFollowed: boolean;
  /** T=0 or T=1, as agreed with the card that this terminal holds; null of any other. */
  readonly protocol: 0 | 1 | null;
}

export interface SyncView {
  readonly link: 'online' | 'offline' | 'not-enrolled';
  /** Claims saved here that the server has not taken into custody. */
  readonly waiting: number;
  readonly lastContact: Instant | null;
  readonly lastFailure: Failure | null;
  /** When the reference data in use were published. */
  readonly referenceAsOf: Instant;
  readonly staleness: 'fresh' | 'soft' | 'hard';
}

/** That the centre was asked about the open visit, when its answer was here, and whether a verdict is another by it. */
export interface AskedCentre {
  readonly at: Instant;
  readonly came: 'changed' | 'same' | 'no-answer';
}

/** What a card is and how it answers, without telling whose it is. */
export interface InspectionView {
  readonly at: Instant;
  readonly reader: string;
  /** Which of its protocols card and reader agreed on; null where no wire lies between. */
  readonly protocol: 0 | 1 | null;
  readonly atr: string;
  /** Null where its lengths do not add up. */
  readonly decodedAtr: {
    readonly convention: 'direct' | 'inverse';
    readonly interfaceBytes: readonly { readonly name: string; readonly value: string }[];
    /** Those that the card offers. */
    readonly protocols: readonly number[];
    readonly historical: string;
    readonly historicalText: string;
    readonly check: { readonly value: string; readonly isRight: boolean } | null;
  } | null;
  readonly kind: 'mc-1' | OtherCardKind | 'unknown';
  /** A version is the newest record's, of the ledger its sequence; null: none, or not to be seen. */
  readonly files: readonly {
    readonly file: string;
    readonly version: number | null;
    readonly records: number | null;
    readonly mayBeMore: boolean;
  }[];
  /** What the ledger's newest table says of itself. */
  readonly tables: {
    readonly hasMoreSupplies: boolean;
    readonly unknownCeilings: number;
  } | null;
  readonly pin: 'verified' | 'wanted' | 'blocked' | 'not-set' | null;
  readonly isAdmitted: boolean | null;
  readonly issuerKeyId: string | null;
  /** What the card proved, or the code of the failure that kept it from being read to the end. */
  readonly authentication: string;
  /** Masked: bodies by their length alone. */
  readonly trace: readonly {
    readonly command: string;
    readonly answer: string;
    readonly statusWord: string | null;
  }[];
}

export interface DemoCardView {
  readonly cardId: string;
  readonly title: Bilingual;
  /** What this card is there to show. */
  readonly story: Bilingual;
}

export interface DemoView {
  readonly cards: readonly DemoCardView[];
  readonly inserted: string | null;
  /** Null where the embedded server is not ours to switch. */
  readonly isServerRunning: boolean | null;
}

/** Everything the window's frame and the visit show, pushed whole at each change. */
export interface DeskView {
  readonly reader: ReaderView;
  readonly sync: SyncView;
  readonly user: UserView | null;
  readonly visit: VisitView | null;
  readonly demo: DemoView | null;
  /** The last write to a card; null before the first one, and where nothing had to be written. */
  readonly cardWrite: CardWriteView | null;
  /** The latest answer to a request for approval; null once the requests were looked at. */
  readonly answered: AnsweredRequest | null;
}
