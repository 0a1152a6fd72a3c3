import { decline, type LineContext, lineCheck, pass, refer } from '../check.ts';
import type { FactUsed } from '../evidence.ts';
import type { AdjudicationInput } from '../input.ts';
import type { ControlledTerm } from '../item-rule.ts';
import { aCode, aCount, aDay, fromOperator, itemShown, missing, serviceDateOf } from '../shown.ts';
import { asWritten, findSpecialUse } from '../special-uses.ts';

/**
 * Whether a controlled medicine is handed out as the contract asks: on a special prescription whose number is
 * taken down and was not used before, to the patient or somebody whom the insurer lists, by their paper's number, and of a batch that is
 * neither expired (its last day included) nor called back. What was not taken down refers; what was handed out
 * against it is the provider's.
 */
export const controlled = lineCheck({
  id: 'controlled',
  requirements: ['C1'],
  reasons: [
    'controlled-patient-only',
    'collector-not-listed',
    'batch-expired',
    'batch-recalled',
    'special-number-used',
    'special-number-missing',
    'taker-id-missing',
    'batch-missing',
    'collectors-unknown',
    'recalls-unknown',
    'special-uses-unknown',
  ],
  asks: ({ terms }) => terms?.controlled ?? null,
  run(context, { value, clause }) {
    const facts = [...factsOf(context), serviceDateOf(context.input)];
    const shown = { item: itemShown(context.item, context.line.itemCode) };
    const details = { shown, facts, clause };
    const said = [
      wrongNumber(context, details),
      wrongTaker(context, value, details),
      wrongBatch(context, details),
    ].filter((one) => one !== null);
    const worst = said.find(({ outcome }) => outcome === 'declined') ?? said[0];
    return worst ?? pass({ facts, clause });
  },
});

const enter = { kind: 'enter-controlled' } as const;
const connect = { kind: 'connect' } as const;
const leaveOut = { kind: 'leave-out' } as const;

interface Details {
  readonly shown: { readonly item: ReturnType<typeof itemShown> };
  readonly facts: readonly FactUsed[];
  readonly clause: string;
}

function wrongNumber(context: LineContext, details: Details) {
  const { input, line, pack } = context;
  const number = line.controlled?.prescriptionNumber;
  if (number === undefined) return refer('special-number-missing', { ...details, nearest: enter });
  const use = findSpecialUse(context, number);
  if (use !== null) {
    const item = itemShown(pack.item(use.itemCode), use.itemCode);
    const shown = { item, number: aCode(number), on: aDay(use.on) };
    return decline('special-number-used', 'provider', { ...details, shown, nearest: leaveOut });
  }
  const uses = input.specialUses ?? [];
  const isTold = uses.length > 0 && uses.every(({ known }) => known);
  return isTold ? null : refer('special-uses-unknown', { ...details, nearest: connect });
}

function wrongTaker(
  { input, line }: LineContext,
  { collectors }: ControlledTerm,
  details: Details,
) {
  const { holder } = input;
  if (typeof holder !== 'object') {
    if (line.controlled?.takerId !== undefined) return null;
    return refer('taker-id-missing', { ...details, nearest: enter });
  }
  if (collectors === 'nobody') {
    return decline('controlled-patient-only', 'provider', { ...details, nearest: leaveOut });
  }
  const listed = input.collectors;
  if (listed?.known !== true) {
    const facts = [...details.facts, missing('collectors-listed', listed?.source ?? 'centre')];
    return refer('collectors-unknown', { ...details, facts, nearest: connect });
  }
  const { name, idNumber } = holder.collectedBy;
  if (listed.value.some((one) => one.idNumber === idNumber)) return null;
  const shown = { ...details.shown, name: aCode(name) };
  return decline('collector-not-listed', 'provider', { ...details, shown, nearest: leaveOut });
}

function wrongBatch({ input, line }: LineContext, details: Details) {
  const { batch } = line;
  if (batch === undefined) return refer('batch-missing', { ...details, nearest: enter });
  const shown = { ...details.shown, batch: aCode(batch.number) };
  if (batch.expiresOn < input.claim.serviceDate) {
    const expired = { ...shown, to: aDay(batch.expiresOn) };
    return decline('batch-expired', 'provider', { ...details, shown: expired, nearest: leaveOut });
  }
  const { recalls } = input;
  if (recalls?.known !== true) {
    const facts = [...details.facts, missing('recalls', recalls?.source ?? 'centre')];
    return refer('recalls-unknown', { ...details, shown, facts, nearest: connect });
  }
  const isRecalled = recalls.value.some(
    (one) => one.itemCode === line.itemCode && asWritten(one.batch) === asWritten(batch.number),
  );
  if (!isRecalled) return null;
  return decline('batch-recalled', 'provider', { ...details, shown, nearest: leaveOut });
}

function factsOf({ input, line }: LineContext): readonly FactUsed[] {
  const { holder } = input;
  const { prescriptionNumber, takerId } = line.controlled ?? {};
  const taker = typeof holder === 'object' ? holder.collectedBy.idNumber : takerId;
  const { batch } = line;
  const told = (text: string | undefined) => (text === undefined ? null : aCode(text));
  return [
    fromOperator(input, 'special-prescription', told(prescriptionNumber)),
    ...(prescriptionNumber === undefined ? [] : usesOf(input.specialUses, prescriptionNumber)),
    fromOperator(input, 'taker-id', told(taker)),
    fromOperator(input, 'batch', told(batch?.number)),
    ...(batch === undefined ? [] : [fromOperator(input, 'batch-expiry', aDay(batch.expiresOn))]),
  ];
}

/** How often each place knows it to have been used. */
function usesOf(
  facts: AdjudicationInput['specialUses'] = [],
  prescriptionNumber: string,
): readonly FactUsed[] {
  if (facts.length === 0) return [missing('special-uses', 'terminal')];
  const number = asWritten(prescriptionNumber);
  return facts.map((fact) =>
    fact.known
      ? {
          name: 'special-uses',
          value: aCount(fact.value.filter((use) => use.number === number).length),
          source: fact.source,
          asOf: fact.asOf,
        }
      : missing('special-uses', fact.source),
  );
}
