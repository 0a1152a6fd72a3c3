import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import { type Contradiction, when } from '../contradiction.ts';

/** Days that are carried over where there is nothing to carry, or where it makes nobody wait. */
export function findIdleCarry({ repeat }: RulePack): Contradiction[] {
  const { accepts = [], carriedDaysMost, thresholdPercent } = repeat;
  if (carriedDaysMost === undefined) return [];
  const path = ['repeat', 'carriedDaysMost'];
  return [
    ...when(
      thresholdPercent === 100 && accepts.length === 0,
      path,
      'nothing is left over where a supply is repeated only once the last is used up: lower thresholdPercent, accept a reason to come early, or remove it',
    ),
    ...when(
      thresholdPercent === 0,
      path,
      'nobody waits, whatever is at hand: raise thresholdPercent, or remove it',
    ),
  ];
}
