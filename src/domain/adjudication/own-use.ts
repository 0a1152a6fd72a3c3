import { type Claim, type ClaimLine, dayOfLine } from '../claims.ts';
import { type CalendarDate, isWithin, type Period } from '../dates.ts';
import type { PastService } from '../history.ts';
import { money } from '../money.ts';
import type { Membership } from '../people.ts';
import { isAllowed } from './amounts.ts';
import type { Counter } from './counter-terms.ts';
import { type CountedLine, countersOf, takenByLine } from './counters.ts';
import { courseKey, isCourse, isFirstOfCourse } from './courses.ts';
import { inOtherKey, keyOn } from './currency-keys.ts';
import type { Decision } from './decision.ts';
import { isDiagnosisWithin } from './diagnosis-terms.ts';
import type { AdjudicationInput } from './input.ts';
import { isInScope } from './item-terms.ts';
import { countingPeriod } from './plan-change.ts';
import type { CompiledPack } from './rule-pack.ts';

/** A decided claim, or what its voids left of it, as far as what it used is counted. */
export interface CountedClaim {
  readonly input: Pick<AdjudicationInput, 'claim'>;
  readonly decision: { readonly lines: readonly CountedLine[] };
}

/** A claim as it was decided here, or what its voids left of it. */
export interface PastClaim extends CountedClaim {
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
  claims: readonly CountedClaim[],
  membership: Membership | null,
  on: AdjudicationInput['claim']['serviceDate'],
): readonly OwnUse[] {
  return countersOf(pack.pack).flatMap((counter): OwnUse[] => {
    if (counter.per === 'line' || isCourse(counter.per)) return [];
    const period = countingPeriod(counter, counter.per, on, membership);
    if (period === 'claim' || period === null) return [];
    const used = claims.reduce(
      (sum, claim) => sum + takenWithin(pack, counter, claim, on, period),
      0,
    );
    return [{ counter, period: counter.per === 'lifetime' ? null : period, used }];
  });
}

/** What a claim's lines of the period's days used of a counter. */
function takenWithin(
  pack: CompiledPack,
  counter: Counter,
  claim: CountedClaim,
  on: CalendarDate,
  period: Period,
): number {
  const { claim: asked } = claim.input;
  const within = asked.lines.filter((line) => isWithin(dayOfLine(asked, line), period));
  const lineIds = new Set(within.map(({ lineId }) => lineId));
  return takenOn(pack, counter, claim, on, (lineId) => lineIds.has(lineId));
}

/** What a member's own claims used of one course. */
export interface OwnCourseUse {
  readonly counter: Counter;
  readonly course: string;
  readonly used: number;
}

/** What past claims used of the courses to which the claim's lines belong; what begins with the claim is left out. */
export const listOwnCourseUse = (
  pack: CompiledPack,
  claims: readonly PastClaim[],
  input: AdjudicationInput,
): readonly OwnCourseUse[] =>
  countersOf(pack.pack).flatMap((counter): OwnCourseUse[] => {
    const { per, scope } = counter;
    if (!isCourse(per)) return [];
    const keys = input.claim.lines.flatMap(({ itemCode, prescriptionId = null }) => {
      const item = pack.item(itemCode);
      if (item === null || (scope !== null && !isInScope(item, scope))) return [];
      const key = courseKey(input, prescriptionId, per);
      return key === null || isFirstOfCourse(input, key, per) ? [] : [key];
    });
    return [...new Set(keys)].map((course) => ({
      ...{ counter, course },
      used: claims.reduce((sum, claim) => {
        const isOfCourse = (lineId: string) => courseOfLine(claim.input, lineId, per) === course;
        return sum + takenOn(pack, counter, claim, input.claim.serviceDate, isOfCourse);
      }, 0),
    }));
  });

function courseOfLine(
  input: AdjudicationInput,
  lineId: string,
  per: Parameters<typeof courseKey>[2],
): string | null {
  const line = input.claim.lines.find((one) => one.lineId === lineId);
  return courseKey(input, line?.prescriptionId ?? null, per);
}

/** What a claim, or those of its lines that are counted, used of a counter, in the currency key of another day. */
export function takenOn(
  pack: CompiledPack,
  counter: Counter,
  claim: CountedClaim,
  on: CalendarDate,
  isCounted?: (lineId: string) => boolean,
): number {
  const taken = takenByClaim(pack, counter, claim, isCounted);
  const { basis } = counter;
  if (basis === 'visits' || basis === 'units') return taken;
  const [from, to] = [keyOn(pack.pack, claim.input.claim.serviceDate), keyOn(pack.pack, on)];
  return inOtherKey(pack.pack, money(taken), from, to) ?? taken;
}

/** The services and supplies that past claims allowed. */
export const listOwnServices = (claims: readonly CountedClaim[]): readonly PastService[] =>
  claims.flatMap(({ input: { claim }, decision }) =>
    claim.lines.flatMap((line): PastService[] => {
      const decided = allowedLine(decision, line.lineId);
      if (decided === null) return [];
      const [on, quantity] = [dayOfLine(claim, line), decided.allowedQuantity];
      return [{ ...recordedOf(claim, line), on, quantity }];
    }),
  );

/** What is recorded of a line beside its day and what was allowed of it. */
export function recordedOf(
  { claimId, clinician, diagnoses, episode, providerId }: Claim,
  line: ClaimLine,
): Omit<PastService, 'on' | 'quantity'> {
  const [diagnosis] = line.diagnoses ?? diagnoses;
  return {
    itemCode: line.itemCode,
    providerId,
    place: line.place ?? {},
    modifier: line.modifier ?? null,
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
  { input, decision }: CountedClaim,
  isCounted: (lineId: string) => boolean = () => true,
): number {
  const { basis } = counter;
  const counted = input.claim.lines.flatMap((line) => {
    const item = pack.item(line.itemCode);
    const decided = allowedLine(decision, line.lineId);
    if (item === null || decided === null || !isCounted(line.lineId)) return [];
    if (counter.scope !== null && !isInScope(item, counter.scope)) return [];
    const [principal] = line.diagnoses ?? input.claim.diagnoses;
    const isOfDiagnosis =
      counter.diagnosis === null ||
      (principal !== undefined && isDiagnosisWithin(principal, counter.diagnosis));
    return isOfDiagnosis ? [decided] : [];
  });
  if (basis === 'visits') return counted.length > 0 ? 1 : 0;
  return counted.reduce((sum, decided) => sum + takenByLine(decided, basis), 0);
}

function allowedLine({ lines }: CountedClaim['decision'], lineId: string): CountedLine | null {
  const decided = lines.find((line) => line.lineId === lineId);
  return decided !== undefined && isAllowed(decided.outcome) ? decided : null;
}
