import type { CalendarDate, Instant } from '../dates.ts';
import type { Shown, Source, Word } from '../facts.ts';
import { type Money, money } from '../money.ts';
import type { Bilingual } from '../people.ts';
import type { CountedBasis } from './counter-terms.ts';
import type { FactName, FactUsed } from './evidence.ts';
import type { AdjudicationInput } from './input.ts';
import type { Item } from './rule-pack.ts';

/** Short ways to say values and facts. */

export const aName = (value: Bilingual) => ({ kind: 'name', value }) as const;
export const aDay = (value: CalendarDate) => ({ kind: 'date', value }) as const;
export const aMoment = (value: Instant) => ({ kind: 'instant', value }) as const;
export const anAmount = (value: Money) => ({ kind: 'money', value }) as const;
export const units = (value: number) => ({ kind: 'units', value }) as const;
export const days = (value: number) => ({ kind: 'days', value }) as const;
export const weeks = (value: number) => ({ kind: 'weeks', value }) as const;
/** Hundredths of a dioptre. */
export const dioptres = (value: number) => ({ kind: 'dioptres', value }) as const;
export const hours = (value: number) => ({ kind: 'hours', value }) as const;
export const aCount = (value: number) => ({ kind: 'count', value }) as const;
/** Per ten thousand: 825 is 8.25 %. */
export const aRate = (value: number) => ({ kind: 'rate', value }) as const;
export const aCode = (value: string) => ({ kind: 'code', value }) as const;
export const aWord = (value: Word) => ({ kind: 'word', value }) as const;

/** A remainder as its basis counts: money, units or times. */
export const measured = (basis: CountedBasis, value: number): Shown => {
  if (basis === 'units') return units(value);
  return basis === 'visits' ? aCount(value) : anAmount(money(value));
};

/** The item's name, else its bare code. */
export const itemShown = (item: Item | null, code: string): Shown =>
  item === null ? aCode(code) : aName(item.name);

/** A term of the contract. */
export const fromPack = (name: FactName, value: Shown | null): FactUsed => ({
  name,
  value,
  source: 'pack',
  asOf: null,
});

/** What was entered at the counter; null where it was not. */
export const fromOperator = (
  { decidedAt }: Pick<AdjudicationInput, 'decidedAt'>,
  name: FactName,
  value: Shown | null,
): FactUsed => ({ name, value, source: 'operator', asOf: value === null ? null : decidedAt });

/** What the person's record says, by whoever told of the person: their card, the members' data, or the operator. */
export const ofPerson = (
  { decidedAt, insteadOfCard }: Pick<AdjudicationInput, 'decidedAt' | 'insteadOfCard'>,
  name: FactName,
  value: Shown | null,
): FactUsed => {
  const looked = insteadOfCard?.kind === 'mother-card' ? 'operator' : 'centre';
  const source = insteadOfCard === undefined ? 'card' : looked;
  return { name, value, source, asOf: value === null ? null : decidedAt };
};

export const missing = (name: FactName, source: Source): FactUsed => ({
  name,
  value: null,
  source,
  asOf: null,
});

export const serviceDateOf = (input: AdjudicationInput): FactUsed =>
  fromOperator(input, 'service-date', aDay(input.claim.serviceDate));
