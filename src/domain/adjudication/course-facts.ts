import { daysBetween, isWithin } from '../dates.ts';
import type { LineBase } from './check.ts';
import { type Standing, standingOf } from './episodes.ts';
import { holderWord } from './input.ts';
import { findDue, findPlaceInProgramme, leftThisMonth } from './programmes.ts';

/** What conditions may ask of a course of care; each is null when, and only when, it is not known. */

/** Whether the consultation belongs to an earlier one's episode; of what the contract has no follow-ups, it does not. */
export function followsUp(base: LineBase): boolean | null {
  const standing = placeInEpisode(base);
  if (standing === null || standing.kind === 'first') return false;
  return standing.kind === 'follow-up' ? true : null;
}

/** Days from the episode's first consultation; negative where it is entered after one that was held later. */
export function daysInEpisode(base: LineBase): number | null {
  const standing = placeInEpisode(base);
  if (standing === null) return null;
  if (standing.kind === 'first') return 0;
  const { serviceDate } = base.input.claim;
  return standing.kind === 'follow-up' ? daysBetween(standing.of.on, serviceDate) : null;
}

/** Days from the referral's own day to the service; negative before it. */
export function referralAge({ input: { claim } }: LineBase): number | null {
  const paper = claim.referral;
  return paper === undefined ? null : daysBetween(paper.on, claim.serviceDate);
}

/** How whoever takes it is related to the member; empty where that is the member. */
export function collectorOf({ input: { holder } }: LineBase): string | null {
  if (typeof holder === 'object') return holder.collectedBy.relationship;
  return holderWord(holder) === 'confirmed' ? '' : null;
}

/** By the paper that was shown: the collector's, else the patient's. */
export function takerIdOf({ input: { holder }, line }: LineBase): string | null {
  const shown = typeof holder === 'object' ? holder.collectedBy.idNumber : line.controlled?.takerId;
  return shown ?? null;
}

/** Days to the last one of the batch; 0 on it, negative once it is over. */
export function daysToExpiry({ input: { claim }, line: { batch } }: LineBase): number | null {
  return batch === undefined ? null : daysBetween(claim.serviceDate, batch.expiresOn);
}

/** The programmes in which the member has a place on the service date. */
export function programmesOf({ input }: LineBase): readonly string[] | null {
  const { enrolments, claim } = input;
  if (enrolments?.known !== true) return null;
  return enrolments.value
    .filter(({ period }) => isWithin(claim.serviceDate, period))
    .map(({ programme }) => programme);
}

/** Base units approved for a calendar month. */
export const monthlyOf = (base: LineBase): number | null => medicineOf(base)?.monthly ?? null;

/** Base units of it that are left after the claim's earlier lines. */
export function monthLeftOf(base: LineBase): number | null {
  const medicine = medicineOf(base);
  return medicine === null ? null : leftThisMonth(base, medicine);
}

/** Days until the medicine is due; 0 on the day, and where it was due before. */
export function daysUntilDue(base: LineBase): number | null {
  const medicine = medicineOf(base);
  if (medicine === null) return null;
  const { serviceDate } = base.input.claim;
  const due = findDue(base, medicine);
  return due === null || due.on <= serviceDate ? 0 : daysBetween(serviceDate, due.on);
}

/** Null where the contract has no follow-ups of the item. */
function placeInEpisode(base: LineBase): Standing | null {
  const term = base.terms?.followUp ?? null;
  return term === null ? null : standingOf(base, term.value);
}

/** The medicine as it is approved in the programme to which the contract binds it. */
function medicineOf(base: LineBase) {
  const term = base.terms?.programme ?? null;
  if (term === null) return null;
  const place = findPlaceInProgramme(base, term.value.code);
  return typeof place === 'string' ? null : place.medicine;
}
