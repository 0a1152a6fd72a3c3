import type { FactUsed } from '../../adjudication/evidence.ts';
import { aCode, aName, itemShown, missing } from '../../adjudication/shown.ts';
import type { Shown } from '../../facts.ts';
import { alertKind, type ClinicalContext, type Found } from '../alert.ts';
import { type Allergen, allergenOf, meet } from '../allergens.ts';
import type { Allergy } from '../clinical-input.ts';
import { isListed } from '../compile-clinical.ts';
import { listLines } from '../taken.ts';

const codes = [
  'allergy-substance',
  'allergy-class',
  'allergy-related',
  'allergy-crossing',
  'allergy-uncompared',
  'allergies-unknown',
  'allergies-unrecorded',
  'allergies-unverified',
  'medicine-unclassified',
] as const;
type Code = (typeof codes)[number];

/** What the card says that the person does not bear: the substance itself, its class, and what is near to it. */
export const allergy = alertKind({
  id: 'allergy',
  codes,
  find(context) {
    const lineIds = listLines(context).map(({ lineId }) => lineId);
    const unclassified = sayUnclassified(context);
    if (lineIds.length === 0) return unclassified;
    const { record } = context.input;
    const about = (code: Code, fact: FactUsed) => note(code, code, lineIds, {}, [fact]);
    const unknown = missing('allergy', record.source);
    if (!record.known) return [about('allergies-unknown', unknown), ...unclassified];
    if (record.value === null) return [about('allergies-unrecorded', unknown), ...unclassified];
    const doubt = record.value.isVerified ? [] : [about('allergies-unverified', unknown)];
    const found = record.value.allergies.flatMap((one) => sayAllergy(context, one, lineIds));
    return [...found, ...doubt, ...unclassified];
  },
});

/** The lines that meet the allergy; where nobody can tell which medicines do, that. */
function sayAllergy(
  context: ClinicalContext,
  one: Allergy,
  lineIds: readonly string[],
): readonly Found<Code>[] {
  const allergen = allergenOf(one, context.pack);
  const fact = factOf(context, one, allergen);
  const shown = { allergy: shownAs(one, allergen) };
  if (allergen === null)
    return [note('allergy-uncompared', `uncompared/${one.name}`, lineIds, shown, [fact])];
  return listLines(context).flatMap((line): Found<Code>[] => {
    const met = meet(allergen, line.item.medicine);
    if (met === null) return [];
    const { code, severity, warning } = met;
    const alertId = `allergy/${one.name}/${line.key}`;
    const facts = [line.fact, fact];
    return [
      {
        alertId,
        code,
        severity,
        warning,
        facts,
        lineIds: [line.lineId],
        shown: { ...shown, item: line.name },
      },
    ];
  });
}

/** Medicines of which no ATC code is known can be compared with nothing. */
const sayUnclassified = ({ input, pack }: ClinicalContext): readonly Found<Code>[] =>
  input.claim.lines.flatMap(({ lineId, itemCode }) => {
    const item = pack.item(itemCode);
    if (isListed(item) || (item !== null && item.kind !== 'medicine')) return [];
    const shown = { item: itemShown(item, itemCode) };
    const facts = [missing('item', 'pack')];
    return [note('medicine-unclassified', `unclassified/${itemCode}`, [lineId], shown, facts)];
  });

const note = <C extends Code>(
  code: C,
  name: string,
  lineIds: readonly string[],
  shown: Readonly<Record<string, Shown>>,
  facts: readonly FactUsed[],
): Found<C> => ({
  alertId: `allergy/${name}`,
  ...{ code, severity: 'note', lineIds, shown, facts, warning: null },
});

function factOf({ input }: ClinicalContext, one: Allergy, allergen: Allergen | null): FactUsed {
  const { record } = input;
  const asOf = record.known ? record.asOf : null;
  return { name: 'allergy', value: shownAs(one, allergen), source: record.source, asOf };
}

/** A class by the pack's name for it, a substance with its code, anything else as it is written. */
function shownAs({ name }: Allergy, allergen: Allergen | null): Shown {
  if (allergen === null) return aCode(name);
  if (allergen.name !== null) return aName(allergen.name);
  const substances = [...new Set(allergen.substances)].join(' + ');
  const isWritten = substances === '' || substances === name.toLowerCase();
  return aCode(isWritten ? name : `${substances} (${name})`);
}
