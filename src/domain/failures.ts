/**
 * Every failure that the program expects, by code, with the facts its sentence needs.
 * The texts live in `contracts/messages`: a code without its Arabic and English does not compile.
 */
export interface FailureFacts {
  // Reader and card
  'reader-service-absent': Record<never, never>;
  'reader-absent': Record<never, never>;
  'reader-lost': { readonly reader: string };
  'card-absent': Record<never, never>;
  'card-removed': Record<never, never>;
  'card-mute': Record<never, never>;
  'card-busy': Record<never, never>;
  'card-reset': Record<never, never>;
  'card-timeout': { readonly milliseconds: number };
  'card-unknown': { readonly atr: string };
  'card-answer-malformed': { readonly step: string };
  'card-status': { readonly step: string; readonly statusWord: string };
  'card-record-malformed': { readonly file: string; readonly why: string };
  'card-signature-wrong': { readonly file: string };
  'card-issuer-unknown': { readonly issuerKeyId: string };
  'card-not-genuine': Record<never, never>;
  'card-changed': Record<never, never>;
  'card-write-not-licensed': Record<never, never>;
  'card-pin-wrong': { readonly triesLeft: number };
  'card-pin-blocked': Record<never, never>;
  'card-pin-absent': Record<never, never>;
  'card-holder-unknown': { readonly number: string };
  'card-holder-differs': { readonly number: string };
  'card-session-full': Record<never, never>;
  'card-med-not-licensed': Record<never, never>;
  'card-med-unread': Record<never, never>;
  'card-med-full': Record<never, never>;
  'pin-pad-given-up': Record<never, never>;

  // The issuer at a card that is elsewhere
  'card-order-absent': Record<never, never>;
  'card-head-not-newer': Record<never, never>;
  'issuer-refused-card': { readonly why: string };
  'issuer-absent': Record<never, never>;
  'card-relay-lost': Record<never, never>;

  // Store
  'database-locked': Record<never, never>;
  'database-corrupt': { readonly file: string };
  'database-newer': { readonly found: number; readonly known: number };
  'database-key-wrong': Record<never, never>;
  'disk-full': Record<never, never>;
  'mirror-diverged': { readonly sequence: number };
  'event-too-large': { readonly bytes: number; readonly limit: number };

  // Reference data
  'reference-malformed': { readonly file: string; readonly where: string; readonly why: string };
  'reference-signature-wrong': { readonly file: string };
  'reference-older': { readonly have: number; readonly offered: number };
  'reference-absent': Record<never, never>;
  'provider-unknown': { readonly provider: string };

  // Sync and server
  'server-unreachable': { readonly reason: string };
  'server-key-wrong': Record<never, never>;
  'server-answer-malformed': { readonly step: string };
  /** `retryAfter`: seconds that the server asks to be left alone. */
  'server-refused': {
    readonly status: number;
    readonly refusal: string;
    readonly retryAfter?: number;
  };
  'enrolment-code-wrong': Record<never, never>;
  'enrolment-absent': Record<never, never>;
  'chain-gap': { readonly expectedSequence: number };
  'chain-forked': { readonly sequence: number };
  'request-signature-wrong': Record<never, never>;
  'terminal-unknown': Record<never, never>;
  'batch-too-large': { readonly limit: number };

  // People and permissions
  'pin-wrong': { readonly triesLeft: number };
  'user-locked': { readonly until: string };
  'user-unknown': Record<never, never>;
  'not-signed-in': Record<never, never>;
  'not-permitted': { readonly permission: string };

  // The visit
  'visit-absent': Record<never, never>;
  'visit-unconfirmed': Record<never, never>;
  'visit-stopped': Record<never, never>;
  'visit-empty': Record<never, never>;
  'visit-begun': Record<never, never>;
  'card-not-of-mother': Record<never, never>;
  'item-unknown': { readonly item: string };
  'line-unknown': { readonly lineId: string };
  'member-unknown': { readonly memberNumber: string };
  'diagnosis-unknown': { readonly diagnosis: string };
  'onset-in-future': { readonly onset: string };
  'last-period-in-future': { readonly lastPeriod: string };
  'stay-reversed': { readonly from: string; readonly to: string };
  'nothing-to-sign': Record<never, never>;
  'line-not-referred': { readonly item: string };
  'request-open': { readonly item: string; readonly request: string };
  'claim-unknown': { readonly claimId: string };
  'decision-changed': Record<never, never>;
  'alerts-unacknowledged': { readonly alerts: number };
  'alert-gone': Record<never, never>;
  'prescriber-unlicensed': Record<never, never>;
  'prescription-full': { readonly limit: number };
  'prescription-needs-card': Record<never, never>;
  'prescription-gone': Record<never, never>;

  // Requests for approval, at the centre
  'request-unknown': { readonly request: string };
  'request-answered': { readonly request: string };

  // What is saved: taking back, printing, the day
  'claim-voided': { readonly receipt: string };
  'void-needs-manager': { readonly receipt: string };
  'void-exceeds': { readonly item: string; readonly left: number };
  'day-closed': { readonly day: string };
  'day-ahead': { readonly day: string };
  'paper-empty': Record<never, never>;

  // Shells
  'port-taken': { readonly port: number };
  'session-refused': Record<never, never>;
  'input-malformed': { readonly where: string; readonly why: string };
  'internal-error': { readonly reference: string };
}

export type FailureCode = keyof FailureFacts;

/** A failure is its code plus the typed facts of that code. */
export type Failure = {
  [Code in FailureCode]: { readonly code: Code } & Readonly<FailureFacts[Code]>;
}[FailureCode];

type Factless = {
  [Code in FailureCode]: keyof FailureFacts[Code] extends never ? Code : never;
}[FailureCode];

/** Builds one failure; the compiler asks for exactly the facts of its code. */
export function failure<Code extends Factless>(code: Code): Extract<Failure, { code: Code }>;
export function failure<Code extends FailureCode>(
  code: Code,
  facts: FailureFacts[Code],
): Extract<Failure, { code: Code }>;
export function failure(code: FailureCode, facts: object = {}): Failure {
  return { ...facts, code } as Failure;
}
