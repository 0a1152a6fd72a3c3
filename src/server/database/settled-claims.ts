import type { CountedLine } from '#domain/adjudication/counters.ts';
import { historyKey } from '#domain/adjudication/input.ts';
import type { CountedClaim, PastClaim } from '#domain/adjudication/own-use.ts';
import type { Database, Write } from './tables.ts';

/** What is left of a claim, with whose it is and where it was made. */
export interface SettledClaim extends CountedClaim {
  readonly terminalId: string;
  readonly memberNumber: string;
  /** Under what the services are kept: a newborn's apart from its mother's. */
  readonly historyKey: string;
}

/** Writes down what is left of a claim, in place of what was written down before; nothing of nobody's. */
export async function replaceSettled(
  db: Write,
  terminalId: string,
  { input, decision: { lines } }: PastClaim,
): Promise<void> {
  const { claim, person } = input;
  const key = historyKey(input);
  await db.deleteFrom('settled_claim').where('claim_id', '=', claim.claimId).execute();
  if (person === null || key === null || lines.length === 0) return;
  await db
    .insertInto('settled_claim')
    .values({
      claim_id: claim.claimId,
      terminal_id: terminalId,
      member_number: person.memberNumber,
      history_key: key,
      service_date: claim.serviceDate,
      content: JSON.stringify({ claim, lines: lines.map(countedOf) }),
    })
    .execute();
}

/** All that is left of the members' claims, by day; of the one that is being decided nothing. */
export async function listSettled(
  db: Database,
  memberNumbers: readonly string[],
  except: string | null,
): Promise<SettledClaim[]> {
  if (memberNumbers.length === 0) return [];
  const rows = await db
    .selectFrom('settled_claim')
    .select(['terminal_id', 'member_number', 'history_key', 'content'])
    .where('member_number', 'in', [...memberNumbers])
    .where('claim_id', '!=', except ?? '')
    .orderBy('service_date')
    .orderBy('claim_id')
    .execute();
  return rows.map((row) => {
    // Written by `replaceSettled` alone.
    const { claim, lines } = JSON.parse(row.content) as Content;
    return {
      ...{ terminalId: row.terminal_id, memberNumber: row.member_number },
      historyKey: row.history_key,
      input: { claim },
      decision: { lines },
    };
  });
}

export const hasSettled = async (db: Database): Promise<boolean> =>
  (await db.selectFrom('settled_claim').select('claim_id').limit(1).executeTakeFirst()) !==
  undefined;

/** Every claim that came, decided or not. */
export async function listClaims(
  db: Database,
): Promise<{ readonly claimId: string; readonly terminalId: string }[]> {
  const rows = await db.selectFrom('claim').select(['claim_id', 'terminal_id']).execute();
  return rows.map((row) => ({ claimId: row.claim_id, terminalId: row.terminal_id }));
}

interface Content {
  readonly claim: CountedClaim['input']['claim'];
  readonly lines: readonly CountedLine[];
}

const countedOf = ({
  allowedQuantity,
  amounts,
  coPayment,
  deductible,
  lineId,
  outcome,
  tax,
}: CountedLine): CountedLine => ({
  ...{ lineId, outcome, allowedQuantity, amounts },
  ...(deductible === undefined ? {} : { deductible }),
  ...(coPayment === undefined ? {} : { coPayment }),
  ...(tax === undefined ? {} : { tax }),
});
