import { z } from 'zod';
import { type ClaimSummary, claimStates } from '#contracts/claim-views.ts';
import { calendarDateSchema, instantSchema, moneySchema } from '#contracts/schemas.ts';
import type { Amounts } from '#domain/adjudication/decision.ts';
import type { CalendarDate } from '#domain/dates.ts';
import { add, subtract, zero } from '#domain/money.ts';

/** Reads claims as they are listed; a WHERE and an ORDER BY follow. */
export const selectClaims = `
  SELECT c.claim_id AS claimId, c.event_id AS eventId, receipt_number AS receiptNumber,
    saved_at AS savedAt, service_date AS serviceDate, member_number AS memberNumber,
    name_ar AS nameAr, name_latin AS nameLatin, outcome, claimed, insurer,
    member_share AS memberShare, member_private AS memberPrivate,
    provider_write_off AS providerWriteOff, other_payers AS otherPayers, sent_at AS sentAt, verdict_at AS verdictAt, state
  FROM claims c`;

const rowSchema = z.object({
  claimId: z.string(),
  eventId: z.string(),
  receiptNumber: z.string(),
  savedAt: instantSchema,
  serviceDate: calendarDateSchema,
  sentAt: instantSchema.nullable(),
  verdictAt: instantSchema.nullable(),
  memberNumber: z.string(),
  nameAr: z.string(),
  nameLatin: z.string(),
  outcome: z.enum(['approved', 'partial', 'pended', 'declined']),
  claimed: moneySchema,
  insurer: moneySchema,
  memberShare: moneySchema,
  memberPrivate: moneySchema,
  providerWriteOff: moneySchema,
  otherPayers: moneySchema,
  state: z.enum(claimStates),
});

/** One row of `selectClaims`: what is listed, and by what its event and day are found. */
export function claimRowOf(row: unknown): {
  readonly summary: ClaimSummary;
  readonly eventId: string;
  readonly serviceDate: CalendarDate;
} {
  const { eventId, memberNumber, nameAr, nameLatin, ...rest } = rowSchema.parse(row);
  const { claimed, insurer, memberShare, memberPrivate, providerWriteOff, otherPayers, ...listed } =
    rest;
  const others = otherPayers === 0 ? {} : { otherPayers };
  return {
    eventId,
    serviceDate: rest.serviceDate,
    summary: {
      ...listed,
      member: { memberNumber, nameAr, nameLatin },
      // The column holds what is claimed of the others: what somebody else paid stands beside it.
      totals: {
        ...{ claimed: add(claimed, otherPayers), insurer, memberShare, memberPrivate },
        ...{ providerWriteOff, ...others },
      },
    },
  };
}

/** Totals as a row holds them: what is claimed of insurer, member and provider, and beside it what others paid. */
export const totalsRow = (totals: Amounts): Required<Amounts> => {
  const { otherPayers = zero } = totals;
  return { ...totals, claimed: subtract(totals.claimed, otherPayers), otherPayers };
};
