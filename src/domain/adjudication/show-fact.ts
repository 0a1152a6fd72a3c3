import type { Shown } from '../facts.ts';
import { money } from '../money.ts';
import type { LineBase } from './check.ts';
import type { ConditionFact, FactValue } from './condition-fact.ts';
import { type ConditionFactName, conditionFacts } from './condition-facts.ts';
import type { FactUsed } from './evidence.ts';
import { sexFact } from './person-limits.ts';
import { aCode, aCount, anAmount, days, fromOperator, fromPack, units } from './shown.ts';

/** The fact as it is shown, with where it came from; null in it where it is not known. */
export function showFact(name: ConditionFactName, base: LineBase): FactUsed {
  const known: ConditionFact = conditionFacts[name];
  const value = known.read(base);
  const shown = value === null ? null : shownAs(known.as, value);
  if (known.from === 'person') {
    const { source } = sexFact(base.input);
    return {
      name: known.name,
      value: shown,
      source,
      asOf: shown === null ? null : base.input.decidedAt,
    };
  }
  if (known.from === 'operator') return fromOperator(base.input, known.name, shown);
  if (known.from === 'pack') return fromPack(known.name, shown);
  const told = factOf(known.from, base.input);
  const isDated = told?.known === true && shown !== null;
  return {
    name: known.name,
    value: shown,
    source: told?.source ?? (known.from === 'programme' ? 'centre' : 'terminal'),
    asOf: isDated ? told.asOf : null,
  };
}

/** The fact of which it is read; several places may know of services, and the first one stands for them. */
function factOf(from: 'membership' | 'programme' | 'history', input: LineBase['input']) {
  if (from === 'membership') return input.membership;
  return from === 'programme' ? input.enrolments : input.services?.[0];
}

function shownAs(as: ConditionFact['as'], value: FactValue): Shown {
  if (typeof value !== 'number')
    return aCode(typeof value === 'object' ? value.join(', ') : `${value}`);
  if (as === 'money') return anAmount(money(value));
  if (as === 'days') return days(value);
  return as === 'units' ? units(value) : aCount(value);
}
