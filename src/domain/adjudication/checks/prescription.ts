import { decline, type LineContext, lineCheck, pass, reduce, refer } from '../check.ts';
import type { FactUsed } from '../evidence.ts';
import { wholeUnits } from '../item-terms.ts';
import {
  findKeptApart,
  findPrescription,
  leftToFill,
  type PlacedPrescription,
} from '../prescriptions.ts';
import { aCode, aDay, aName, itemShown, missing, serviceDateOf, units } from '../shown.ts';

/**
 * Whether a prescription orders what the contract pays for only on prescription: of a known prescriber, not
 * yet expired (its last day included), for this item, and not filled already. What was filled in part is
 * reduced to the rest. Where nobody was asked for prescriptions it refers, and so it does where none orders the
 * item, but one on paper would do.
 */
export const prescription = lineCheck({
  id: 'prescription',
  requirements: ['C2'],
  reasons: [
    'prescription-missing',
    'prescription-to-enter',
    'prescription-on-paper',
    'prescription-expired',
    'prescription-not-yet-valid',
    'prescription-filled',
    'prescription-nearly-filled',
    'prescription-unknown',
    'prescriber-unknown',
    'prescription-fills-unknown',
    'prescription-below-unit',
  ],
  asks({ terms }) {
    const term = terms?.prescription ?? null;
    return term?.value.isNeeded === true ? term : null;
  },
  limit: {
    bearer: 'provider',
    units(base) {
      const found = findPrescription(base);
      const left = found === null ? null : leftToFill(found, base);
      return left === null ? null : wholeUnits(base.line, base.item, left);
    },
  },
  run(context, { clause, value: { takesPaper } }) {
    const { input, item, line } = context;
    const shown = { item: itemShown(item, line.itemCode) };
    const found = findPrescription(context);
    if (found === null) {
      const keptApart = factOfKeptApart(context);
      const facts = [missing('prescription', 'operator'), ...keptApart];
      const asked = input.prescriptions ?? [];
      const isUnknown = asked.length === 0 || asked.some(({ known }) => !known);
      if (isUnknown) return refer('prescription-unknown', { shown, facts, clause, nearest });
      if (takesPaper) return refer('prescription-to-enter', { shown, facts, clause, nearest });
      return decline('prescription-missing', 'provider', {
        shown,
        facts: keptApart,
        clause,
        nearest,
      });
    }
    if (found.source === 'operator' && !takesPaper) {
      const details = { shown, facts: factsOf(found), clause };
      return decline('prescription-on-paper', 'provider', details);
    }
    return outsideDays(context, found, clause) ?? leftOver(context, found, clause);
  },
});

const nearest = { kind: 'enter-prescription' } as const;

/** What is prescribed in place of which the item is not given. */
function factOfKeptApart(context: LineContext): readonly FactUsed[] {
  const found = findKeptApart(context);
  if (found === null) return [];
  const { ordered, source, asOf } = found;
  return [{ name: 'not-exchangeable', value: aName(ordered.name), source, asOf }];
}

function outsideDays(
  { input, item, line }: LineContext,
  found: PlacedPrescription,
  clause: string,
) {
  const facts = [...factsOf(found), serviceDateOf(input)];
  const shown = { item: itemShown(item, line.itemCode) };
  const day = input.claim.serviceDate;
  const { on } = found.prescription;
  if (day < on) {
    return decline('prescription-not-yet-valid', 'provider', {
      shown: { ...shown, on: aDay(on) },
      facts,
      clause,
      nearest: { kind: 'wait-until', date: on },
    });
  }
  if (day <= found.lastDay) return null;
  const dated = { ...shown, on: aDay(on), to: aDay(found.lastDay) };
  return decline('prescription-expired', 'provider', { shown: dated, facts, clause, nearest });
}

function leftOver(context: LineContext, found: PlacedPrescription, clause: string) {
  const { input, item, line } = context;
  const shown = { item: itemShown(item, line.itemCode) };
  const details = { shown, facts: [...factsOf(found), serviceDateOf(input)], clause };
  const left = leftToFill(found, context);
  if (left === 0) return decline('prescription-filled', 'provider', { ...details, nearest });
  if (found.prescription.prescriberLicence === null) {
    return refer('prescriber-unknown', { ...details, nearest });
  }
  if (left === null) return refer('prescription-fills-unknown', details);
  if (left >= line.quantity) return pass(details);
  const allowed = wholeUnits(line, item, left);
  const rest = { ...details, shown: { ...shown, asked: units(line.quantity), left: units(left) } };
  if (allowed < 1) return refer('prescription-below-unit', rest);
  return reduce('prescription-nearly-filled', 'provider', {
    ...rest,
    nearest: { kind: 'quantity', quantity: allowed },
  });
}

function factsOf({
  prescription,
  ordered,
  lastDay,
  source,
  asOf,
}: PlacedPrescription): readonly FactUsed[] {
  const { on, prescriberLicence } = prescription;
  const from = { source, asOf };
  return [
    { name: 'prescription', value: aDay(on), ...from },
    { name: 'prescription-until', value: aDay(lastDay), ...from },
    {
      name: 'prescriber',
      value: prescriberLicence === null ? null : aCode(prescriberLicence),
      ...from,
    },
    { name: 'prescribed-quantity', value: units(ordered.quantity), ...from },
    {
      name: 'filled-quantity',
      value: ordered.filled === null ? null : units(ordered.filled),
      ...from,
    },
  ];
}
