import { decline, type LineContext, lineCheck, pass, refer } from '../check.ts';
import type { ControlledTerm } from '../contract-terms.ts';
import type { FactUsed } from '../evidence.ts';
import { aCode, aDay, fromOperator, itemShown, missing, serviceDateOf } from '../shown.ts';

/**
 * Whether a controlled medicine is handed out as the contract asks: on a special prescription whose number is
 * taken down, to the patient or somebody whom the insurer lists, by their paper's number, and of a batch that is
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
    'special-number-missing',
    'taker-id-missing',
    'batch-missing',
    'collectors-unknown',
    'recalls-unknown',
  ],
  asks: ({ terms }) => terms?.controlled ?? null,
  run(context, { value, clause }) {
    const facts = [...factsOf(context), serviceDateOf(context.input)];
    const shown = { item: itemShown(context.item, context.line.itemCode) };
    const details = { shown, facts, clause };
    const said = [
      unsaidNumber(context, details),
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

function unsaidNumber({ line }: LineContext, details: Details) {
  if (line.controlled?.prescriptionNumber !== undefined) return null;
  return refer('special-number-missing', { ...details, nearest: enter });
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
    (one) => one.itemCode === line.itemCode && asStamped(one.batch) === asStamped(batch.number),
  );
  if (!isRecalled) return null;
  return decline('batch-recalled', 'provider', { ...details, shown, nearest: leaveOut });
}

/** Whoever types a batch writes its letters small, or leaves out what parts them. */
const asStamped = (batch: string): string => batch.toUpperCase().replaceAll(/[\s./-]/g, '');

function factsOf({ input, line }: LineContext): readonly FactUsed[] {
  const { holder } = input;
  const { prescriptionNumber, takerId } = line.controlled ?? {};
  const taker = typeof holder === 'object' ? holder.collectedBy.idNumber : takerId;
  const { batch } = line;
  const told = (text: string | undefined) => (text === undefined ? null : aCode(text));
  return [
    fromOperator(input, 'special-prescription', told(prescriptionNumber)),
    fromOperator(input, 'taker-id', told(taker)),
    fromOperator(input, 'batch', told(batch?.number)),
    ...(batch === undefined ? [] : [fromOperator(input, 'batch-expiry', aDay(batch.expiresOn))]),
  ];
}
