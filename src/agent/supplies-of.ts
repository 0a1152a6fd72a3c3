import type { DecidedLine } from '#domain/adjudication/decision.ts';
import { listSupplies } from '#domain/adjudication/repeats.ts';
import type { Claim } from '#domain/claims.ts';
import type { Supply } from '#domain/history.ts';
import type { Terminal } from './terminal.ts';

/** What left the counter and counts against the next repeat: allowed lines of medicines with a repeat key. */
export const suppliesOf = (
  { reference }: Terminal,
  claim: Claim,
  lines: readonly DecidedLine[],
): Supply[] => listSupplies(reference.pack, claim, lines).map(({ lineId: _, ...supply }) => supply);
