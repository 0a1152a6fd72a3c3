import { z } from 'zod';
import type { ClaimSummary } from '#contracts/claim-views.ts';
import { instantSchema, moneySchema } from '#contracts/schemas.ts';
import type { Verdict } from '#contracts/verdicts-api.ts';
import type { Decision } from '#domain/adjudication/decision.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import type { PastClaim } from '#domain/adjudication/own-use.ts';
import { remainderOf } from '#domain/adjudication/reversal.ts';
import type { ClinicalRecord } from '#domain/clinical/alert.ts';
import type { CalendarDate, Instant } from '#domain/dates.ts';
import type { Supply } from '#domain/history.ts';
import { add, type Money } from '#domain/money.ts';
import { claimBodyOf } from './bodies.ts';
import { claimRowOf, selectClaims, totalsRow } from './claim-rows.ts';
import type { Reader, Writer } from './connection.ts';
import { type ClaimKey, supplySchema } from './mirror/entry.ts';
import { replaceSpecialUses } from './special-prescriptions.ts';
import { findVerdict } from './verdicts.ts';
import { type FoundVoid, listVoidsOf } from './voids.ts';

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
  /** Null where nobody looked for clinical alerts. */
  readonly clinical: ClinicalRecord | null;
  readonly record: { readonly seq: number; readonly hash: string; readonly eventId: string };
  readonly verdict: Verdict | null;
  readonly voids: readonly FoundVoid[];
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
       claimed, insurer, member_share, member_private, provider_write_off, other_payers, guaranteed,
       awaits_verdict, verdict, verdict_at)
     VALUES (:claimId, :eventId, :receiptNumber, :savedAt, :serviceDate,
       :memberNumber, :nameAr, :nameLatin, :outcome,
       :claimed, :insurer, :memberShare, :memberPrivate, :providerWriteOff, :otherPayers,
       :guaranteed, NOT EXISTS (SELECT 1 FROM verdicts WHERE claim_id = :claimId),
       (SELECT outcome FROM verdicts WHERE claim_id = :claimId),
       (SELECT decided_at FROM verdicts WHERE claim_id = :claimId))`,
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
      ...totalsRow(decision.totals),
      guaranteed: add(
        ...decision.lines.flatMap((line) => (line.guaranteed ? [line.amounts.insurer] : [])),
      ),
    },
  );
  replaceSpecialUses(db, { input, decision });
  db.mirror({ kind: 'claim', ...key });
}

/** What is left of a member's claims here on service days since then, oldest first. */
export const listClaimsOf = (db: Reader, memberNumber: string, since: CalendarDate): PastClaim[] =>
  db
    .all(
      `SELECT claim_id AS claimId, event_id AS eventId, reversal FROM claims
       WHERE member_number = :memberNumber AND service_date >= :since AND reversal <> 'whole'
       ORDER BY service_date`,
      { memberNumber, since },
    )
    .map((row) => {
      const { claimId, eventId, reversal } = pastSchema.parse(row);
      const { input, decision } = claimBodyOf(db, eventId);
      if (reversal === 'none') return { input, decision };
      const voids = listVoidsOf(db, claimId).map(({ body }) => body);
      return { input, decision: remainderOf(input.claim, decision.lines, voids) };
    });

/** What is left of claims that the server has not taken into custody: of a member, or of everybody (null); the insurer's shares. */
export function sumUnsentClaims(
  db: Reader,
  memberNumber: string | null,
  /** Service dates from the first day to the day before the last; null: all. */
  on: { readonly from: string | null; readonly to: string | null } = { from: null, to: null },
): { readonly claims: number; readonly amount: Money } {
  const row = db.one(
    `SELECT count(*) AS claims, coalesce(sum(c.insurer), 0) AS amount
     FROM events e INDEXED BY events_unsent JOIN claims c ON c.event_id = e.event_id
     WHERE e.sent_at IS NULL AND c.reversal <> 'whole' AND (:memberNumber IS NULL OR c.member_number = :memberNumber)
       AND (:from IS NULL OR c.service_date >= :from) AND (:to IS NULL OR c.service_date < :to)`,
    { memberNumber, ...on },
  );
  return z.object({ claims: z.number(), amount: moneySchema }).parse(row);
}

export function findClaim(db: Reader, claimId: string): FoundClaim | null {
  const row = db.one(`${selectClaims} WHERE c.claim_id = :claimId`, { claimId });
  if (row === null) return null;
  const { summary, eventId } = claimRowOf(row);
  const { decision, input, clinical = null } = claimBodyOf(db, eventId);
  const place = db.one('SELECT seq, hash FROM events WHERE event_id = :eventId', { eventId });
  return {
    ...summary,
    decision,
    input,
    clinical,
    record: { ...recordSchema.parse(place), eventId },
    verdict: findVerdict(db, claimId),
    voids: listVoidsOf(db, claimId),
  };
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
  db.all(`${selectClaims} WHERE c.event_id = :eventId`, { eventId }).map((row) => {
    const { summary, serviceDate } = claimRowOf(row);
    const { claimId, receiptNumber, savedAt, member } = summary;
    return { claimId, eventId, receiptNumber, savedAt, member, serviceDate };
  });

const pastSchema = z.object({
  claimId: z.string(),
  eventId: z.string(),
  reversal: z.enum(['none', 'part', 'whole']),
});
const recordSchema = z.object({ seq: z.number(), hash: z.string() });

const supplyColumns =
  'repeat_code AS repeatCode, ends_on AS endsOn, days, quantity, provider_id AS providerId, at';

function supplyOf(row: unknown): DatedSupply {
  const { at, ...supply } = supplySchema.extend({ at: instantSchema }).parse(row);
  return { supply, at };
}
