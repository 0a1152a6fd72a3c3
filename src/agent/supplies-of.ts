import { isAllowed } from '#domain/adjudication/amounts.ts';
import type { DecidedLine } from '#domain/adjudication/decision.ts';
import { type Claim, dayOfLine } from '#domain/claims.ts';
import { addDays } from '#domain/dates.ts';
import type { Supply } from '#domain/history.ts';
import type { Terminal } from './terminal.ts';

/** What left the counter and counts against the next repeat: allowed lines of medicines with a repeat key. */
export function suppliesOf(
  { reference }: Terminal,
  claim: Claim,
  lines: readonly DecidedLine[],
): Supply[] {
  return claim.lines.flatMap((line): Supply[] => {
    const decided = lines.find(({ lineId }) => lineId === line.lineId);
    const repeatCode = reference.pack.item(line.itemCode)?.medicine?.repeatCode ?? null;
    const days = decided?.allowedDays ?? null;
    if (decided === undefined || !isAllowed(decided.outcome)) return [];
    if (repeatCode === null || days === null) return [];
    return [
      {
        repeatCode,
        endsOn: addDays(dayOfLine(claim, line), days - 1),
        days,
        quantity: decided.allowedQuantity,
        providerId: claim.providerId,
      },
    ];
  });
}
