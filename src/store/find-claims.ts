import { z } from 'zod';
import type { ClaimCount, ClaimState, ClaimSummary } from '#contracts/claim-views.ts';
import { claimStates } from '#contracts/claim-views.ts';
import { moneySchema } from '#contracts/schemas.ts';
import type { CalendarDate } from '#domain/dates.ts';
import { claimRowOf, selectClaims } from './claim-rows.ts';
import type { Reader, Writer } from './connection.ts';
import { withoutArticle, wordsOf } from './normalise.ts';

/** What is looked for; null in any of them is everything. */
export interface ClaimQuery {
  readonly day: CalendarDate | null;
  readonly state: ClaimState | null;
  /** Words of names, items, numbers, each as a beginning; all must be there. */
  readonly words: string | null;
}

/** The newest claims that answer to it, newest first, at most `limit`. */
export function findClaims(db: Reader, query: ClaimQuery, limit: number): ClaimSummary[] {
  const { day, state } = query;
  const words = wordsOf(query.words ?? '');
  const conditions = [
    ...(day === null ? [] : ['service_date = :day']),
    ...(state === null ? [] : ['state = :state']),
  ];
  const values = { ...(day === null ? {} : { day }), ...(state === null ? {} : { state }), limit };
  const where = (more: readonly string[]) => [...conditions, ...more].join(' AND ') || 'true';
  const rows =
    words.length === 0
      ? db.all(`${selectClaims} WHERE ${where([])} ORDER BY saved_at DESC LIMIT :limit`, values)
      : db.all(
          `${selectClaims} JOIN claim_words w ON c.number = w.rowid
           WHERE ${where(['claim_words MATCH :match'])} ORDER BY w.rowid DESC LIMIT :limit`,
          { ...values, match: words.map(matchWord).join(' AND ') },
        );
  return rows.map((row) => claimRowOf(row).summary);
}

/** How many claims are in each state, what the insurer's part of them is, and how much of that is sure. */
export const countClaims = (db: Reader, day: CalendarDate | null): ClaimCount[] =>
  (day === null
    ? db.all(`${counts} INDEXED BY claims_by_state GROUP BY state`)
    : db.all(
        `${counts} INDEXED BY claims_by_day_and_state WHERE service_date = :day GROUP BY state`,
        { day },
      )
  ).map((row) => countSchema.parse(row));

/** Claims that cannot be searched for yet, oldest first: saved before there was a search, or given back by the mirror. */
export const listUnsearchable = (db: Reader, limit: number): string[] =>
  db
    .all(
      `SELECT claim_id AS claimId FROM claims INDEXED BY claims_unnumbered
       WHERE number IS NULL ORDER BY saved_at LIMIT :limit`,
      { limit },
    )
    .map((row) => z.object({ claimId: z.string() }).parse(row).claimId);

/** Lets a claim be found by its receipt, its member, and the texts that are given: names and codes of its items. */
export function makeSearchable(db: Writer, claimId: string, texts: readonly string[]): void {
  const row = db.one(`${selectClaims} WHERE c.claim_id = :claimId`, { claimId });
  const { receiptNumber, member } = claimRowOf(row).summary;
  const last = db.one('SELECT coalesce(max(number), 0) AS number FROM claims WHERE number > 0');
  const number = z.object({ number: z.number() }).parse(last).number + 1;
  const words = [receiptNumber, ...Object.values(member), ...texts].flatMap(wordsOf);
  const bare = words.flatMap((word) => withoutArticle(word) ?? []);
  db.run('UPDATE claims SET number = :number WHERE claim_id = :claimId', { number, claimId });
  db.run('INSERT INTO claim_words (rowid, words) VALUES (:number, :words)', {
    number,
    words: [...words, ...bare].join(' '),
  });
}

function matchWord(word: string): string {
  const bare = withoutArticle(word);
  return bare === null ? `"${word}" *` : `("${word}" * OR "${bare}" *)`;
}

const counts = `SELECT state, count(*) AS claims, sum(insurer) AS insurer,
  sum(guaranteed) AS guaranteed FROM claims`;

const countSchema = z.object({
  state: z.enum(claimStates),
  claims: z.number(),
  insurer: moneySchema,
  guaranteed: moneySchema,
});
