import type { Claim } from '../claims.ts';
import { ageInMonths, ageInYears, type CalendarDate, daysBetween, latestBirth } from '../dates.ts';
import type { Person } from '../people.ts';
import type { Age, AgeRange } from './contract-terms.ts';
import type { FactUsed } from './evidence.ts';
import type { AdjudicationInput } from './input.ts';
import { aWord, ofPerson } from './shown.ts';

export type SexJudgement = 'fits' | 'other-sex' | 'unsure';
export type AgeJudgement = 'fits' | 'too-young' | 'too-old' | 'unsure';

/** Whose age on which day. */
interface Aged extends Pick<AdjudicationInput, 'unverified'> {
  readonly person: Pick<Person, 'birth'> | null;
  readonly claim: Pick<Claim, 'serviceDate'>;
}

/** Whether the person is of the sex that is asked for; data that are missing or unverified leave it open. */
export function judgeSex(input: AdjudicationInput, asked: 'male' | 'female'): SexJudgement {
  const sex = input.person?.sex;
  if (sex === asked) return 'fits';
  if (sex !== 'male' && sex !== 'female') return 'unsure';
  return input.unverified?.includes('sex') === true ? 'unsure' : 'other-sex';
}

/**
 * Whether the person is in the range on the service date, both ends included in completed units.
 * Where the birth date is known in part, both its first and its last possible day must say the same.
 */
export function judgeAge(input: Aged, range: AgeRange): AgeJudgement {
  const birth = input.person?.birth;
  const on = input.claim.serviceDate;
  if (birth === undefined || latestBirth(birth) > on) return 'unsure';
  const oldest = place(birth.date, on, range);
  const youngest = place(latestBirth(birth), on, range);
  if (oldest !== youngest) return 'unsure';
  if (oldest === 'fits') return 'fits';
  return input.unverified?.includes('birth') === true ? 'unsure' : oldest;
}

/** The sex as a fact; null where it is not known. */
export const sexFact = (input: AdjudicationInput): FactUsed => {
  const sex = input.person?.sex;
  const isKnown = sex === 'male' || sex === 'female';
  return ofPerson(input, 'sex', isKnown ? aWord(`sex-${sex}`) : null);
};

/** The completed age as a fact, in the unit of the range; of the earliest birth that is possible. */
export const ageFact = (
  input: Aged & Pick<AdjudicationInput, 'decidedAt' | 'insteadOfCard'>,
  range: AgeRange,
): FactUsed => {
  const birth = input.person?.birth;
  const unit = (range.from ?? range.to)?.unit ?? 'years';
  if (birth === undefined || birth.date > input.claim.serviceDate)
    return ofPerson(input, 'age', null);
  const value = completed(birth.date, input.claim.serviceDate, unit);
  return ofPerson(input, 'age', { kind: 'age', value, unit });
};

export const ageShown = ({ value, unit }: Age) => ({ kind: 'age', value, unit }) as const;

function place(birth: CalendarDate, on: CalendarDate, { from, to }: AgeRange): AgeJudgement {
  if (from !== null && completed(birth, on, from.unit) < from.value) return 'too-young';
  if (to !== null && completed(birth, on, to.unit) > to.value) return 'too-old';
  return 'fits';
}

function completed(birth: CalendarDate, on: CalendarDate, unit: Age['unit']): number {
  if (unit === 'years') return ageInYears(birth, on);
  return unit === 'months' ? ageInMonths(birth, on) : daysBetween(birth, on);
}
