import { judgeAge } from '../adjudication/person-limits.ts';
import { daysBetween } from '../dates.ts';
import { floorDivide } from '../integers.ts';
import type { ClinicalInput } from './clinical-input.ts';
import { type ClinicalTerms, type Phase, phases } from './terms.ts';

/** Days after the first of the last menstrual period on which the second and the third trimester begin. */
const secondFrom = 14 * 7;
const thirdFrom = 28 * 7;
/** No pregnancy is older: a later day, without a delivery, was not kept up to date. */
const longest = 45 * 7;

/** The phases in which the person may be: none, the one that was stated, or every one that is possible. */
export type PhaseReading =
  | { readonly state: 'none' }
  /** It was not said whether she is pregnant. */
  | { readonly state: 'unknown' }
  | { readonly state: 'stated'; readonly phases: readonly Phase[]; readonly weeks: number | null };

/** Reads what was stated; who cannot be pregnant need not be asked. */
export function readPhase(input: ClinicalInput, { childbearing }: ClinicalTerms): PhaseReading {
  const { pregnancy, serviceDate } = input.claim;
  if (pregnancy === null) return { state: 'none' };
  if (pregnancy === undefined)
    return { state: isPossible(input, childbearing) ? 'unknown' : 'none' };
  if (pregnancy.delivery !== undefined)
    return { state: 'stated', phases: ['breastfeeding'], weeks: null };
  const { lastPeriod } = pregnancy;
  const days = lastPeriod === null ? null : daysBetween(lastPeriod, serviceDate);
  if (days === null || days < 0 || days > longest)
    return { state: 'stated', phases: trimesters, weeks: null };
  return { state: 'stated', phases: [trimesterOf(days)], weeks: floorDivide(days, 7) };
}

const trimesters = phases.filter((phase) => phase !== 'breastfeeding');

function trimesterOf(days: number): Phase {
  if (days < secondFrom) return 'first';
  return days < thirdFrom ? 'second' : 'third';
}

/** A man is not; of what is unknown or unverified nothing is ruled out. */
function isPossible(input: ClinicalInput, childbearing: ClinicalTerms['childbearing']): boolean {
  const isMan = input.person?.sex === 'male' && input.unverified?.includes('sex') !== true;
  if (isMan) return false;
  const judged = judgeAge(input, childbearing);
  return judged === 'fits' || judged === 'unsure';
}
