import { addMonths, type CalendarDate, type Instant, isWithin, startOfMonth } from '../dates.ts';
import type { Enrolment, ProgrammeMedicine } from '../enrolments.ts';
import type { Source } from '../facts.ts';
import type { LineBase } from './check.ts';
import { countPast, isHistoryMissing, listPast } from './past-services.ts';
import { placeSupplies } from './repeats.ts';
import { isSameMedicine } from './substitution.ts';

/** A member's place in a programme, with the line's medicine there; null where it is not approved. */
export interface PlaceInProgramme {
  readonly enrolment: Enrolment;
  readonly medicine: ProgrammeMedicine | null;
}

/** The place that holds on the service date; of several the one that has the medicine. */
export function findPlaceInProgramme(
  base: LineBase,
  programme: string,
): PlaceInProgramme | 'none' | 'unknown' {
  const { enrolments, claim } = base.input;
  if (enrolments?.known !== true) return 'unknown';
  const places = enrolments.value
    .filter((one) => one.programme === programme && isWithin(claim.serviceDate, one.period))
    .map((enrolment) => ({
      enrolment,
      medicine: enrolment.medicines.find((one) => isOfMedicine(base, base.line, one)) ?? null,
    }));
  return places.find(({ medicine }) => medicine !== null) ?? places[0] ?? 'none';
}

/** Whether something is the medicine, by whatever brand. */
export const isOfMedicine = (
  { pack }: Pick<LineBase, 'pack'>,
  { itemCode }: { readonly itemCode: string },
  medicine: ProgrammeMedicine,
): boolean =>
  isSameMedicine(itemCode, pack.item(itemCode), medicine.itemCode, pack.item(medicine.itemCode));

/** Base units of the calendar month that are left after the claim's earlier lines; null where not known. */
export function leftThisMonth(base: LineBase, medicine: ProgrammeMedicine): number | null {
  const { input, allowedThatDay } = base;
  const from = startOfMonth(input.claim.serviceDate);
  const month = { from, to: nextMonthOf(from) };
  const isIt = (one: { readonly itemCode: string }) => isOfMedicine(base, one, medicine);
  const past = countPast(
    listPast(input, month, (service) => service.on < month.to && isIt(service)),
  ).units;
  const here = allowedThatDay.filter(isIt).reduce((sum, { quantity }) => sum + quantity, 0);
  const left = past === null ? null : medicine.monthly - past - here;
  // What is known to be used up stays so, whatever else is unknown.
  if (left !== null && left <= 0) return 0;
  return isHistoryMissing(input, from) ? null : left;
}

/** When a medicine is due again, with who says so. */
export interface Due {
  readonly on: CalendarDate;
  readonly source: Source;
  readonly asOf: Instant;
}

/**
 * As the enrolment says; moved by what was supplied from that day on, this terminal, the card or the centre telling
 * of it, to the day after the supply's last. Null: at once.
 */
export function findDue({ input, item }: LineBase, { nextOn }: ProgrammeMedicine): Due | null {
  const { claim, enrolments, supplies } = input;
  if (nextOn === null || enrolments?.known !== true) return null;
  const { source, asOf } = enrolments;
  const repeatCode = item?.medicine?.repeatCode ?? null;
  const since = repeatCode === null ? [] : placeSupplies(supplies, repeatCode, wholeSupply);
  return since
    .filter(({ startOn }) => nextOn <= startOn && startOn <= claim.serviceDate)
    .reduce<Due>(
      (last, due) =>
        due.nextOn > last.on ? { on: due.nextOn, source: due.source, asOf: due.asOf } : last,
      { on: nextOn, source, asOf },
    );
}

/** A programme supplies without a gap and without a stock. */
const wholeSupply = { thresholdPercent: 100 } as const;

export const nextMonthOf = (day: CalendarDate): CalendarDate => addMonths(startOfMonth(day), 1);
