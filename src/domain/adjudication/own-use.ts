import type { Claim, ClaimLine, PastService } from '../claims.ts';
import { isWithin, type Period } from '../dates.ts';
import type { Membership } from '../people.ts';
import { isAllowed } from './amounts.ts';
import type { Ceiling } from './contract-terms.ts';
import type { DecidedLine, Decision } from './decision.ts';
import { isDiagnosisWithin } from './diagnosis-terms.ts';
import type { AdjudicationInput } from './input.ts';
import { isInScope } from './item-terms.ts';
import { periodAround } from './past-services.ts';
import type { CompiledPack } from './rule-pack.ts';

/** A claim as it was decided here, or what its voids left of it. */
export interface PastClaim {
  readonly input: AdjudicationInput;
  readonly decision: Pick<Decision, 'lines'>;
}

/** What a member's own claims used of a ceiling in the period that contains the day. */
export interface OwnUse {
  readonly ceiling: Ceiling;
  /** Null: a lifetime. */
  readonly period: Period | null;
  readonly used: number;
}

/** What past claims used of every ceiling that is counted over time; minor units or counts, as its basis says. */
export function listOwnUse(
  pack: CompiledPack,
  claims: readonly PastClaim[],
  membership: Membership | null,
  on: AdjudicationInput['claim']['serviceDate'],
): readonly OwnUse[] {
  return pack.pack.ceilings.flatMap((ceiling): OwnUse[] => {
    if (ceiling.per === 'line') return [];
    const period = periodAround(ceiling.per, on, membership);
    if (period === 'claim' || period === null) return [];
    const used = claims
      .filter(({ input }) => isWithin(input.claim.serviceDate, period))
      .reduce((sum, claim) => sum + takenByClaim(pack, ceiling, claim), 0);
    return [{ ceiling, period: ceiling.per === 'lifetime' ? null : period, used }];
  });
}

/** The services and supplies that past claims allowed. */
export const listOwnServices = (claims: readonly PastClaim[]): readonly PastService[] =>
  claims.flatMap(({ input: { claim }, decision }) =>
    claim.lines.flatMap((line): PastService[] => {
      const decided = allowedLine(decision, line.lineId);
      if (decided === null) return [];
      return [
        {
          itemCode: line.itemCode,
          on: claim.serviceDate,
          quantity: decided.allowedQuantity,
          providerId: claim.providerId,
          place: line.place ?? {},
          modifier: line.modifier ?? null,
          ...asRecorded(claim, line),
        },
      ];
    }),
  );

function asRecorded(
  { claimId, clinician, diagnoses, episode }: Claim,
  line: ClaimLine,
): Pick<PastService, 'clinician' | 'diagnosis' | 'episode'> {
  const [diagnosis] = line.diagnoses ?? diagnoses;
  return {
    ...(clinician === undefined
      ? {}
      : { clinician: { licence: clinician.licence, specialty: clinician.specialty } }),
    ...(diagnosis === undefined ? {} : { diagnosis }),
    episode: episode ?? claimId,
  };
}

/** What a claim's lines, or those of them that are counted, used of a ceiling; as its basis says. */
export function takenByClaim(
  pack: CompiledPack,
  ceiling: Ceiling,
  { input, decision }: PastClaim,
  isCounted: (lineId: string) => boolean = () => true,
): number {
  const uses = input.claim.lines.flatMap((line) => {
    const item = pack.item(line.itemCode);
    const decided = allowedLine(decision, line.lineId);
    if (item === null || decided === null || !isCounted(line.lineId)) return [];
    if (ceiling.scope !== null && !isInScope(item, ceiling.scope)) return [];
    const [principal] = line.diagnoses ?? input.claim.diagnoses;
    const isOfDiagnosis =
      ceiling.diagnosis === null ||
      (principal !== undefined && isDiagnosisWithin(principal, ceiling.diagnosis));
    return isOfDiagnosis ? [takenByLine(decided, ceiling)] : [];
  });
  if (ceiling.basis === 'visits') return uses.length > 0 ? 1 : 0;
  return uses.reduce((sum, one) => sum + one, 0);
}

function takenByLine({ amounts, allowedQuantity }: DecidedLine, { basis }: Ceiling): number {
  if (basis === 'net') return amounts.insurer;
  return basis === 'gross' ? amounts.insurer + amounts.memberShare : allowedQuantity;
}

function allowedLine({ lines }: PastClaim['decision'], lineId: string): DecidedLine | null {
  const decided = lines.find((line) => line.lineId === lineId);
  return decided !== undefined && isAllowed(decided.outcome) ? decided : null;
}
