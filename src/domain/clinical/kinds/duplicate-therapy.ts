import { alertKind } from '../alert.ts';
import { listHidden, listLines, pairKey, pairsOf } from '../taken.ts';

/**
 * Two medicines of one ATC group of the 4th level (5 characters), of which one is given now.
 * The same repeat key again is for the repeat window to judge, not an alert.
 */
export const duplicateTherapy = alertKind({
  id: 'duplicate-therapy',
  codes: [
    'duplicate-in-claim',
    'duplicate-of-supply',
    'duplicate-of-standing',
    'medicines-unknown',
  ],
  find(context) {
    const alike = pairsOf(context).filter(([line, other]) => groupOf(line) === groupOf(other));
    const found = alike.map(
      ([line, other]) =>
        ({
          alertId: `duplicate-therapy/${groupOf(line)}/${pairKey(line, other)}`,
          code: codes[other.from],
          severity: 'caution',
          lineIds: other.lineId === null ? [line.lineId] : [line.lineId, other.lineId],
          shown: { item: line.name, other: other.name },
          facts: [line.fact, other.fact],
          warning: null,
        }) as const,
    );
    return [...found, ...sayHidden(context)];
  },
});

const codes = {
  line: 'duplicate-in-claim',
  supply: 'duplicate-of-supply',
  standing: 'duplicate-of-standing',
} as const;

const groupOf = ({ atc }: { readonly atc: string }): string => atc.slice(0, 5);

/** Whatever is not known may double what is given, or not go with it. */
function sayHidden(context: Parameters<typeof listLines>[0]) {
  const lines = listLines(context);
  const hidden = listHidden(context);
  if (lines.length === 0 || hidden.length === 0) return [];
  return [
    {
      alertId: 'duplicate-therapy/medicines-unknown',
      code: 'medicines-unknown',
      severity: 'note',
      lineIds: lines.map(({ lineId }) => lineId),
      shown: {},
      facts: hidden,
      warning: null,
    } as const,
  ];
}
