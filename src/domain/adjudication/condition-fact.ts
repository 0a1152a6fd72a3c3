import type { LineBase } from './check.ts';
import type { FactName, NextStep } from './evidence.ts';

/** Types that a fact may have in an expression. */
export type FactType = 'int' | 'string' | 'bool' | 'list<string>';

export type FactValue = number | string | boolean | readonly string[];

/** A documented fact of a line, on which conditions may rest. */
export interface ConditionFact {
  readonly type: FactType;
  /** Under which label it is shown, and as what. */
  readonly name: FactName;
  readonly as: 'count' | 'days' | 'money' | 'units' | 'code';
  readonly from: 'person' | 'membership' | 'operator' | 'pack' | 'history' | 'programme';
  /** What would make it known; null: nothing at the counter. */
  readonly step: NextStep | null;
  /** Null when, and only when, it is not known. */
  read(base: LineBase): FactValue | null;
}

type Described = Omit<ConditionFact, 'type' | 'read'>;

/** Where a fact comes from, how it is shown, and what would make it known. */
export const described = (
  from: ConditionFact['from'],
  name: FactName,
  as: ConditionFact['as'],
  step: NextStep | null = null,
): Described => ({ from, name, as, step });

type Read<T> = (base: LineBase) => T | null;

/** A fact of each type, by how it is read of a line. */
export const whole = (about: Described, read: Read<number>): ConditionFact => ({
  ...about,
  type: 'int',
  read,
});

export const text = (about: Described, read: Read<string>): ConditionFact => ({
  ...about,
  type: 'string',
  read,
});

export const truth = (about: Described, read: Read<boolean>): ConditionFact => ({
  ...about,
  type: 'bool',
  read,
});

export const texts = (about: Described, read: Read<readonly string[]>): ConditionFact => ({
  ...about,
  type: 'list<string>',
  read,
});
