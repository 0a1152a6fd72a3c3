import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { ClaimBody } from '#contracts/events/claim.ts';
import type { Reference } from '#contracts/reference.ts';
import type { Ack } from '#contracts/server-api.ts';
import type { Verdict, VerdictPage } from '#contracts/verdicts-api.ts';
import type { Amounts, Decision } from '#domain/adjudication/decision.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import { type ChainTools, linkEvent, type SignedEvent } from '#domain/chain.ts';
import { calendarDate, type Instant } from '#domain/dates.ts';
import { known } from '#domain/facts.ts';
import type { Failure } from '#domain/failures.ts';
import { money } from '#domain/money.ts';
import type { Result } from '#domain/result.ts';
import { recordClaim, recordSupplies } from '#store/claims.ts';
import { nextReceiptNumber } from '#store/day-numbers.ts';
import { addEvent, readChainHead } from '#store/events.ts';
import { findClaims } from '#store/find-claims.ts';
import { recordIdentity } from '#store/identity.ts';
import type { Reader, Store, Writer } from '#store/open-store.ts';

export const key = Buffer.alloc(32, 7);
export const otherKey = Buffer.alloc(32, 8);
export const noon = '2026-11-23T12:00:00.000Z' as Instant;
export const later = (minutes: number): Instant =>
  new Date(Date.parse(noon) + minutes * 60_000).toISOString() as Instant;
export const today = calendarDate('2026-11-23');

export function unwrap<T>(result: Result<T, Failure>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

export function failureOf(result: Result<unknown, Failure>): Failure {
  if (result.ok) throw new Error('expected a failure');
  return result.failure;
}

export const chainTools: ChainTools = {
  canonicalize: (value) => Buffer.from(canonicalize(value) ?? '', 'utf8'),
  sha256: (bytes) => createHash('sha256').update(bytes).digest(),
};

const chainKey: KeyObject = generateKeyPairSync('ed25519').privateKey;

/** A UUIDv7-shaped id that sorts and repeats by its number. */
export const eventIdOf = (number: number): string =>
  `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** Links and signs the next event of the chain; not yet added. */
export function nextEvent(
  db: Reader,
  { type = 'audit', body = {}, eventId }: Partial<SignedEvent['envelope']> = {},
): SignedEvent {
  const head = readChainHead(db, 1);
  return linkEvent(
    head,
    {
      terminalId: 'T-0011223344556677',
      epoch: 1,
      eventId: eventId ?? eventIdOf(head.seq + 1),
      type,
      body,
      wall: noon,
      bootId: 'boot',
      mono: 1,
      lastServerTime: null,
      manifestVersion: 1,
      userId: null,
    },
    { ...chainTools, sign: (bytes) => sign(null, bytes, chainKey) },
  );
}

/** Commits so many events and answers them. */
export const commitEvents = (store: Store, count: number): SignedEvent[] =>
  Array.from({ length: count }, () =>
    unwrap(
      store.commit((db) => {
        const event = nextEvent(db);
        addEvent(db, event);
        return event;
      }),
    ),
  );

const totals: Amounts = {
  claimed: money(1000),
  insurer: money(800),
  memberShare: money(150),
  memberPrivate: money(30),
  providerWriteOff: money(20),
};

export const decisionOf = (claimId: string, change: Partial<Decision> = {}): Decision => ({
  engineVersion: 1,
  packId: 'demo',
  packVersion: 1,
  claimId,
  currency: { code: 'SYP', exponent: 2 },
  outcome: 'approved',
  lines: [],
  totals,
  outsideTotal: money(0),
  cashDue: money(180),
  ...change,
});

export const inputOf = (claimId: string, eventId: string): AdjudicationInput => ({
  eventId,
  decidedAt: noon,
  claim: {
    claimId,
    encounter: 'outpatient',
    serviceDate: today,
    providerId: 'P1',
    diagnoses: ['J45.9'],
    lines: [],
  },
  person: null,
  card: { proof: 'genuine', cardNumber: '1', validity: null },
  holder: 'confirmed',
  membership: known(null, 'centre', noon),
  hotlist: known(null, 'centre', noon),
  supplies: [],
});

export const member = { memberNumber: '1001', nameAr: 'سلمى', nameLatin: 'Salma MARKEDNAME' };

export interface ClaimChange {
  /** Bytes that make the event larger. */
  readonly padding?: number;
  readonly serviceDate?: typeof today;
  readonly savedAt?: Instant;
  readonly decision?: Partial<Decision>;
  readonly member?: typeof member;
}

/** Writes a claim with its event and one supply, as the terminal does. */
export function writeClaim(db: Writer, change: ClaimChange = {}): string {
  const number = readChainHead(db, 1).seq + 1;
  const claimId = `claim-${number}`;
  const eventId = eventIdOf(number);
  const { serviceDate = today, savedAt = noon, member: whose = member } = change;
  const decision = decisionOf(claimId, change.decision);
  const input = inputOf(claimId, eventId);
  const receiptNumber = nextReceiptNumber(db, serviceDate);
  const body: ClaimBody & { padding: string } = {
    input,
    decision,
    receiptNumber,
    padding: 'x'.repeat(change.padding ?? 0),
  };
  addEvent(db, nextEvent(db, { type: 'claim', body, eventId }));
  recordClaim(db, {
    claimId,
    eventId,
    receiptNumber,
    savedAt,
    member: whose,
    serviceDate,
    decision,
    input,
  });
  recordSupplies(db, claimId, whose.memberNumber, [supply], savedAt);
  return claimId;
}

export const supply = {
  repeatCode: 77,
  endsOn: calendarDate('2026-12-22'),
  days: 30,
  quantity: 30,
  providerId: 'P1',
};

export const enrol = (store: Store): void => {
  unwrap(store.commit((db) => recordIdentity(db, identity)));
};

export const identity = {
  terminalId: 'T-0011223344556677',
  epoch: 1,
  chainKey: Uint8Array.of(1, 2, 3),
  cardKey: Uint8Array.of(4, 5, 6),
  providerId: null,
  serverKey: null,
  referenceKey: null,
  enrolledAt: null,
  serverTime: null,
  cardCertificate: null,
};

export const ackOf = (event: SignedEvent, serverTime: Instant = noon): Ack => ({
  terminalId: event.envelope.terminalId,
  epoch: event.envelope.epoch,
  ackSeq: event.envelope.seq,
  ackHash: event.hash,
  serverTime,
  durability: 'disk',
});

export const verdictOf = (downSeq: number, change: Partial<Verdict> = {}): Verdict => ({
  downSeq,
  claimId: 'claim-1',
  eventId: eventIdOf(1),
  version: 1,
  outcome: 'accepted',
  decision: null,
  totals: null,
  differences: [],
  decidedAt: noon,
  ...change,
});

export const pageOf = (verdicts: Verdict[], after = 0): VerdictPage => ({
  terminalId: 'T-0011223344556677',
  after,
  verdicts,
  serverTime: noon,
});

export const referenceOf = (change: Partial<Reference> = {}): Reference => ({
  format: 1,
  manifestVersion: 1,
  publishedAt: noon,
  pack: { items: [], diagnoses: [] },
  members: [],
  hotlist: [],
  terminalKeys: [],
  issuerKeys: [],
  ...change,
});

/** Claims as the terminal lists them: of a day, or (null) the latest. */
export const listClaims = (db: Reader, day: typeof today | null) =>
  findClaims(db, { day, state: null, words: null }, 200);
