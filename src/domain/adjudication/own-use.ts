import type { Claim, ClaimLine, PastService } from '../claims.ts';
import { isWithin, type Period } from '../dates.ts';
import type { Membership } from '../people.ts';
import { isAllowed } from './amounts.ts';
import type { Counter } from './contract-terms.ts';
import { countersOf, takenByLine } from './counters.ts';
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

/** What a member's own claims used of a counter in the period that contains the day. */
export interface OwnUse {
  readonly counter: Counter;
  /** Null: a lifetime. */
  readonly period: Period | null;
  readonly used: number;
}

/** What past claims used of everything that is counted over time; minor units or counts, as its basis says. */
export function listOwnUse(
  pack: CompiledPack,
  claims: readonly PastClaim[],
  membership: Membership | null,
  on: AdjudicationInput['claim']['serviceDate'],
): readonly OwnUse[] {
  return countersOf(pack.pack).flatMap((counter): OwnUse[] => {
    if (counter.per === 'line') return [];
    const period = periodAround(counter.per, on, membership);
    if (period === 'claim' || period === null) return [];
    const used = claims
      .filter(({ input }) => isWithin(input.claim.serviceDate, period))
      .reduce((sum, claim) => sum + takenByClaim(pack, counter, claim), 0);
    return [{ counter, period: counter.per === 'lifetime' ? null : period, used }];
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

/** What a claim's lines, or those of them that are counted, used of a counter; as its basis says. */
export function takenByClaim(
  pack: CompiledPack,
  counter: Counter,
  { input, decision }: PastClaim,
  isCounted: (lineId: string) => boolean = () => true,
): number {
  const { basis } = counter;
  const uses = input.claim.lines.flatMap((line) => {
    const item = pack.item(line.itemCode);
    const decided = allowedLine(decision, line.lineId);
    if (item === null || decided === null || !isCounted(line.lineId)) return [];
    if (counter.scope !== null && !isInScope(item, counter.scope)) return [];
    const [principal] = line.diagnoses ?? input.claim.diagnoses;
    const isOfDiagnosis =
      counter.diagnosis === null ||
      (principal !== undefined && isDiagnosisWithin(principal, counter.diagnosis));
    return isOfDiagnosis ? [basis === 'visits' ? 1 : takenByLine(decided, basis)] : [];
  });
  if (basis === 'visits') return uses.length > 0 ? 1 : 0;
  return uses.reduce((sum, one) => sum + one, 0);
}

function allowedLine({ lines }: PastClaim['decision'], lineId: string): DecidedLine | null {
  const decided = lines.find((line) => line.lineId === lineId);
  return decided !== undefined && isAllowed(decided.outcome) ? decided : null;
}
