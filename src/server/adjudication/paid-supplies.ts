import { isAllowed } from '#domain/adjudication/amounts.ts';
import type { DecidedLine } from '#domain/adjudication/decision.ts';
import type { CompiledPack } from '#domain/adjudication/rule-pack.ts';
import { dayOfLine } from '#domain/claims.ts';
import { addDays } from '#domain/dates.ts';
import type { PaidSupply } from '../database/claims.ts';
import type { PublishedReferences } from '../published-references.ts';
import type { SubmittedClaim } from './read-claim.ts';

/** What left the counter and counts against the next repeat, wherever that is asked for. */
export function suppliesOf(
  { body: { input } }: SubmittedClaim,
  lines: readonly DecidedLine[],
  pack: CompiledPack,
): PaidSupply[] {
  return input.claim.lines.flatMap((line): PaidSupply[] => {
    const paid = lines.find(({ lineId }) => lineId === line.lineId);
    const repeatCode = pack.item(line.itemCode)?.medicine?.repeatCode ?? null;
    const days = paid?.allowedDays ?? null;
    if (paid === undefined || !isAllowed(paid.outcome)) return [];
    if (repeatCode === null || days === null) return [];
    const endsOn = addDays(dayOfLine(input.claim, line), days - 1);
    return [{ lineId: line.lineId, repeatCode, endsOn, days, quantity: paid.allowedQuantity }];
  });
}

/** The rules that the terminal decided by; the current ones where those were never published here. */
export const packOf = (
  { manifestVersion }: Pick<SubmittedClaim, 'manifestVersion'>,
  references: PublishedReferences,
): CompiledPack => (references.find(manifestVersion) ?? references.current).pack;
