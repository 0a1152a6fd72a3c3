import type { ClaimSummary, ClaimView } from '#contracts/agent-views.ts';
import type { CalendarDate } from '#domain/dates.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { findClaim, listClaims } from '#store/claims.ts';
import { requirePermission } from './permissions.ts';
import type { Terminal } from './terminal.ts';

export function showClaims(
  terminal: Terminal,
  day: CalendarDate | null,
): Result<readonly ClaimSummary[], Failure> {
  const permitted = requirePermission(terminal, 'claims');
  return permitted.ok ? succeed(listClaims(terminal.store.reader, day)) : permitted;
}

/** One claim with its lines named as the reference data name them today. */
export function showClaim(terminal: Terminal, claimId: string): Result<ClaimView, Failure> {
  const permitted = requirePermission(terminal, 'claims');
  if (!permitted.ok) return permitted;
  const claim = findClaim(terminal.store.reader, claimId);
  if (claim === null) return failWith(failure('claim-unknown', { claimId }));
  const { input, ...view } = claim;
  const { pack, rules } = terminal.reference;
  const names = new Map(rules.diagnoses.map(({ code, name }) => [code, name]));
  return succeed({
    ...view,
    holder: input.holder,
    insteadOfCard: input.insteadOfCard ?? null,
    lines: input.claim.lines.flatMap((line) => {
      const item = pack.item(line.itemCode);
      return item === null ? [] : [{ line, item }];
    }),
    diagnoses: input.claim.diagnoses.map((code) => ({
      code,
      name: names.get(code) ?? { ar: code, en: code },
    })),
  });
}
