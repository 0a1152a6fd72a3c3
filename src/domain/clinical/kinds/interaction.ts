import { missing } from '../../adjudication/shown.ts';
import { alertKind } from '../alert.ts';
import { pairKey, pairsOf } from '../taken.ts';
import { warned } from '../warned.ts';

/** Medicines that the pack's list says do not go together, of which one is given now. */
export const interaction = alertKind({
  id: 'interaction',
  codes: ['interaction', 'interactions-unlisted'],
  find(context) {
    const pairs = pairsOf(context);
    if ((context.pack.terms?.interactions.length ?? 0) === 0)
      return pairs.length === 0 ? [] : [sayUnlisted(pairs)];
    return pairs.flatMap(([line, other]) =>
      context.pack.interactions(line.atc, other.atc).map(
        (one) =>
          ({
            ...warned(one),
            alertId: `interaction/${one.id}/${pairKey(line, other)}`,
            code: 'interaction',
            lineIds: other.lineId === null ? [line.lineId] : [line.lineId, other.lineId],
            shown: { item: line.name, other: other.name },
            facts: [line.fact, other.fact],
          }) as const,
      ),
    );
  },
});

const sayUnlisted = (pairs: ReturnType<typeof pairsOf>) =>
  ({
    alertId: 'interaction/interactions-unlisted',
    code: 'interactions-unlisted',
    severity: 'note',
    lineIds: [...new Set(pairs.map(([{ lineId }]) => lineId))],
    shown: {},
    facts: [missing('interaction-list', 'pack')],
    warning: null,
  }) as const;
