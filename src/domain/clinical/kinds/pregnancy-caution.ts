import type { FactUsed } from '../../adjudication/evidence.ts';
import { aDay, aWord, fromOperator } from '../../adjudication/shown.ts';
import { alertKind, type ClinicalContext } from '../alert.ts';
import { type PhaseReading, readPhase } from '../phase.ts';
import { listLines, type TakenLine } from '../taken.ts';
import type { PregnancyCaution } from '../terms.ts';
import { warned } from '../warned.ts';

/** Medicines that the pack warns of in a pregnancy, by trimester, or in the time of breastfeeding after it. */
export const pregnancyCaution = alertKind({
  id: 'pregnancy-caution',
  codes: [
    'pregnancy-caution',
    'pregnancy-week-unknown',
    'breastfeeding-caution',
    'pregnancy-unknown',
  ],
  find(context) {
    const { terms } = context.pack;
    if (terms === null) return [];
    const reading = readPhase(context.input, terms);
    if (reading.state === 'none') return [];
    return listLines(context).flatMap((line) =>
      context.pack
        .pregnancyCautions(line.item)
        .filter((one) => reading.state === 'unknown' || one.phases.some(isIn(reading.phases)))
        .map((one) => sayCaution(context, line, one, reading)),
    );
  },
});

const isIn =
  <T>(list: readonly T[]) =>
  (one: T): boolean =>
    list.includes(one);

const sayCaution = (
  { input }: ClinicalContext,
  line: TakenLine,
  one: PregnancyCaution,
  reading: Exclude<PhaseReading, { readonly state: 'none' }>,
) =>
  ({
    ...warned(one),
    // What must not be given in a pregnancy is not given before somebody asked.
    ...(reading.state === 'unknown'
      ? ({ severity: one.severity === 'contraindicated' ? 'caution' : 'note' } as const)
      : {}),
    alertId: `pregnancy-caution/${one.id}/${line.key}/${reading.state}`,
    code: codeOf(reading),
    lineIds: [line.lineId],
    shown: {
      item: line.name,
      ...(reading.state === 'stated' && reading.weeks !== null
        ? { weeks: { kind: 'count', value: reading.weeks } as const }
        : {}),
    },
    facts: [line.fact, ...pregnancyFacts(input)],
  }) as const;

function codeOf(reading: Exclude<PhaseReading, { readonly state: 'none' }>) {
  if (reading.state === 'unknown') return 'pregnancy-unknown';
  if (reading.phases.includes('breastfeeding')) return 'breastfeeding-caution';
  return reading.weeks === null ? 'pregnancy-week-unknown' : 'pregnancy-caution';
}

function pregnancyFacts(input: ClinicalContext['input']): readonly FactUsed[] {
  const { pregnancy } = input.claim;
  if (pregnancy === undefined || pregnancy === null)
    return [fromOperator(input, 'pregnancy', null)];
  const isBorn = pregnancy.delivery !== undefined;
  const { lastPeriod } = pregnancy;
  return [
    fromOperator(input, 'pregnancy', aWord(isBorn ? 'pregnancy-delivered' : 'pregnancy-stated')),
    fromOperator(input, 'last-period', lastPeriod === null ? null : aDay(lastPeriod)),
  ];
}
