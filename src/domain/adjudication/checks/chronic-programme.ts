import type { ProgrammeMedicine } from '../../enrolments.ts';
import type { Bilingual } from '../../people.ts';
import { decline, type LineContext, lineCheck, pass, reduce, refer } from '../check.ts';
import type { FactUsed } from '../evidence.ts';
import { wholeUnits } from '../item-terms.ts';
import { historyFacts, whereHistoryIs } from '../past-services.ts';
import {
  type Due,
  findDue,
  findPlaceInProgramme,
  isOfMedicine,
  leftThisMonth,
  nextMonthOf,
  type PlaceInProgramme,
} from '../programmes.ts';
import {
  aCode,
  aDay,
  aName,
  fromOperator,
  itemShown,
  missing,
  serviceDateOf,
  units,
} from '../shown.ts';

/**
 * Whether a medicine for the chronically ill is supplied as the member's programme has it (brochure C3): to a
 * member who is enrolled on the day, both ends included, a medicine approved there by whatever brand, at the
 * pharmacy that was chosen, from the day on which it is due, which every supply moves, and no more in a calendar month than was approved.
 * Above it is reduced to the rest; below a saleable unit it refers, and so does an enrolment that is not known.
 */
export const chronicProgramme = lineCheck({
  id: 'chronic-programme',
  requirements: ['C3'],
  reasons: [
    'not-enrolled',
    'medicine-not-in-programme',
    'other-pharmacy-chosen',
    'programme-too-early',
    'programme-month-used',
    'programme-month-nearly-used',
    'programme-below-unit',
    'enrolment-unknown',
    'programme-history-unknown',
  ],
  asks: ({ terms }) => terms?.programme ?? null,
  limit: {
    bearer: 'provider',
    units(base, { value }) {
      const place = findPlaceInProgramme(base, value.code);
      if (typeof place !== 'object' || place.medicine === null) return null;
      const left = leftThisMonth(base, place.medicine);
      return left === null ? null : wholeUnits(base.line, base.item, left);
    },
  },
  run(context, { value, clause }) {
    const { input, pack, item, line } = context;
    const named = pack.pack.programmes.find(({ code }) => code === value.code)?.name;
    const programme = named === undefined ? aCode(value.code) : aName(named);
    const shown = { item: itemShown(item, line.itemCode), programme };
    const place = findPlaceInProgramme(context, value.code);
    if (place === 'unknown') {
      const facts = [missing('enrolment', input.enrolments?.source ?? 'centre')];
      const nearest = { kind: 'connect' } as const;
      return refer('enrolment-unknown', { shown, facts, clause, nearest });
    }
    const facts = [...factsOf(context, place, programme), serviceDateOf(input)];
    if (place === 'none') return decline('not-enrolled', 'member', { shown, facts, clause });
    const { medicine } = place;
    if (medicine === null)
      return decline('medicine-not-in-programme', 'member', { shown, facts, clause });
    const details = { shown, facts, clause };
    return (
      elsewhere(context, place, details) ??
      tooEarly(context, medicine, details) ??
      aboveMonth(context, medicine, details)
    );
  },
});

interface Details {
  readonly shown: {
    readonly item: ReturnType<typeof itemShown>;
    readonly programme: ReturnType<typeof aName> | ReturnType<typeof aCode>;
  };
  readonly facts: readonly FactUsed[];
  readonly clause: string;
}

function elsewhere(
  { input, pack }: LineContext,
  { enrolment }: PlaceInProgramme,
  details: Details,
) {
  const { providerId } = enrolment;
  if (providerId === null || providerId === input.claim.providerId) return null;
  const name: Bilingual | null = pack.provider(providerId)?.name ?? null;
  const provider = name === null ? aCode(providerId) : aName(name);
  return decline('other-pharmacy-chosen', 'provider', {
    ...details,
    shown: { ...details.shown, provider },
    nearest: { kind: 'other-provider' },
  });
}

function tooEarly(context: LineContext, medicine: ProgrammeMedicine, details: Details) {
  const due = findDue(context, medicine);
  if (due === null || context.input.claim.serviceDate >= due.on) return null;
  return decline('programme-too-early', 'provider', {
    ...details,
    shown: { ...details.shown, from: aDay(due.on) },
    nearest: { kind: 'wait-until', date: due.on },
  });
}

function aboveMonth(context: LineContext, medicine: ProgrammeMedicine, before: Details) {
  const { input, line, item } = context;
  const history = historyFacts(input, (service) => isOfMedicine(context, service, medicine));
  const details = { ...before, facts: [...before.facts, ...history] };
  const left = leftThisMonth(context, medicine);
  if (left === null) {
    const nearest = whereHistoryIs(input.services);
    return refer('programme-history-unknown', { ...details, nearest });
  }
  const shown = { ...details.shown, monthly: units(medicine.monthly), left: units(left) };
  if (left === 0) {
    const nearest = { kind: 'wait-until', date: nextMonthOf(input.claim.serviceDate) } as const;
    return decline('programme-month-used', 'provider', { ...details, shown, nearest });
  }
  if (left >= line.quantity) return pass({ facts: details.facts, clause: details.clause });
  const quantity = wholeUnits(line, item, left);
  if (quantity < 1) return refer('programme-below-unit', { ...details, shown });
  return reduce('programme-month-nearly-used', 'provider', {
    ...details,
    shown: { ...shown, asked: units(line.quantity) },
    nearest: { kind: 'quantity', quantity },
  });
}

function factsOf(
  context: LineContext,
  place: PlaceInProgramme | 'none',
  programme: Details['shown']['programme'],
): readonly FactUsed[] {
  const { input, line } = context;
  const told = input.enrolments;
  const from = { source: told?.source ?? 'centre', asOf: told?.known ? told.asOf : null } as const;
  if (place === 'none') {
    const none = { kind: 'count', value: 0 } as const;
    return [{ name: 'enrolment', value: none, ...from }];
  }
  const { monthly = null } = place.medicine ?? {};
  const due = place.medicine === null ? null : findDue(context, place.medicine);
  return [
    { name: 'enrolment', value: programme, ...from },
    ...(monthly === null
      ? []
      : [{ name: 'programme-monthly', value: units(monthly), ...from } as const]),
    ...(due === null ? [] : [dueFact(due)]),
    fromOperator(input, 'quantity-asked', units(line.quantity)),
  ];
}

const dueFact = ({ on, source, asOf }: Due): FactUsed => ({
  name: 'programme-next',
  value: aDay(on),
  source,
  asOf,
});
