import { z } from 'zod';
import type { ClaimState, ClaimSummary } from '#contracts/agent-views.ts';
import type { ClaimBody } from '#contracts/events/claim.ts';
import { calendarDateSchema, instantSchema, moneySchema } from '#contracts/schemas.ts';
import type { Verdict } from '#contracts/server-api.ts';
import type { Decision } from '#domain/adjudication/decision.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import type { Supply } from '#domain/claims.ts';
import type { CalendarDate, Instant } from '#domain/dates.ts';
import type { Money } from '#domain/money.ts';
import type { Reader, Writer } from './connection.ts';
import { findEvent } from './events.ts';
import { type ClaimKey, supplySchema } from './mirror/entry.ts';
import { findVerdict } from './verdicts.ts';

export interface NewClaim extends ClaimKey {
  readonly decision: Decision;
  readonly input: AdjudicationInput;
}

export interface DatedSupply {
  readonly supply: Supply;
  readonly at: Instant;
}

/** A claim with what was decided on what, as its signed event holds it. */
export interface FoundClaim extends ClaimSummary {
  readonly decision: Decision;
  readonly input: AdjudicationInput;
  readonly record: { readonly seq: number; readonly hash: string; readonly eventId: string };
  readonly verdict: Verdict | null;
}

/** Files a claim beside its event, which the same commit has added; what was decided is read from there. */
export function recordClaim(db: Writer, claim: NewClaim): void {
  const { decision, input, ...key } = claim;
  const body = claimBodyOf(db, key.eventId);
  if (body.receiptNumber !== key.receiptNumber || body.input.claim.claimId !== key.claimId) {
    throw new Error(`the event of claim ${key.claimId} tells of another one`);
  }
  const { memberNumber, nameAr, nameLatin } = key.member;
  db.run(
    `INSERT INTO claims (claim_id, event_id, receipt_number, saved_at, service_date,
       member_number, name_ar, name_latin, outcome,
       claimed, insurer, member_share, member_private, provider_write_off, awaits_verdict)
     VALUES (:claimId, :eventId, :receiptNumber, :savedAt, :serviceDate,
       :memberNumber, :nameAr, :nameLatin, :outcome,
       :claimed, :insurer, :memberShare, :memberPrivate, :providerWriteOff,
       NOT EXISTS (SELECT 1 FROM verdicts WHERE claim_id = :claimId))`,
    {
      claimId: key.claimId,
      eventId: key.eventId,
      receiptNumber: key.receiptNumber,
      savedAt: key.savedAt,
      serviceDate: key.serviceDate,
      memberNumber,
      nameAr,
      nameLatin,
      outcome: decision.outcome,
      ...decision.totals,
    },
  );
  db.mirror({ kind: 'claim', ...key });
}

/** Newest first: those of a service day, or without one the latest 200. */
export function listClaims(db: Reader, day: CalendarDate | null): ClaimSummary[] {
  const rows =
    day === null
      ? db.all(`${summaries} ORDER BY saved_at DESC LIMIT 200`)
      : db.all(`${summaries} WHERE service_date = :day ORDER BY saved_at DESC`, { day });
  return rows.map(summaryOf);
}

/** What was decided here for a member on service days since then, oldest first. */
export const listClaimsOf = (
  db: Reader,
  memberNumber: string,
  since: CalendarDate,
): Pick<ClaimBody, 'input' | 'decision'>[] =>
  db
    .all(
      `SELECT event_id AS eventId FROM claims
       WHERE member_number = :memberNumber AND service_date >= :since ORDER BY service_date`,
      { memberNumber, since },
    )
    .map((row) => claimBodyOf(db, z.object({ eventId: z.string() }).parse(row).eventId));

/** Claims that the server has not taken into custody: of a member, or of everybody (null); the insurer's shares. */
export function sumUnsentClaims(
  db: Reader,
  memberNumber: string | null,
): { readonly claims: number; readonly amount: Money } {
  const row = db.one(
    `SELECT count(*) AS claims, coalesce(sum(c.insurer), 0) AS amount
     FROM events e INDEXED BY events_unsent JOIN claims c ON c.event_id = e.event_id
     WHERE e.sent_at IS NULL AND (:memberNumber IS NULL OR c.member_number = :memberNumber)`,
    { memberNumber },
  );
  return z.object({ claims: z.number(), amount: moneySchema }).parse(row);
}

export function findClaim(db: Reader, claimId: string): FoundClaim | null {
  const row = db.one(`${summaries} WHERE c.claim_id = :claimId`, { claimId });
  if (row === null) return null;
  const { eventId, seq, hash } = recordSchema.parse(row);
  const { decision, input } = claimBodyOf(db, eventId);
  const verdict = findVerdict(db, claimId);
  return { ...summaryOf(row), decision, input, record: { seq, hash, eventId }, verdict };
}

/**
 * The next receipt number of a day, `C-261123-0001`: it is taken when the claim that bears it is recorded,
 * in the same commit, so that an undone commit leaves no gap.
 */
export function nextReceiptNumber(db: Reader, day: CalendarDate): string {
  const prefix = `C-${day.slice(2).replaceAll('-', '')}-`;
  const row = db.one(
    `SELECT receipt_number AS receiptNumber FROM claims
     WHERE receipt_number >= :prefix AND receipt_number < :end
     ORDER BY length(receipt_number) DESC, receipt_number DESC LIMIT 1`,
    { prefix, end: `${prefix}:` },
  );
  const last =
    row === null ? 0 : Number(receiptSchema.parse(row).receiptNumber.slice(prefix.length));
  return prefix + String(last + 1).padStart(4, '0');
}

/** What a recorded claim supplied: it counts against the member's next repeat. */
export function recordSupplies(
  db: Writer,
  claimId: string,
  memberNumber: string,
  supplies: readonly Supply[],
  at: Instant,
): void {
  if (supplies.length === 0) return;
  for (const supply of supplies) {
    db.run(
      `INSERT INTO supplies (claim_id, member_number, repeat_code, ends_on, days, quantity, provider_id, at)
       VALUES (:claimId, :memberNumber, :repeatCode, :endsOn, :days, :quantity, :providerId, :at)`,
      { ...supply, claimId, memberNumber, at },
    );
  }
  db.mirror({ kind: 'supplies', claimId, memberNumber, supplies: [...supplies], at });
}

/** This terminal's own supplies to a member whose last day is not before `since`, the longest lasting first. */
export const listOwnSupplies = (
  db: Reader,
  memberNumber: string,
  since: CalendarDate,
): DatedSupply[] =>
  db
    .all(
      `SELECT ${supplyColumns} FROM supplies WHERE member_number = :memberNumber AND ends_on >= :since
       ORDER BY ends_on DESC`,
      { memberNumber, since },
    )
    .map(supplyOf);

/** What one claim supplied. */
export const listSuppliesOf = (db: Reader, claimId: string): DatedSupply[] =>
  db
    .all(`SELECT ${supplyColumns} FROM supplies WHERE claim_id = :claimId`, { claimId })
    .map(supplyOf);

/** The keys of an event's claims, as the mirror keeps them. */
export const listClaimKeys = (db: Reader, eventId: string): ClaimKey[] =>
  db.all(`${summaries} WHERE c.event_id = :eventId`, { eventId }).map((row) => {
    const { claimId, receiptNumber, savedAt, member } = summaryOf(row);
    const { serviceDate } = rowSchema.parse(row);
    return { claimId, eventId, receiptNumber, savedAt, member, serviceDate };
  });

/** What the signed event of a claim says. */
export function claimBodyOf(db: Reader, eventId: string): ClaimBody {
  const event = findEvent(db, eventId);
  if (event?.envelope.type !== 'claim') throw new Error(`no claim event ${eventId}`);
  return event.envelope.body as ClaimBody;
}

const summaries = `
  SELECT c.claim_id AS claimId, c.event_id AS eventId, receipt_number AS receiptNumber,
    saved_at AS savedAt, service_date AS serviceDate, member_number AS memberNumber,
    name_ar AS nameAr, name_latin AS nameLatin, c.outcome, claimed, insurer, member_share AS memberShare, member_private AS memberPrivate,
    provider_write_off AS providerWriteOff,
    e.seq, e.hash, e.sent_at AS sentAt, v.outcome AS verdictOutcome, v.decided_at AS verdictAt
  FROM claims c
  JOIN events e ON e.event_id = c.event_id
  LEFT JOIN verdicts v ON v.claim_id = c.claim_id`;

const recordSchema = z.object({ eventId: z.string(), seq: z.number(), hash: z.string() });

const rowSchema = z.object({
  claimId: z.string(),
  receiptNumber: z.string(),
  savedAt: instantSchema,
  serviceDate: calendarDateSchema,
  sentAt: instantSchema.nullable(),
  verdictAt: instantSchema.nullable(),
  verdictOutcome: z.enum(['accepted', 'adjusted', 'rejected', 'pended']).nullable(),
  memberNumber: z.string(),
  nameAr: z.string(),
  nameLatin: z.string(),
  outcome: z.enum(['approved', 'partial', 'pended', 'declined']),
  claimed: moneySchema,
  insurer: moneySchema,
  memberShare: moneySchema,
  memberPrivate: moneySchema,
  providerWriteOff: moneySchema,
});

function summaryOf(row: unknown): ClaimSummary {
  const {
    memberNumber,
    nameAr,
    nameLatin,
    verdictOutcome,
    serviceDate: _,
    ...rest
  } = rowSchema.parse(row);
  const { claimed, insurer, memberShare, memberPrivate, providerWriteOff, ...summary } = rest;
  const state: ClaimState = verdictOutcome ?? (summary.sentAt === null ? 'queued' : 'sent');
  return {
    ...summary,
    state,
    member: { memberNumber, nameAr, nameLatin },
    totals: { claimed, insurer, memberShare, memberPrivate, providerWriteOff },
  };
}

const receiptSchema = z.object({ receiptNumber: z.string() });

const supplyColumns =
  'repeat_code AS repeatCode, ends_on AS endsOn, days, quantity, provider_id AS providerId, at';

function supplyOf(row: unknown): DatedSupply {
  const { at, ...supply } = supplySchema.extend({ at: instantSchema }).parse(row);
  return { supply, at };
}
