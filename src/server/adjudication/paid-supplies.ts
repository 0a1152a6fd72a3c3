import type { DecidedLine } from '#domain/adjudication/decision.ts';
import { listSupplies } from '#domain/adjudication/repeats.ts';
import type { CompiledPack } from '#domain/adjudication/rule-pack.ts';
import type { PaidSupply } from '../database/claims.ts';
import type { PublishedReferences } from '../published-references.ts';
import type { SubmittedClaim } from './read-claim.ts';

/** What left the counter and counts against the next repeat, wherever that is asked for. */
export const suppliesOf = (
  { body: { input } }: SubmittedClaim,
  lines: readonly DecidedLine[],
  pack: CompiledPack,
): PaidSupply[] =>
  listSupplies(pack, input.claim, lines).map(({ providerId: _, ...supply }) => supply);

/** The rules that the terminal decided by; the current ones where those were never published here. */
export const packOf = (
  { manifestVersion }: Pick<SubmittedClaim, 'manifestVersion'>,
  references: PublishedReferences,
): CompiledPack => (references.find(manifestVersion) ?? references.current).pack;
